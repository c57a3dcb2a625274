import Tables

/// Lists the lines of one table that are dropped.
struct LineRejects {
  private(set) var part = RejectedPart()
  private let rules: [String]
  private let columns: Int
  /// The numbers of the reasons that were met, so that no name is compared for each line.
  private var numbers: [Int?]

  init(_ table: RunTable, _ rules: [String]) {
    self.rules = rules
    columns = max(table.heads.columns.count, table.rows.columns.count)
    numbers = Array(repeating: nil, count: 2 * columns * rules.count)
  }

  /// Lists a line that cleaning has dropped.
  mutating func note(_ reject: SiftedLines.Reject, _ row: Int, _ table: RunTable) {
    let place = ((reject.isHead ? columns : 0) + reject.column) * rules.count + reject.rule
    let line = table.rows.lines[row]
    let rule = rules[reject.rule]
    // A missing cell has no text, and most that are dropped miss something.
    if let number = numbers[place], rule == "missing" { return part.append(line, number, []) }
    let column = (reject.isHead ? table.heads : table.rows).columns[reject.column]
    let number = part.number(of: RejectedReason(column: column.name, rule: rule))
    numbers[place] = number
    part.append(line, number, rule == "missing" ? "".utf8 : column.text(at: reject.row).utf8)
  }

  /// Lists a line that is dropped for what it says, not for how it is written.
  mutating func note(_ column: String?, _ row: Int, _ rule: String, _ table: RunTable) {
    let column = column.flatMap { table.rows.column(named: $0) }
    let reason = part.number(of: RejectedReason(column: column?.name ?? "", rule: rule))
    part.append(table.rows.lines[row], reason, (column?.text(at: row) ?? "").utf8)
  }
}
