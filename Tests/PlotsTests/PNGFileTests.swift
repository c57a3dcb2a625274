import Foundation
import Testing

@testable import Plots

@Suite("A PNG file")
struct PNGFileTests {
  @Test("keeps the most frequent colors exactly and gives rare ones the nearest")
  func palette() {
    var colors = [UInt32](repeating: 0xFFFFFF, count: 4_000)
    for index in 0..<300 { colors += [UInt32](repeating: UInt32(index) << 8, count: 300 - index) }
    let image = IndexedImage(width: colors.count, height: 1, colors: colors)
    #expect(image.palette.count == 256)
    #expect(image.palette.first == 0xFFFFFF)
    for (color, dot) in zip(colors, image.dots).prefix(30_000) {
      #expect(image.palette[Int(dot)] == color)
    }
    // 299 << 8 has no place of its own; 43 << 8 is one step of red away.
    #expect(image.palette[Int(image.dots.last ?? 0)] == 43 << 8)
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
    for row in [1, 13, 600, 40_000] {
      #expect(Inflate.bytes(of: Deflate.zlib(bytes, row: row)) == bytes, "rows of \(row)")
    }
    #expect(Inflate.bytes(of: Deflate.zlib([], row: 1)) == [])
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
