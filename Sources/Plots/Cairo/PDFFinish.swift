/// Adds to Cairo's PDF what Cairo 1.16 cannot write: proper dates, language, metadata, an identity.
///
/// Dates are mended in place, same length; the rest is appended as an incremental update, so every
/// offset that Cairo wrote stays true. Bytes of an unexpected shape are returned as they came.
struct PDFFinish {
  let document: PDFDocument
  /// Whether headings, figures and paragraphs are marked.
  let isStructured: Bool

  func finish(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for key in ["/CreationDate (", "/ModDate ("] { mendDate(key, in: &bytes) }
    return updated(bytes) ?? bytes
  }

  /// Writes `(D:20111209000000Z)` over Cairo's form, or blanks key and value.
  private func mendDate(_ key: String, in bytes: inout [UInt8]) {
    // From the end: the document's facts come last, after all drawn content.
    guard let start = bytes.lastRange(of: key),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ")")), end - start < 60
    else { return }
    let length = end + 1 - start
    var text = ""
    if let day = document.day {
      let digits = day.iso.filter { $0 != "-" }
      text = key + "D:\(digits)000000Z)"
    }
    guard text.utf8.count <= length else { return }
    text += String(repeating: " ", count: length - text.utf8.count)
    bytes.replaceSubrange(start..<(end + 1), with: text.utf8)
  }

  /// The file with a second catalog after it.
  private func updated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let trailer = bytes.lastRange(of: "trailer"),
      let tail = String(validating: bytes[trailer...], as: UTF8.self),
      let root = Self.number(after: "/Root ", in: tail),
      let info = Self.number(after: "/Info ", in: tail),
      let size = Self.number(after: "/Size ", in: tail),
      let previous = Self.number(after: "startxref\n", in: tail),
      let start = bytes.lastRange(of: "\n\(root) 0 obj\n"),
      let end = bytes[start...].firstRange(of: "\nendobj"),
      let object = String(validating: bytes[(start + 1)..<end], as: UTF8.self),
      let close = object.range(ofLast: ">>")
    else { return nil }
    var result = bytes
    let identity = Self.identity(of: bytes)
    let xmp = metadata
    let catalogOffset = result.count
    result += Array((object[..<close] + extraKeys(object, metadata: size) + ">>\nendobj\n").utf8)
    let metadataOffset = result.count
    result += Array(
      """
      \(size) 0 obj
      << /Type /Metadata /Subtype /XML /Length \(xmp.utf8.count) >>
      stream
      \(xmp)
      endstream
      endobj

      """.utf8
    )
    let tableOffset = result.count
    result += Array(
      """
      xref
      \(root) 1
      \(Self.padded(catalogOffset)) 00000 n\u{20}
      \(size) 1
      \(Self.padded(metadataOffset)) 00000 n\u{20}
      trailer
      << /Size \(size + 1) /Root \(root) 0 R /Info \(info) 0 R /Prev \(previous)
         /ID [<\(identity)> <\(identity)>] >>
      startxref
      \(tableOffset)
      %%EOF

      """.utf8
    )
    return result
  }

  private func extraKeys(_ object: String, metadata: Int) -> String {
    var keys: [(String, String)] = [
      ("/Lang", "(\(document.language))"),
      ("/ViewerPreferences", "<< /DisplayDocTitle true >>"),
      ("/Metadata", "\(metadata) 0 R"),
    ]
    if object.contains("/Outlines") { keys.append(("/PageMode", "/UseOutlines")) }
    if isStructured, object.contains("/StructTreeRoot") {
      keys.append(("/MarkInfo", "<< /Marked true >>"))
    }
    return keys.filter { !object.contains($0.0 + " ") }.map { "   \($0.0) \($0.1)\n" }.joined()
  }

  /// The facts of the document as XMP.
  private var metadata: String {
    let date = document.day.map { "<xmp:CreateDate>\($0.iso)</xmp:CreateDate>" } ?? ""
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:xmp="http://ns.adobe.com/xap/1.0/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(XML.escaped(document.title))</rdf:li>\
      </rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>\(XML.escaped(document.language))</rdf:li></rdf:Bag></dc:language>
      \(date)
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  private static func number(after key: String, in text: String) -> Int? {
    guard let end = text.range(endOfLast: key) else { return nil }
    return Int(text[end...].prefix { $0.isASCII && $0.isNumber })
  }

  private static func padded(_ offset: Int) -> String {
    let digits = String(offset)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// 32 hexadecimal digits that follow from the bytes.
  ///
  /// Two rounds of FNV-1a; not for security.
  private static func identity(of bytes: [UInt8]) -> String {
    var one: UInt64 = 0xCBF2_9CE4_8422_2325
    var two: UInt64 = 0x8422_2325_CBF2_9CE4
    for byte in bytes {
      one = (one ^ UInt64(byte)) &* 0x100_0000_01B3
      two = (two ^ UInt64(byte ^ 0x5A)) &* 0x100_0000_01B3
    }
    return [one, two].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
