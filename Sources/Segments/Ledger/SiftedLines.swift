import Tables

/// Which order lines break no rule, and what the others break: in what their run has in common, or by themselves.
struct SiftedLines {
  /// Why a line is dropped.
  struct Reject {
    /// Whether what the run has in common is to blame.
    let isHead: Bool
    /// The row of the cell, the first column that breaks the rule, and the rule by its place in `rules`.
    let row: Int
    let column: Int
    let rule: Int
  }

  /// The names of the rules in the order in which their reasons count.
  let rules: [String]
  private let table: Table
  private let heads: Side
  private let rows: Side

  init(_ table: RunTable, heads: Cleaner, rows: Cleaner) {
    self.table = table.heads
    let (heads, rows) = (heads.sift(table.heads), rows.sift(table.rows))
    let names = Set(heads.reasons + rows.reasons)
    rules = Cleaner.order.filter(names.contains)
    (self.heads, self.rows) = (Side(heads, rules), Side(rows, rules))
  }

  /// Begins to go through the lines.
  func passage() -> Passage { Passage(self) }

  /// What one cleaner says.
  fileprivate struct Side {
    let standing: [Bool]
    let rejects: [Sifted.Reject]
    /// The rule of each reason.
    let rules: [Int]

    init(_ sifted: Sifted, _ rules: [String]) {
      (standing, rejects) = (sifted.standing, sifted.rejects)
      self.rules = sifted.reasons.map { rules.firstIndex(of: $0) ?? 0 }
    }
  }

  /// Goes through the lines from the first to the last.
  struct Passage {
    private let table: Table
    private let heads: Side
    private let rows: Side
    private let unreadable: Int?
    private var nextHead = 0
    private var nextRow = 0
    private var head: Reject?
    /// Whether the cell of the head can be read but says what cannot be: a cell that nobody can read counts first.
    private var isReadable = false

    fileprivate init(_ lines: SiftedLines) {
      (table, heads, rows) = (lines.table, lines.heads, lines.rows)
      unreadable = lines.rules.firstIndex(of: "unreadable")
    }

    /// Goes to the next run.
    mutating func begin(run: Int) {
      head = nil
      guard !heads.standing[run] else { return }
      let reject = heads.rejects[nextHead]
      nextHead += 1
      let rule = heads.rules[reject.reason]
      head = Reject(isHead: true, row: run, column: reject.column, rule: rule)
      isReadable = rule == unreadable && table.columns[reject.column].state(at: run) == .value
    }

    /// Why the next line is dropped, or `nil`: of two rules the first counts, and of two columns that of the run.
    @inline(__always)
    mutating func reject(row: Int) -> Reject? {
      if rows.standing[row] { return head }
      let reject = rows.rejects[nextRow]
      nextRow += 1
      let rule = rows.rules[reject.reason]
      if let head, head.rule < rule || (head.rule == rule && !isReadable) { return head }
      return Reject(isHead: false, row: row, column: reject.column, rule: rule)
    }
  }
}
