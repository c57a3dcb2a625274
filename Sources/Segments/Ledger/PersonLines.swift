import Tables

/// Where the records of one person stand in a file, as lines counted from 1.
package struct PersonLines: Sendable, Equatable {
  /// Lines to leave out: each from the first line of a record to the line before the next record.
  package var ranges: [Range<Int>]
  /// How many bytes a character of a line break has.
  package var unitBytes: Int
  package var isBigEndian: Bool

  init(_ ranges: [Range<Int>] = [], encoding: TextEncoding) {
    self.ranges = ranges
    switch encoding {
    case .utf8, .windows1252, .latin9: (unitBytes, isBigEndian) = (1, false)
    case .utf16le: (unitBytes, isBigEndian) = (2, false)
    case .utf16be: (unitBytes, isBigEndian) = (2, true)
    case .named(let name):
      (unitBytes, isBigEndian) = (name.hasPrefix("UTF-32") ? 4 : 1, name.hasSuffix("BE"))
    }
  }
}

extension Pipeline {
  /// Finds the records of a person, and lines without a customer that belong to the person's orders.
  ///
  /// Cost: one reading of the file; the columns of customers and orders only.
  package func lines(of person: Key, in export: Export) throws(SegmentError) -> PersonLines {
    var table = try export.table(recipe.reading)
    do {
      return try lines(of: person, &table.reader)
    } catch {
      throw table.failure.explain(error)
    }
  }

  private func lines(
    of person: Key,
    _ reader: inout CSVReader,
  ) throws(TableError) -> PersonLines {
    let match: SchemaMatch
    do throws(SegmentError) {
      match = try Schema.match(header: reader.header, samples: reader.samples, recipe: recipe)
        .match
    } catch {
      // A file that nobody can read any more has no customers that anybody could find.
      return PersonLines(encoding: reader.dialect.encoding)
    }
    let plan = [Role.customer, .order].compactMap { role -> ColumnPlan? in
      guard let name = match.roles[role], let index = reader.header.firstIndex(of: name) else {
        return nil
      }
      return ColumnPlan(index: index, name: name, kind: .text)
    }
    var found = Finds(person: person)
    while let batch = try reader.nextBatch(of: plan) {
      found.look(
        at: batch,
        customers: match.roles[.customer].flatMap { batch.column(named: $0)?.texts },
        orders: match.roles[.order].flatMap { batch.column(named: $0)?.texts },
      )
    }
    return PersonLines(found.ranges, encoding: reader.dialect.encoding)
  }
}

/// Collects records of a person while a file passes.
private struct Finds {
  let person: Key
  private var candidates: [(start: Int, end: Int, isPerson: Bool, order: Key?)] = []
  private var orders: Set<Key> = []
  /// The last record is a candidate whose end is not known yet.
  private var isOpen = false

  init(person: Key) {
    self.person = person
  }

  mutating func look(at batch: Table, customers: TextColumn?, orders texts: TextColumn?) {
    guard let customers else { return }
    for row in 0..<batch.rowCount {
      let line = batch.lines[row]
      if isOpen { candidates[candidates.count - 1].end = line }
      let key = Key.normalized(customers.string(at: row))
      let isPerson =
        key == person || (key.hasUselessDecimal && key.withoutUselessDecimal == person)
      isOpen = isPerson || key.text.isEmpty
      guard isOpen else { continue }
      let order = texts.map { Key.normalized($0.string(at: row)) }
      if isPerson, let order, !order.text.isEmpty { orders.insert(order) }
      candidates.append((line, .max, isPerson, order))
    }
  }

  var ranges: [Range<Int>] {
    candidates.filter { $0.isPerson || $0.order.map(orders.contains) ?? false }
      .map { $0.start..<$0.end }
  }
}
