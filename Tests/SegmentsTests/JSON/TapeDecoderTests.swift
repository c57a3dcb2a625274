import Foundation
import Testing

@testable import Segments

@Suite("Reading JSON")
struct TapeDecoderTests {
  private struct Member: Codable, Equatable {
    enum Kind: String, Codable { case one, two }
    var kind: Kind
    var name: String
    var counts: [Int]
    var shares: [Double]
    var small: [UInt8]
    var maybe: [Double?]
    var isTrue: Bool
    @Null var unknown: Double?
    var absent: Int?
    var inner: [String: [Member]]
  }

  private static func member(_ generator: inout Lehmer, depth: Int) -> Member {
    func numbers(_ generator: inout Lehmer) -> [Double] {
      (0..<generator.next(5)).map { _ in
        Double(generator.next(2_000_001) - 1_000_000) / [1, 3, 1e-9, 1e15][generator.next(4)]
      }
    }
    let letters = ["a", "é", "\"", "\\", "\n", "\u{1}", "🐟", "日", "/", "\u{2028}", " "]
    let shares = numbers(&generator)
    return Member(
      kind: generator.next(2) == 0 ? .one : .two,
      name: (0..<generator.next(8)).map { _ in letters[generator.next(letters.count)] }.joined(),
      counts: (0..<generator.next(6)).map { _ in generator.next(3) == 0 ? .min : generator.next(99)
      },
      shares: shares,
      small: (0..<generator.next(3)).map { _ in UInt8(generator.next(256)) },
      maybe: shares.map { $0 > 0 ? $0 : nil },
      isTrue: generator.next(2) == 0,
      unknown: generator.next(2) == 0 ? nil : 0.1,
      absent: generator.next(2) == 0 ? nil : -7,
      inner: depth == 0
        ? [:] : ["x": [member(&generator, depth: depth - 1)], "y \"z\"": []]
    )
  }

  @Test("gives what was written, spread out or not, for 200 generated values")
  func roundTrip() throws {
    var generator = Lehmer(seed: 20_261)
    for round in 0..<200 {
      let wanted = [Self.member(&generator, depth: round % 4)]
      let encoder = JSONEncoder()
      encoder.outputFormatting = round % 2 == 0 ? [.sortedKeys] : [.prettyPrinted]
      let bytes = [UInt8](try encoder.encode(wanted))
      let read = try TapeDecoder.decode([Member].self, from: bytes)
      #expect(read == wanted, "seed 20261, round \(round)")
    }
  }

  @Test("understands the signs written with a backslash, pairs of them too")
  func escapes() throws {
    let json = #"["a\u00e9\/\b\f\n\r\t\"\\", "\ud83d\udc1f", "\u0000"]"#
    let read = try TapeDecoder.decode([String].self, from: Array(json.utf8))
    #expect(read == ["aé/\u{8}\u{C}\n\r\t\"\\", "🐟", "\0"])
  }

  @Test(
    "refuses what is no JSON or other than asked for",
    arguments: [
      "", "[", "[1", "[1,]", "[,1]", "[1 2]", "[01]", "[1.]", "[.5]", "[+1]", "[-]", "[1e]",
      "[NaN]",
      "[1]]", "[1] x", "{}", "[\"1\"]", "[1.5]", "[9223372036854775808]", "[tru]", "[nul]",
      "{\"a\" 1}",
      "{\"a\":}", "{1:1}", "[null]", String(repeating: "[", count: 100_000),
    ]
  )
  func refused(_ json: String) {
    #expect(throws: (any Error).self) {
      try TapeDecoder.decode([Int].self, from: Array(json.utf8))
    }
  }

  @Test(
    "refuses texts that are none",
    arguments: [
      #"["\x"]"#, #"["\u12"]"#, #"["\u+123"]"#, #"["\ud83d"]"#, #"["\ud83dx"]"#, #"["a]"#,
      "[\"a\nb\"]",
      #"["\"#, #"["\ud83d\u0041"]"#,
    ]
  )
  func refusedTexts(_ json: String) {
    #expect(throws: (any Error).self) {
      try TapeDecoder.decode([String].self, from: Array(json.utf8))
    }
    #expect(throws: (any Error).self) {
      try TapeDecoder.decode([String].self, from: [0x5B, 0x22, 0xFF, 0x22, 0x5D])
    }
  }

  @Test("takes whole numbers however they are written")
  func wholes() throws {
    let json = "[0, -0, 1e3, 12.0, 9223372036854774784, -9223372036854775808]"
    let read = try TapeDecoder.decode([Int].self, from: Array(json.utf8))
    #expect(read == [0, 0, 1000, 12, 9_223_372_036_854_774_784, .min])
  }

  @Test("takes and refuses damaged texts as Foundation does")
  func damage() throws {
    var generator = Lehmer(seed: 77)
    let whole = Array(#"{"a":[1,2.5,-31],"b":[7,12]}"#.utf8)
    for _ in 0..<400 {
      var bytes = whole
      bytes[generator.next(bytes.count)] = UInt8(32 + generator.next(95))
      let read = try? TapeDecoder.decode([String: [Double]].self, from: bytes)
      let wanted = try? JSONDecoder().decode([String: [Double]].self, from: Data(bytes))
      #expect(read == wanted, "seed 77: \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

/// Numbers that look random and are the same in every run.
private struct Lehmer {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
