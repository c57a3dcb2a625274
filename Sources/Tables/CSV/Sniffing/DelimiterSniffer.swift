/// Finds the delimiter: under the right one the first records have equally many fields.
struct DelimiterSniffer {
  /// The bytes that can be delimiters, the likelier ones first.
  static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// The text without its byte order mark, with 64 spare bytes.
  let text: [UInt8]
  /// The bytes of the text that count.
  let range: Range<Int>
  /// Whether the file ends where the range ends.
  let isWhole: Bool
  /// How fields are quoted.
  var quoting = Quoting()

  /// The delimiter, and where the text goes on after a line that only names it ("sep=;").
  func delimiter() -> (delimiter: UInt8, start: Int) {
    if let named = namedDelimiter() { return named }
    return (best()?.delimiter ?? Self.candidates[0], range.lowerBound)
  }

  /// The best of the candidates; nil if none separates anything.
  func best() -> (delimiter: UInt8, score: Double, fields: Int)? {
    var best: (delimiter: UInt8, score: Double, fields: Int)?
    for candidate in Self.candidates {
      guard let (score, fields) = score(candidate) else { continue }
      let isBetter =
        best.map { score > $0.score + 0.02 || (score > $0.score - 0.02 && fields > $0.fields) }
      if isBetter ?? true { best = (candidate, score, fields) }
    }
    return best
  }

  /// How well the records agree under a delimiter; nil if it does not separate anything.
  func score(_ delimiter: UInt8) -> (score: Double, fields: Int)? {
    let counts = FieldCounts(index(delimiter), in: text)
    guard counts.usual > 1 else { return nil }
    // A header of another length speaks against a delimiter more than any other record does, and
    // what looks like a preamble may be the header under the right delimiter.
    let doubt = (counts.isHeaderUsual ? 0 : 0.25) + (counts.hasPreamble ? 0.1 : 0)
    return (counts.consistency - doubt, counts.usual)
  }

  /// The first records under a delimiter.
  private func index(_ delimiter: UInt8) -> RecordIndex {
    var limits = CSVLimits()
    limits.columns = .max
    limits.fieldBytes = .max
    limits.recordBytes = .max
    var scanner = RecordScanner(
      quoting.applied(to: CSVDialect(delimiter: delimiter)),
      limits: limits,
      origin: Position(line: 1, byte: 0, record: 1),
    )
    var index = RecordIndex()
    let sample = range.lowerBound..<min(range.upperBound, range.lowerBound + 1 << 17)
    let isAll = isWhole && sample.upperBound == range.upperBound
    // A quote that is never closed is an error later, under the delimiter that is chosen.
    _ = try? scanner.scan(text, sample, isWhole: isAll, maximum: 200, into: &index)
    return index
  }

  /// The delimiter that a first line "sep=;" names, as Excel writes and reads it.
  private func namedDelimiter() -> (delimiter: UInt8, start: Int)? {
    let key = Array("sep=".utf8)
    let start = range.lowerBound
    guard range.count > key.count + 1, text[start..<start + key.count].elementsEqual(key) else {
      return nil
    }
    let delimiter = text[start + key.count]
    var next = start + key.count + 1
    guard delimiter > 0x20 || delimiter == 0x09, text[next] == 0x0a || text[next] == 0x0d else {
      return nil
    }
    if text[next] == 0x0d, next + 1 < range.upperBound, text[next + 1] == 0x0a { next += 1 }
    return (delimiter, next + 1)
  }
}
