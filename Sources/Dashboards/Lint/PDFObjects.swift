/// The objects of a PDF file, as far as its plain dictionaries tell.
///
/// Our PDFs have no object streams, so everything but the drawings can be read as text.
struct PDFObjects {
  /// Whether the file begins and ends as a PDF must.
  let isWhole: Bool
  /// How many pages it has.
  let pages: Int
  /// How many font dictionaries describe letters.
  let fonts: Int
  /// How many of them come with a subset of the font.
  let embedded: Int
  /// How many pictures made of dots it has.
  let images: Int
  private let text: String

  /// Whether a name stands in one of its dictionaries.
  func has(_ name: String) -> Bool { text.contains(name) }

  init(_ bytes: [UInt8]) {
    text = Self.dictionaries(of: bytes)
    isWhole = text.hasPrefix("%PDF-") && text.suffix(32).contains("%%EOF")
    pages = Self.count("/Type /Page", in: text, notBefore: "s")
    fonts = Self.count("/Type /FontDescriptor", in: text)
    embedded = Self.count("/FontFile", in: text)
    images = Self.count("/Subtype /Image", in: text)
  }

  /// The file without what stands between `stream` and `endstream`.
  private static func dictionaries(of bytes: [UInt8]) -> String {
    let (open, close) = (Array("stream".utf8), Array("endstream".utf8))
    var kept: [UInt8] = []
    var start = 0
    while let from = find(open, in: bytes, from: start) {
      kept += bytes[start..<from]
      guard let end = find(close, in: bytes, from: from + open.count) else { break }
      start = end + close.count
    }
    kept += bytes[min(start, bytes.count)...]
    return String(decoding: kept, as: UTF8.self)
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard let first = word.first, bytes.count >= word.count else { return nil }
    var place = start
    while place <= bytes.count - word.count {
      if bytes[place] == first, bytes[place..<(place + word.count)].elementsEqual(word) {
        return place
      }
      place += 1
    }
    return nil
  }

  private static func count(
    _ word: String,
    in text: String,
    notBefore next: Character? = nil
  )
    -> Int
  {
    text.ranges(of: word).count { range in
      range.upperBound == text.endIndex || text[range.upperBound] != next
    }
  }
}
