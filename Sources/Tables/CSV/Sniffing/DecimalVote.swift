/// Votes of the cells of a file for the mark before the fraction of its numbers.
struct DecimalVote {
  private var point = 0
  private var comma = 0
  private var unclearComma = 0

  /// Adds the vote of a trimmed cell, if it looks like a number and shows its mark.
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard
      let number = OrnamentedNumber(bytes, range.lowerBound, range.upperBound, .point)
        ?? OrnamentedNumber(bytes, range.lowerBound, range.upperBound, .comma)
    else { return }
    var points = 0
    var commas = 0
    var last: UInt8 = 0
    var digits = 0
    var digitsAfterLast = 0
    var leadsWithZero = false
    var position = number.start
    while position < number.end {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39:
        if digits == 0 { leadsWithZero = byte == 0x30 }
        digits += 1
        digitsAfterLast += 1
      case UInt8(ascii: "."), UInt8(ascii: ","):
        if byte == UInt8(ascii: ".") { points += 1 } else { commas += 1 }
        last = byte
        digitsAfterLast = 0
      default:
        let (scalar, length) = CellScalar.first(bytes, position, number.end)
        guard CellScalar.isBlank(scalar) || CellScalar.isApostrophe(scalar) else { return }
        position += length - 1
      }
      position += 1
    }
    guard digits > 0, points + commas > 0 else { return }
    let looksGrouped =
      digitsAfterLast == 3 && (1...3).contains(digits - digitsAfterLast) && !leadsWithZero
    vote(points, commas, isPointLast: last == UInt8(ascii: "."), looksGrouped: looksGrouped)
  }

  private mutating func vote(_ points: Int, _ commas: Int, isPointLast: Bool, looksGrouped: Bool) {
    switch (points, commas) {
    case (1..., 1...):
      // Both stand there: the last one is before the fraction, if it is there but once.
      if isPointLast, points == 1 { point += 1 }
      if !isPointLast, commas == 1 { comma += 1 }
    case (1, 0):
      if !looksGrouped { point += 1 }
    case (0, 1):
      if looksGrouped { unclearComma += 1 } else { comma += 1 }
    case (2..., 0):
      comma += 1
    case (0, 2...):
      point += 1
    case (_, _):
      break
    }
  }

  /// The mark that the cells of one column show; nil if they do not.
  var mark: DecimalMark? {
    point == comma ? nil : comma > point ? .comma : .point
  }

  /// The mark with more votes.
  ///
  /// "1,234" is unclear. It is a thousand and more where commas separate fields or where anything
  /// else speaks for the point; in a file with other delimiters it is a fraction.
  static func winner(_ votes: [DecimalVote], delimiter: UInt8) -> DecimalMark {
    let point = votes.reduce(0) { $0 + $1.point }
    let comma = votes.reduce(0) { $0 + $1.comma }
    let unclearComma = votes.reduce(0) { $0 + $1.unclearComma }
    if point != comma { return comma > point ? .comma : .point }
    return point == 0 && unclearComma > 0 && delimiter == UInt8(ascii: ";") ? .comma : .point
  }
}
