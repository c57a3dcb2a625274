/// Writes an image as a PNG file.
enum PNGFile {
  /// The bytes of the file; the same image gives the same bytes.
  static func bytes(of image: IndexedImage, dotsPerPoint: Double?) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += chunk("IHDR", number(image.width) + number(image.height) + [8, 3, 0, 0, 0])
    if let dotsPerPoint {
      let perMeter = Int((dotsPerPoint * 72 / 0.0254).rounded())
      file += chunk("pHYs", number(perMeter) + number(perMeter) + [1])
    }
    file += chunk(
      "PLTE",
      image.palette.flatMap { color in
        [16, 8, 0].map { UInt8(truncatingIfNeeded: color >> $0) }
      }
    )
    file += chunk("IDAT", Deflate.zlib(image.rows))
    return file + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return number(content.count) + body + number(Int(checksum(body)))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32, four bytes at a time: each byte has its own table, which knows of the zeros after it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let tables = Self.tables
    var sum: UInt32 = 0xFFFF_FFFF
    var place = 0
    while place + 4 <= bytes.count {
      sum ^= UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
      sum ^= UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
      sum =
        tables[Int(768 + sum & 0xFF)] ^ tables[Int(512 + sum >> 8 & 0xFF)]
        ^ tables[Int(256 + sum >> 16 & 0xFF)] ^ tables[Int(sum >> 24)]
      place += 4
    }
    for byte in bytes[place...] { sum = tables[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    return ~sum
  }

  /// What a byte does to the sum, and what it does with one, two and three zeros after it.
  private static let tables: [UInt32] = (0..<4).reduce(into: []) { tables, zeros in
    for index in 0..<256 {
      var sum = zeros == 0 ? UInt32(index) : tables[(zeros - 1) * 256 + index]
      for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
      tables.append(sum)
    }
  }
}
