extension HeadColumn {
  /// What a column's cells were counted to be.
  private struct Census {
    var cells = 0
    var filled = 0
    var numbers = 0
    var wholeNumbers = 0
    var dates = 0
    var compactDates = 0
    var distinct = 0
  }

  /// How many texts a sample shows.
  private static let shownTexts = 200

  /// What the head shows of this column; the dialect must be complete.
  func sample(named name: String) -> ColumnSample {
    let census = census()
    let filled = max(1, census.filled)
    let numberShare = Double(census.numbers) / Double(filled)
    let dateShare = Double(census.dates) / Double(filled)
    return ColumnSample(
      name: name,
      index: column,
      values: firstTexts(Self.shownTexts),
      kind: kind(census),
      emptyShare: census.cells == 0
        ? 0 : Double(census.cells - census.filled) / Double(census.cells),
      numberShare: numberShare,
      dateShare: dateShare,
      isWholeNumbers: census.numbers > 0 && census.wholeNumbers == census.numbers,
      distinctShare: Double(census.distinct) / Double(filled),
      isUnique: census.distinct == census.filled && census.filled > 1,
    )
  }

  /// Nine of ten cells decide; eight digits in a row are dates only if nearly all of them can be.
  private func kind(_ census: Census) -> ColumnKind {
    guard census.filled > 0 else { return .text }
    let written = census.dates - census.compactDates
    if written * 10 >= census.filled * 9 { return .date }
    if census.dates * 50 >= census.filled * 49 { return .date }
    return census.numbers * 10 >= census.filled * 9 ? .number : .text
  }

  private func census() -> Census {
    let numberParser = NumberParser(dialect.decimalMark)
    let dateParser = DateParser(dialect.assumedOrder ?? .mdy)
    var census = Census()
    var seen = DistinctCount(expected: index.records.count)
    forEachCell { bytes, range in
      let (start, end) = (range.lowerBound, range.upperBound)
      census.cells += 1
      guard !MissingWord.isNumberMissing(bytes, start, end) else { return }
      census.filled += 1
      seen.add(ByteKernels.hash(bytes, from: start, to: end))
      guard Self.canBeginNumber(bytes[start]) else { return }
      var number = numberParser.plain(bytes, start, end)
      if dateParser.parse(bytes, start, end) != nil {
        census.dates += 1
        if number != nil { census.compactDates += 1 }
      } else if number == nil {
        number = tolerantNumber(numberParser, bytes, range)
      }
      guard let number else { return }
      census.numbers += 1
      if number.rounded() == number { census.wholeNumbers += 1 }
    }
    census.distinct = seen.count
    return census
  }

  private func tolerantNumber(
    _ parser: NumberParser,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
  ) -> Double? {
    guard range.count <= 40 else { return nil }
    var text: [UInt8] = []
    for position in range { text.append(bytes[position]) }
    return parser.tolerant(CellText(dialect).decoded(text).text)
  }

  /// Digits, signs, marks, currency signs and parentheses; most texts are out after one byte.
  private static func canBeginNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x80...0xff, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "%"),
      UInt8(ascii: "'"):
      true
    default:
      false
    }
  }
}
