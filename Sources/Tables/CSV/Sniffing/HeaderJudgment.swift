/// Whether the first record of a table names its columns.
///
/// A name is no number, no date and no address where the cells below are; a year can be a name.
struct HeaderJudgment {
  private enum Shape {
    case blank
    case number
    case year
    case date
    case address
    case text
  }

  private let shapes: [Shape]

  /// Looks at the cells of the first record.
  init(_ cells: [String]) {
    shapes = cells.map(Self.shape)
  }

  /// Whether the record is a header above these records.
  func isHeader(above rows: [[String]]) -> Bool {
    let areNumbers = shapes.allSatisfy { $0 == .number || $0 == .year }
    if areNumbers, shapes.contains(.number) { return false }
    var (names, data) = (0, 0)
    for (column, shape) in shapes.enumerated() {
      let below = rows.compactMap { column < $0.count ? Self.shape($0[column]) : nil }
        .filter { $0 != .blank }
      guard !below.isEmpty, let usual = Self.usual(below) else { continue }
      switch (shape, usual) {
      case (.number, .number), (.number, .year), (.date, .date), (.address, .address): data += 1
      case (.text, .number), (.text, .year), (.text, .date), (.text, .address), (.year, _):
        names += 1
      case (_, _): continue
      }
    }
    return names > 0 || data == 0
  }

  /// The shape of nine of ten cells; nil if they differ.
  private static func usual(_ shapes: [Shape]) -> Shape? {
    for shape in [Shape.number, .year, .date, .address] {
      let alike = shapes.count { $0 == shape || (shape == .number && $0 == .year) }
      if alike * 10 >= shapes.count * 9 { return shape }
    }
    return nil
  }

  private static func shape(_ cell: String) -> Shape {
    let text = Array(cell.utf8)
    guard !text.isEmpty else { return .blank }
    for mark in [DecimalMark.point, .comma] {
      guard let number = NumberParser(mark).plain(text.span, 0, text.count) else { continue }
      let isYear = text.count == 4 && (1900...2100).contains(number)
      return isYear ? .year : .number
    }
    for order in [DateOrder.dmy, .mdy]
    where DateParser(order).parse(text.span, 0, text.count) != nil {
      return .date
    }
    return text.contains(UInt8(ascii: "@")) && text.contains(UInt8(ascii: ".")) ? .address : .text
  }

  /// The first records below one, blank ones left out.
  static func records(
    below place: Int,
    in index: RecordIndex,
    _ text: [UInt8],
  ) -> [RecordIndex.Record] {
    Array(
      index.records.dropFirst(place + 1).prefix(30)
        .filter { !FieldCounts.isBlank($0, index, text) }
    )
  }
}
