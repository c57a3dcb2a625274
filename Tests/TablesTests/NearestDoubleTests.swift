import Foundation
import Testing

@testable import Tables

@Suite("Numbers, compared with strtod")
struct NearestDoubleTests {
  private static let count = 1_000_000

  /// Writes numbers into bytes, as programs and adversaries do.
  private struct Writer {
    var generator: SplitMix
    var bytes: [UInt8] = []

    mutating func digits(_ count: Int) {
      for _ in 0..<count { bytes.append(0x30 + UInt8(generator.next() % 10)) }
    }

    mutating func text(_ text: String) { bytes += text.utf8 }

    mutating func below(_ bound: UInt64) -> Int { Int(generator.next() % bound) }

    /// The next number; its kind goes round.
    mutating func write(_ round: Int) {
      bytes.removeAll(keepingCapacity: true)
      if generator.next() % 3 == 0 { bytes.append(0x2d) }
      switch round % 10 {
      case 0, 1, 2:
        digits(1 + below(6))
        bytes.append(0x2e)
        digits(2)
      case 3:
        digits(1 + below(9))
      case 4:
        digits(below(20))
        bytes.append(0x2e)
        digits(1 + below(25))
      case 5:
        digits(1 + below(19))
        text("e")
        if generator.next() % 2 == 0 { text("-") }
        digits(1 + below(3))
      case 6:
        digits(1 + below(30))
        text(".")
        digits(below(30))
        text("E\(below(80) - 40)")
      case 7:
        // One bit is taken off, so that it is neither infinite nor no number.
        text("\(Double(bitPattern: generator.next() & ~(1 << 63 | 1 << 52)))")
      case 8:
        text("0.")
        for _ in 0..<below(330) { text("0") }
        digits(1 + below(25))
      default:
        writeMiddle()
      }
    }

    /// A number on or beside the middle of two neighbors.
    private mutating func writeMiddle() {
      let odd = generator.next() >> 11 | 1 << 52 | 1
      let shift = below(10)
      // odd + 1/2 is the middle of two integers of 53 bits; its doubles are exact in decimal.
      let whole = odd << UInt64(shift)
      text("\(whole)")
      switch below(4) {
      case 0: text(".5")
      case 1: text(".50000000000000000000000000000000000001")
      case 2: text(".49999999999999999999999999999999999999")
      default: text(".5e0")
      }
    }
  }

  @Test("are the same bits, a million random and adversarial ones (seed 20261122)")
  func sameAsStrtod() {
    var writer = Writer(generator: SplitMix(seed: 20_261_122))
    let parser = NumberParser(.point)
    for round in 0..<Self.count {
      writer.write(round)
      let end = writer.bytes.count
      let found = parser.plain(writer.bytes.span, 0, end)
      writer.bytes.append(0)
      let expected = unsafe writer.bytes.withUnsafeBytes { bytes in
        unsafe bytes.bindMemory(to: CChar.self).baseAddress.map { unsafe strtod($0, nil) } ?? 0
      }
      let isSame = found.map { $0.bitPattern == expected.bitPattern } ?? !expected.isFinite
      // The macro costs more than the parser: it is asked only about what is wrong.
      guard !isSame else { continue }
      Issue.record("\(String(decoding: writer.bytes.dropLast(), as: UTF8.self))")
      return
    }
  }

  @Test(
    "that are known to be hard are the same bits",
    arguments: [
      "2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308",
      "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
      "2.47032822920623272088284396434110686182e-324",
      "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e308",
      "1e309", "1e-400",
      "9007199254740993", "9007199254740992.999999999", "9007199254740993.0000000000000000000001",
      "0.1e-6176", "8.5e-320", "1e23", "8.41e21", "9.109e-31", "6.02214076e23",
      "0e999999999999999999999",
      "3.4e-4932", "-0", "0.000000000000000000000000000000000000001e39", "7.3177701707893310e+15",
      "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
    ],
  )
  func hard(text: String) {
    same(text)
  }

  @Test("of thousands of digits are the same bits, and take no time that grows with their square")
  func long() {
    let nines = String(repeating: "9", count: 5000)
    for text in [
      nines, "0." + nines, "0." + String(repeating: "0", count: 300) + nines, nines + "e-5000",
      "1" + String(repeating: "0", count: 3000) + "e-3000",
      "0." + String(repeating: "0", count: 3000) + "1e3001",
      "9007199254740993." + String(repeating: "0", count: 900) + "1",
      "9007199254740993." + String(repeating: "0", count: 900),
    ] {
      same(text)
    }
    let million = [UInt8](repeating: 0x37, count: 1 << 20)
    #expect(NumberParser(.point).plain(million.span, 0, million.count) == nil)
  }

  private func same(_ text: String) {
    let bytes = Array(text.utf8)
    let found = NumberParser(.point).plain(bytes.span, 0, bytes.count)
    let expected = unsafe strtod(text, nil)
    #expect(found?.bitPattern == (expected.isFinite ? expected.bitPattern : nil), "\(text)")
  }
}
