import Foundation
import Testing

@testable import Plots

@Suite("A PNG file")
struct PNGFileTests {
  @Test("keeps the most frequent colors exactly and gives rare ones the nearest")
  func palette() {
    var colors = [UInt32](repeating: 0xFFFFFF, count: 4_000)
    for index in 0..<300 { colors += [UInt32](repeating: UInt32(index) << 8, count: 300 - index) }
    let image = IndexedImage(width: colors.count, colors: colors)
    #expect(image.palette.count == 256)
    #expect(image.palette.first == 0xFFFFFF)
    let dots = expanded(image.rows).dropFirst()
    for (color, dot) in zip(colors, dots).prefix(30_000) {
      #expect(image.palette[Int(dot)] == color)
    }
    // 299 << 8 has no place of its own; 43 << 8 is one step of red away.
    #expect(image.palette[Int(dots.last ?? 0)] == 43 << 8)
  }

  @Test("finds the nearest color as a look at all of them does, the first of equals")
  func nearest() {
    var state: UInt64 = 11
    func color() -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Few steps a channel, so that many are equally near.
      return UInt32(truncatingIfNeeded: state >> 40) & 0xF8_F8F8
    }
    for count in [1, 2, 40, 256] {
      let palette = (0..<count).map { _ in color() }
      let nearest = NearestColor(palette)
      for _ in 0..<200 {
        let wanted = color()
        func distance(_ place: Int) -> Int {
          zip([16, 8, 0] as [UInt32], [2, 4, 3]).reduce(0) { sum, channel in
            let one = Int(wanted >> channel.0 & 0xFF)
            let other = Int(palette[place] >> channel.0 & 0xFF)
            return sum + channel.1 * (one - other) * (one - other)
          }
        }
        let first = palette.indices.min { distance($0) < distance($1) }
        #expect(nearest.place(of: wanted) == first, "seed 11, \(count) colors")
      }
    }
  }

  @Test("packs bytes so that they come out the same, whatever their rows")
  func deflate() throws {
    var state: UInt64 = 7
    var bytes: [UInt8] = []
    for block in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 54)
      let byte = UInt8(truncatingIfNeeded: state >> 40)
      bytes +=
        block.isMultiple(of: 5)
        ? (0..<40).map { byte &+ UInt8($0 * 7 % 256) }
        : [UInt8](repeating: byte, count: length)
    }
    for row in [1, 2, 3, 13, 258, 600, 40_000] {
      let rows = stack(bytes, row: row)
      #expect(Inflate.bytes(of: Deflate.zlib(rows)) == expanded(rows), "rows of \(row)")
    }
    #expect(Inflate.bytes(of: Deflate.zlib(RowStack(width: 1))) == [])
  }

  @Test("ends with the checksum of all rows, those that repeat included")
  func checksum() {
    for row in [1, 7, 300] {
      let rows = stack((0..<2_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }, row: row)
      // The slow twin: RFC 1950 byte by byte.
      var (one, two) = (1, 0)
      for byte in expanded(rows) {
        one = (one + Int(byte)) % 65_521
        two = (two + one) % 65_521
      }
      let sum = [two >> 8, two, one >> 8, one].map { UInt8(truncatingIfNeeded: $0) }
      #expect(Array(Deflate.zlib(rows).suffix(4)) == sum)
    }
  }

  @Test("finds runs of dots and rows that repeat, whatever stands above the colors")
  func runs() {
    let row: [UInt32] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3]
    let marked = row.map { $0 | 0xFF00_0000 }
    let other = [UInt32](repeating: 9, count: 13)
    let dots = DotRuns(width: 13, colors: row + marked + other + row)
    #expect(dots.counts == [2, 1, 1])
    #expect(dots.row(0).map { dots.runs[$0].length } == [10, 2, 1])
    #expect(dots.row(1).map { dots.runs[$0].color } == [9])
    #expect(dots.runs[dots.row(2)] == dots.runs[dots.row(0)])
  }

  /// Rows of which every third comes several times; the last is filled with zeros.
  private func stack(_ bytes: [UInt8], row: Int) -> RowStack {
    var stack = RowStack(width: row)
    for (place, start) in stride(from: 0, to: min(bytes.count, row * 400), by: row).enumerated() {
      let part = bytes[start..<min(start + row, bytes.count)]
      for byte in part { stack.add(byte, times: 1) }
      stack.add(0, times: row - part.count)
      stack.endRow(count: place.isMultiple(of: 3) ? 1 + place % 5 : 1)
    }
    return stack
  }

  private func expanded(_ stack: RowStack) -> [UInt8] {
    stack.counts.enumerated().flatMap { place, count in
      var row: [UInt8] = []
      for run in stack.runs[stack.row(place)] {
        row += [UInt8](repeating: run.byte, count: Int(run.end) - row.count)
      }
      return (0..<count).flatMap { _ in row }
    }
  }
}

/// Unpacks one block of fixed codes, bit by bit as RFC 1951 reads: the slow twin of `Deflate`.
private struct Inflate {
  private let input: [UInt8]
  private var place = 16

  static func bytes(of stream: [UInt8]) -> [UInt8]? {
    var reader = Inflate(input: stream)
    guard reader.number(3) == 0b011 else { return nil }
    var output: [UInt8] = []
    while let symbol = reader.symbol(), symbol != 256 {
      guard symbol > 256 else {
        output.append(UInt8(symbol))
        continue
      }
      guard let length = reader.length(symbol), let distance = reader.distance(),
        distance <= output.count
      else { return nil }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return output
  }

  private init(input: [UInt8]) {
    self.input = input
  }

  private mutating func bit() -> Int? {
    guard place / 8 < input.count else { return nil }
    defer { place += 1 }
    return Int(input[place / 8] >> UInt8(place % 8) & 1)
  }

  private mutating func number(_ count: Int) -> Int? {
    var value = 0
    for index in 0..<count {
      guard let bit = bit() else { return nil }
      value |= bit << index
    }
    return value
  }

  private mutating func code(_ count: Int, _ start: Int = 0) -> Int? {
    var value = start
    for _ in 0..<count {
      guard let bit = bit() else { return nil }
      value = value << 1 | bit
    }
    return value
  }

  private mutating func symbol() -> Int? {
    guard let seven = code(7) else { return nil }
    if seven < 24 { return 256 + seven }
    guard let eight = code(1, seven) else { return nil }
    if eight < 192 { return eight - 48 }
    if eight < 200 { return 280 + eight - 192 }
    return code(1, eight).map { 144 + $0 - 400 }
  }

  private mutating func length(_ symbol: Int) -> Int? {
    if symbol == 285 { return 258 }
    if symbol < 265 { return symbol - 254 }
    let extra = (symbol - 261) / 4
    let base = ((4 + (symbol - 261) % 4) << extra) + 3
    return number(extra).map { base + $0 }
  }

  private mutating func distance() -> Int? {
    guard let symbol = code(5) else { return nil }
    if symbol < 4 { return symbol + 1 }
    let extra = symbol / 2 - 1
    let base = ((2 + symbol % 2) << extra) + 1
    return number(extra).map { base + $0 }
  }
}
