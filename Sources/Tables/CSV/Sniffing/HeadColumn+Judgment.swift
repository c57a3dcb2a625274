extension HeadColumn {
  /// What a column's cells were counted to be.
  private struct Census {
    var cells = 0
    var filled = 0
    var numbers = 0
    var wholeNumbers = 0
    var dates = 0
    var compactDates = 0
    var booleans = 0
    var distinct = 0
  }

  /// How many texts a sample shows.
  private static let shownTexts = 200
  /// The most bytes of a number that is not plain.
  private static let longestNumber = 40

  /// What the head shows of this column.
  func sample(named name: String, _ writing: ColumnWriting) -> ColumnSample {
    let census = census(writing)
    let filled = max(1, census.filled)
    let numberShare = Double(census.numbers) / Double(filled)
    var dateShare = Double(census.dates) / Double(filled)
    // Numbers are moments only where the header says so: an article can have such a number too.
    let isNumericDate = writing.numericDate != nil && DateHeader.matches(name)
    if isNumericDate { dateShare = 1 }
    return ColumnSample(
      name: name,
      index: column,
      values: firstTexts(Self.shownTexts),
      kind: isNumericDate ? .date : kind(census),
      emptyShare: census.cells == 0
        ? 0 : Double(census.cells - census.filled) / Double(census.cells),
      numberShare: numberShare,
      dateShare: dateShare,
      booleanShare: Double(census.booleans) / Double(filled),
      isWholeNumbers: census.numbers > 0 && census.wholeNumbers == census.numbers,
      distinctShare: Double(census.distinct) / Double(filled),
      isUnique: census.distinct == census.filled && census.filled > 1,
      numericDate: writing.numericDate,
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

  private func census(_ writing: ColumnWriting) -> Census {
    let numberParser = NumberParser(writing.decimalMark)
    let dateParser = DateParser(writing.dateOrder)
    var census = Census()
    var seen = DistinctCount(expected: index.records.count)
    forEachCell { bytes, range in
      let (start, end) = (range.lowerBound, range.upperBound)
      census.cells += 1
      guard !MissingWord.isNumberMissing(bytes, start, end) else { return }
      census.filled += 1
      seen.add(ByteKernels.hash(bytes, from: start, to: end))
      if BooleanWord.value(of: bytes, start, end) != nil { census.booleans += 1 }
      guard Self.canBeginValue(bytes, start, end) else { return }
      var number = numberParser.plain(bytes, start, end)
      if dateParser.parse(bytes, start, end) != nil {
        census.dates += 1
        if number != nil { census.compactDates += 1 }
      } else if number == nil {
        number = range.count > Self.longestNumber ? nil : numberParser.tolerant(bytes, start, end)
      }
      guard let number else { return }
      census.numbers += 1
      if number.rounded() == number { census.wholeNumbers += 1 }
    }
    census.distinct = seen.count
    return census
  }

  /// Whether a cell can be a number or a date; most texts are out after a few bytes.
  private static func canBeginValue(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    switch bytes[start] {
    case 0x30...0x39, 0x80...0xff, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ","), UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: "%"),
      UInt8(ascii: "'"), UInt8(ascii: "="):
      return true
    case 0x41...0x5a, 0x61...0x7a:
      // "EUR 12", "Jul-21-25": a digit must come soon.
      for position in start..<min(end, start + 24) where bytes[position] &- 0x30 <= 9 {
        return true
      }
      return false
    default:
      return false
    }
  }
}
