/// Which column of a dropped row broke which rule.
package struct RejectedReason: Hashable, Sendable {
  package let column: String
  package let rule: String
}

/// The rows that were left out of a file, a few bytes each, because a file may have very many.
///
/// Kept in parts, in the order in which they come: of each row how far its line lies behind the one before
/// it, the number of its reason, and its cell.
package struct RejectedLines: Sendable {
  private var parts: [RejectedPart] = []

  init() {}

  init(_ lines: some Sequence<RejectedLine>) {
    var part = RejectedPart()
    for line in lines {
      let reason = part.number(of: RejectedReason(column: line.column, rule: line.rule))
      part.append(line.line, reason, line.value.utf8)
    }
    append(part, firstLine: 0)
  }

  /// How many rows there are.
  package var count: Int { parts.reduce(0) { $0 + $1.count } }

  package var isEmpty: Bool { parts.isEmpty }

  /// How many bytes of memory they take, about.
  var memoryBytes: Int { parts.reduce(0) { $0 + $1.memoryBytes } }

  /// How many rows have a reason that is meant.
  func count(where isMeant: (RejectedReason) -> Bool) -> Int {
    parts.reduce(0) { $0 + $1.count(where: isMeant) }
  }

  /// Adds the rows of a later part of the file, whose lines are counted from this one.
  mutating func append(_ part: RejectedPart, firstLine: Int) {
    guard part.count > 0 else { return }
    parts.append(part)
    parts[parts.count - 1].firstLine = firstLine
  }

  /// The same in the order of their lines.
  func sortedByLine() -> RejectedLines {
    RejectedLines(sorted { $0.line < $1.line })
  }

  /// Of each reason how many rows have it, and the smallest of their cells, of 40 characters at most.
  ///
  /// The smallest, so that the order of files does not matter.
  func examples(hiding column: String?) -> [RejectedReason: RejectExample] {
    var examples: [RejectedReason: RejectExample] = [:]
    for part in parts { part.note(&examples, hiding: column) }
    return examples
  }
}

extension RejectedLines: Sequence {
  package func makeIterator() -> AnyIterator<RejectedLine> {
    var next = 0
    var rows: RejectedPart.Rows?
    return AnyIterator {
      while true {
        if let line = rows?.next() { return line }
        guard next < parts.count else { return nil }
        rows = parts[next].rows
        next += 1
      }
    }
  }
}
