/// The names of the columns: as written, but none blank and none twice.
struct HeaderNames {
  /// One name a column.
  private(set) var names: [String] = []
  /// What had to be changed.
  private(set) var findings: [Finding] = []

  /// How many bytes of a name are kept; a longer one is no name, and it would stand on every page.
  static let longest = 256

  /// Names the columns after the cells of a header.
  init(_ written: [String], line: Int) {
    let cells = written.map(Self.shortened)
    var taken = Set(cells)
    var seen: Set<String> = []
    var blank = 0
    var repeated: [String] = []
    for (column, cell) in cells.enumerated() {
      var name = cell
      if cell.isEmpty {
        blank += 1
        name = "column \(column + 1)"
      }
      if seen.contains(name) || (cell.isEmpty && taken.contains(name)) {
        if !cell.isEmpty { repeated.append(name) }
        var number = 2
        while taken.contains("\(name) (\(number))") { number += 1 }
        name = "\(name) (\(number))"
      }
      taken.insert(name)
      seen.insert(name)
      names.append(name)
    }
    let long = zip(written, cells).count { $0 != $1 }
    addFindings(blank, repeated, long, line)
  }

  /// The beginning of a name, cut between two characters.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    var kept = name.prefix(longest)
    while kept.utf8.count > longest { kept.removeLast() }
    return String(kept)
  }

  /// Names the columns of a file that has no header; that is no news to somebody who said so.
  init(columns: Int, line: Int, isKnown: Bool) {
    names = (1...max(1, columns)).map { "column \($0)" }
    if isKnown { return }
    findings = [
      Finding(
        id: "no-header",
        line: line,
        numbers: ["columns": Double(columns)],
        text: "The first record holds data of the same kinds as those below, so it is no header; "
          + "the columns are called column 1 to column \(columns).",
      )
    ]
  }

  private mutating func addFindings(_ blank: Int, _ repeated: [String], _ long: Int, _ line: Int) {
    if long > 0 {
      findings.append(
        Finding(
          id: "long-header",
          line: line,
          numbers: ["columns": Double(long)],
          text: (long == 1 ? "One column has a name" : "\(long) columns have names")
            + " of more than \(Self.longest) bytes in the header; only the beginning was kept.",
        )
      )
    }
    if blank > 0 {
      findings.append(
        Finding(
          id: "blank-header",
          line: line,
          numbers: ["columns": Double(blank)],
          text: "\(blank == 1 ? "One column has" : "\(blank) columns have") no name in the header; "
            + "such columns are called after their place.",
        )
      )
    }
    if let first = repeated.first {
      findings.append(
        Finding(
          id: "duplicate-header",
          line: line,
          column: first,
          numbers: ["columns": Double(repeated.count)],
          text:
            "The header names \(repeated.count == 1 ? "one column" : "\(repeated.count) columns")"
            + " twice, first \(first); a number was added to the later one.",
        )
      )
    }
  }
}
