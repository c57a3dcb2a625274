import Tables

/// Fills the blank cells of further lines of an order from the order's first line.
///
/// A line with an amount is an order's head; a line without one belongs to the head with its order number,
/// wherever that stands in the file. Cost: the cells of one line are kept in memory for each order.
struct Continuation {
  private let match: SchemaMatch
  private var heads: Table?
  private var places: [Key: Int] = [:]
  /// Lines whose head has not come yet.
  private var waiting: Table?

  /// How many orders are known.
  var orderCount: Int { places.count }

  /// How many bytes of memory the heads take, about.
  var memoryBytes: Int {
    let cells = heads?.columns.reduce(0) { $0 + $1.values.memoryBytes } ?? 0
    return cells + places.count * MemoryLayout<(Key, Int)>.stride * 2
  }

  init(_ match: SchemaMatch) {
    self.match = match
  }

  /// The lines of a batch that are complete now; those without a head stay behind until `rest`.
  mutating func fill(_ batch: Table) -> Table {
    guard let orders = texts(.order, batch), let amounts = batch.column(named: name(.amount))
    else { return batch }
    let isHead = (0..<batch.rowCount).map { row in
      amounts.state(at: row) != .missing || orders.isMissing(at: row)
    }
    note(batch.keeping(isHead))
    let isKnown = (0..<batch.rowCount).map { row in
      isHead[row] || places[Key.normalized(orders.string(at: row))] != nil
    }
    if isKnown.contains(false) {
      let unknown = batch.keeping(isKnown.map { !$0 })
      if waiting == nil { waiting = unknown } else { waiting?.append(unknown) }
    }
    return filled(batch.keeping(isKnown))
  }

  /// The lines that have waited, filled as far as a head came after them.
  mutating func rest() -> Table? {
    defer { waiting = nil }
    return waiting.map(filled)
  }

  private mutating func note(_ lines: Table) {
    guard let orders = texts(.order, lines) else { return }
    var isNew: [Bool] = []
    var next = heads?.rowCount ?? 0
    for row in 0..<lines.rowCount {
      let key = Key.normalized(orders.string(at: row))
      isNew.append(!key.text.isEmpty && places[key] == nil)
      guard isNew[row] else { continue }
      places[key] = next
      next += 1
    }
    let new = lines.keeping(isNew)
    if heads == nil { heads = new } else { heads?.append(new) }
  }

  private func filled(_ lines: Table) -> Table {
    guard let heads, let orders = texts(.order, lines) else { return lines }
    let sources = (0..<lines.rowCount).map { places[Key.normalized(orders.string(at: $0))] }
    // What was bought is the line's own; the discount is the order's and counts once.
    let own = [Role.order, .price, .quantity, .product, .category, .discount].map(name)
    var lines = lines
    for index in lines.columns.indices where !own.contains(lines.columns[index].name) {
      lines.columns[index].values.fill(from: heads.columns[index].values, rows: sources)
    }
    return lines
  }

  private func name(_ role: Role) -> String { match.roles[role] ?? "" }

  private func texts(_ role: Role, _ table: Table) -> TextColumn? {
    table.column(named: name(role))?.texts
  }
}

extension ColumnValues {
  /// How many bytes of memory the cells take, about.
  fileprivate var memoryBytes: Int {
    switch self {
    case .numbers: count * 9
    case .dates: count * 13
    case .texts(let column): column.bytes.count + count * 8
    }
  }

  /// Fills cells that are missing from rows of another column of the same kind.
  fileprivate mutating func fill(from other: ColumnValues, rows: [Int?]) {
    switch (consume self, other) {
    case (.texts(let mine), .texts(let heads)):
      var filled = TextColumn()
      for (row, source) in rows.enumerated() {
        let isBlank = mine.isMissing(at: row)
        filled.append(isBlank ? source.map { heads[$0] } ?? [] : mine[row])
      }
      self = .texts(filled)
    case (.numbers(var mine), .numbers(let heads)):
      for (row, source) in rows.enumerated() where mine.states[row] == .missing {
        guard let source else { continue }
        mine.values[row] = heads.values[source]
        mine.states[row] = heads.states[source]
      }
      self = .numbers(mine)
    case (.dates(var mine), .dates(let heads)):
      for (row, source) in rows.enumerated() where mine.states[row] == .missing {
        guard let source else { continue }
        mine.days[row] = heads.days[source]
        mine.seconds[row] = heads.seconds[source]
        mine.offsetMinutes[row] = heads.offsetMinutes[source]
        mine.states[row] = heads.states[source]
      }
      self = .dates(mine)
    case (.texts(let mine), _): self = .texts(mine)
    case (.numbers(let mine), _): self = .numbers(mine)
    case (.dates(let mine), _): self = .dates(mine)
    }
  }
}
