import Glibc

/// One line on a terminal that says which stage is running; nothing where nobody watches.
struct Progress: Sendable {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  func show(_ stage: String) {
    if isShown { StandardError.write("\r\u{1b}[K\(stage) …") }
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1b}[K") }
  }
}
