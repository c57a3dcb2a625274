import Glibc
package import Logging

/// Writes each event as one line on standard error: level, message, facts; every text escaped.
///
/// Under a journal each line begins with the priority the journal reads.
package struct LineLog: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  private let isJournal: Bool

  package init(level: Logger.Level, isJournal: Bool) {
    logLevel = level
    self.isJournal = isJournal
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let line = line(event.level, "\(event.message)", event.metadata ?? [:])
    let bytes = Array(line.utf8)
    // A log that cannot be written must not stop the work it tells of.
    _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
  }

  func line(_ level: Logger.Level, _ message: String, _ more: Logger.Metadata) -> String {
    let facts = metadata.merging(more) { $1 }.sorted { $0.key < $1.key }
    let words = facts.map { "\($0.key)=\(Self.word("\($0.value)"))" }
    let head = isJournal ? "<\(Self.priority(level))>" : ""
    return head
      + (["\(level.rawValue):", EscapedText.escape(message)] + words).joined(separator: " ") + "\n"
  }

  private static func word(_ text: String) -> String {
    let isShown = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    let escaped = isShown ? text : EscapedText.escape(text)
    return escaped.contains(" ") || escaped.isEmpty
      ? "\"" + escaped.replacing("\"", with: "'") + "\"" : escaped
  }

  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}

extension Logger {
  /// The log of the service.
  package static func house(level: Logger.Level, environment: [String: String]) -> Logger {
    let isJournal = environment["JOURNAL_STREAM"] != nil
    return Logger(label: "segmentd") { _ in LineLog(level: level, isJournal: isJournal) }
  }
}
