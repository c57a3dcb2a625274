import Foundation
import Testing

/// The year of a British shop, half a million order lines, against a plain count of the same lines.
@Suite("The customers of Online Retail", .enabled(if: RealExports.areRead))
struct OnlineRetailTests {
  /// What a plain count knows of a customer.
  private struct Plain {
    var lastDay = Int.min
    var orders: Set<String> = []
    /// Millionths of a pound.
    var spent = 0

    mutating func add(_ order: String, _ day: Int, _ worth: Int) {
      lastDay = max(lastDay, day)
      orders.insert(order)
      spent += worth
    }
  }

  @Test("have the recency, frequency and monetary value that a plain count gives them")
  func sameAsPlainCount() throws {
    let house = try TemporaryHouse()
    let text = try Self.lines()
    let file = house.root.appending(path: "retail.csv")
    try house.write(Data(text), to: file)
    let output = house.root.appending(path: "out")
    let ending = try house.run(
      "report",
      file.path,
      "--output",
      output.path,
      "--format",
      "html"
    )
    #expect(ending.code == 0, "\(ending.errors)")
    let table = try String(contentsOf: output.appending(path: "segments.csv"), encoding: .utf8)
    let rows = table.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: ["\""]) }
    }
    let header = try #require(rows.first)
    let places = try ["recency", "frequency", "monetary"].map {
      try #require(header.firstIndex(of: $0))
    }
    let plain = Self.count(text)
    let asOf = try #require(Self.day("2011-12-09"))
    #expect(rows.count == plain.count + 1 && plain.count == 4338)
    for row in rows.dropFirst() {
      let expected = try #require(plain[row[0]], "\(row[0])")
      #expect(row[places[0]] == "\(asOf - expected.lastDay)", "\(row[0])")
      #expect(row[places[1]] == "\(expected.orders.count)", "\(row[0])")
      let spent = try #require(Double(row[places[2]]))
      #expect(abs(spent - Double(expected.spent) / 1_000_000) < 0.005, "\(row[0])")
    }
  }

  /// All days as one file.
  private static func lines() throws -> [UInt8] {
    let folder = try #require(RealExports.folder).appending(path: "online-retail/by-day")
    var text: [UInt8] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let day = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      let header = (day.firstIndex(of: 0x0a) ?? -1) + 1
      text += text.isEmpty ? day[...] : day[header...]
    }
    return text
  }

  /// Lines with a customer, a price and a quantity above zero whose invoice was not cancelled.
  private static func count(_ text: [UInt8]) -> [String: Plain] {
    var customers: [String: Plain] = [:]
    var days: [String: Int] = [:]
    var ends: [Int] = []
    var start = 0
    var isQuoted = false
    for place in text.indices {
      switch text[place] {
      case 0x22: isQuoted.toggle()
      case 0x2c where !isQuoted: ends.append(place)
      case 0x0a where !isQuoted:
        ends.append(place)
        add(text, start, ends, to: &customers, &days)
        ends.removeAll(keepingCapacity: true)
        start = place + 1
      default: break
      }
    }
    return customers
  }

  private static func add(
    _ text: [UInt8],
    _ start: Int,
    _ ends: [Int],
    to customers: inout [String: Plain],
    _ days: inout [String: Int],
  ) {
    func field(_ number: Int) -> Substring {
      let first = number == 0 ? start : ends[number - 1] + 1
      return Substring(decoding: text[first..<ends[number]], as: UTF8.self)
    }
    guard ends.count == 8, ends[5] + 1 < ends[6], text[start] != UInt8(ascii: "C"),
      let quantity = Int(field(3)), quantity > 0, let price = millionths(field(5)), price > 0
    else { return }
    let date = String(field(4).prefix(10))
    let day = days[date] ?? Self.day(date) ?? 0
    days[date] = day
    customers[String(field(6).prefix { $0 != "." }), default: Plain()].add(
      String(field(0)),
      day,
      price * quantity
    )
  }

  private static func millionths(_ price: Substring) -> Int? {
    let parts = price.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]), parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 6 else { return nil }
    return Int(fraction + String(repeating: "0", count: 6 - fraction.count))
      .map { whole * 1_000_000 + $0 }
  }

  private static func day(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
    return calendar.date(from: components).map { Int($0.timeIntervalSince1970 / 86_400) }
  }
}
