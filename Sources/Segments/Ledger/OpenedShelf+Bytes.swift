extension OpenedShelf {
  /// The shelf after joining, as `ShelfRows` would write it.
  var newBytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Int64(rowsAfter))
    for piece in pieces {
      switch piece {
      case .kept(let customers):
        writer.write(
          bytes,
          keyPlaces[customers.lowerBound]..<keyPlaces[customers.upperBound]
        )
      case .joined(let rows): joined.writeKeys(of: rows, to: &writer)
      }
    }
    let kept = keptRows
    var next = 0
    joined.writeColumns { numbers in
      write(columns[next], kept, numbers, to: &writer)
      next += 1
    }
    write(columns[next], kept, joined.rows.map { Int64($0.codes.count) }, to: &writer)
    for piece in pieces {
      switch piece {
      case .kept(let customers):
        writer.write(
          bytes,
          codePlaces[customers.lowerBound]..<codePlaces[customers.upperBound]
        )
      case .joined(let rows): joined.writeCodes(of: rows, to: &writer)
      }
    }
    return writer.bytes
  }

  /// The days of the rows that are copied, and whether any of them tells the time of day; `nil` without rows.
  var keptDays: (period: ClosedRange<Int32>, knowsHours: Bool)? {
    let (rows, span) = (keptRows, bytes.span)
    guard let days = columns[0].extremes(of: rows, in: span),
      let seconds = columns[1].extremes(of: rows, in: span)
    else { return nil }
    let (first, last) = (
      columns[0].number(ofStep: days.lowerBound), columns[0].number(ofStep: days.upperBound)
    )
    let hours = [seconds.lowerBound, seconds.upperBound].map { columns[1].number(ofStep: $0) }
    // In damaged bytes the last may be the smaller one.
    let period = Int32(clamping: min(first, last))...Int32(clamping: max(first, last))
    return (period, hours.contains { $0 != 0 })
  }

  /// Writes a column: the bytes of rows that are kept, where the numbers of the others leave its form as it is.
  private func write(
    _ column: PackedColumn,
    _ kept: [Range<Int>],
    _ numbers: [Int64],
    to writer: inout ByteWriter,
  ) {
    guard column.keepsForm(of: kept, in: bytes.span, with: numbers) else {
      return writeAnew(column, numbers, to: &writer)
    }
    writer.write(column.least)
    writer.write(Int64(column.unit))
    writer.write(Int64(column.width))
    for piece in pieces {
      switch piece {
      case .kept(let customers):
        let rows = firstRows[customers.lowerBound]..<firstRows[customers.upperBound]
        writer.write(bytes, column.place(of: rows))
      case .joined(let rows):
        writer.write(numbers[rows].map(column.step), width: column.width)
      }
    }
  }

  private func writeAnew(
    _ column: PackedColumn,
    _ numbers: [Int64],
    to writer: inout ByteWriter,
  ) {
    var all: [Int64] = []
    all.reserveCapacity(rowsAfter)
    let span = bytes.span
    for piece in pieces {
      switch piece {
      case .kept(let customers):
        for row in firstRows[customers.lowerBound]..<firstRows[customers.upperBound] {
          all.append(column.number(row, in: span))
        }
      case .joined(let rows): all += numbers[rows]
      }
    }
    writer.writeColumn(all.count) { all[$0] }
  }
}

extension PackedColumn {
  /// The number of a step.
  func number(ofStep step: UInt64) -> Int64 { least &+ Int64(bitPattern: step &* unit) }

  /// The step of a number, in units.
  func step(_ number: Int64) -> UInt64 {
    let step = UInt64(bitPattern: number &- least)
    // Dividing by a constant takes a tenth of the time.
    return switch unit {
    case 1_000_000: step / 1_000_000
    case 10_000: step / 10_000
    default: step
    }
  }

  /// Whether a column of some of these rows and other numbers would be written with the same least number, unit
  /// and width.
  func keepsForm(
    of rows: [Range<Int>],
    in bytes: Span<UInt8>,
    with numbers: [Int64],
  ) -> Bool {
    guard let kept = extremes(of: rows, in: bytes), let low = numbers.min(),
      let high = numbers.max(), low >= least, kept.lowerBound == 0 || low == least
    else { return false }
    let largest = max(kept.upperBound &* unit, UInt64(bitPattern: high &- least))
    func isEach(_ divisor: UInt64) -> Bool {
      numbers.allSatisfy { UInt64(bitPattern: $0 &- least) % divisor == 0 }
    }
    func isEachKept(_ divisor: UInt64) -> Bool {
      rows.allSatisfy { $0.allSatisfy { step($0, in: bytes) % divisor == 0 } }
    }
    let isUnit =
      switch unit {
      case 1:
        largest < ByteWriter.leastInUnits || !isEachKept(10_000) || !isEach(10_000)
      case 10_000:
        largest >= ByteWriter.leastInUnits && isEach(10_000)
          && (!isEachKept(100) || !isEach(1_000_000))
      case 1_000_000: largest >= ByteWriter.leastInUnits && isEach(1_000_000)
      default: false
      }
    return isUnit && ByteWriter.width(of: largest / unit) == width
  }
}
