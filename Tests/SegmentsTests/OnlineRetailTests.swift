import Foundation
import Testing

@testable import Segments

/// The year of a British shop, half a million order lines, against a plain count of the same lines.
@Suite("The customers of Online Retail", .enabled(if: SharedData.isHere))
struct OnlineRetailTests {
  /// What a plain count knows of a customer.
  private struct Plain {
    var lastDay = Int.min
    var orders: Set<String> = []
    /// Millionths of a pound.
    var spent = 0
  }

  @Test("have the recency, frequency and monetary value that a plain count gives them")
  func sameAsPlainCount() throws {
    let text = try Self.lines()
    let pipeline = Pipeline(dataset: "retail", recipe: Recipe())
    var ledger = Ledger()
    let harvest = try pipeline.harvest(Export(name: "retail.csv", bytes: text), fitting: ledger)
    try ledger.merge(harvest)
    let table = FeatureBuilder.table(of: ledger, recipe: Recipe())
    let plain = Self.count(text)
    let asOf = try #require(Self.day("2011-12-09"))
    let recency = try #require(table.feature(named: "recency")?.values)
    let frequency = try #require(table.feature(named: "frequency")?.values)
    let monetary = try #require(table.feature(named: "monetary")?.values)
    #expect(table.customers.count >= plain.count && plain.count == 4338)
    var found = 0
    for (row, customer) in table.customers.enumerated() {
      guard let expected = plain[customer.text] else {
        // Who only brought something back has bought nothing.
        #expect((monetary[row] ?? 0) == 0, "\(customer.text)")
        continue
      }
      found += 1
      #expect(recency[row] == Double(asOf - expected.lastDay), "\(customer.text)")
      #expect(frequency[row] == Double(expected.orders.count), "\(customer.text)")
      let difference = (monetary[row] ?? 0) - Double(expected.spent) / 1_000_000
      #expect(abs(difference) < 0.005, "\(customer.text)")
    }
    #expect(found == plain.count)
  }

  /// All days as one file.
  private static func lines() throws -> [UInt8] {
    let folder = try #require(SharedData.folder).appending(path: "online-retail/by-day")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var text: [UInt8] = []
    for name in names {
      let day = try SharedData.bytes("online-retail/by-day/\(name)")
      let header = (day.firstIndex(of: 0x0a) ?? -1) + 1
      text += text.isEmpty ? day[...] : day[header...]
    }
    return text
  }

  /// Lines with a customer, a price and a quantity above zero whose invoice was not cancelled.
  private static func count(_ text: [UInt8]) -> [String: Plain] {
    var customers: [String: Plain] = [:]
    var days: [String: Int] = [:]
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in text {
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x2c where !isQuoted, 0x0a where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == 0x0a {
          add(fields, to: &customers, &days)
          fields.removeAll(keepingCapacity: true)
        }
      default: field.append(byte)
      }
    }
    return customers
  }

  private static func add(
    _ fields: [String],
    to customers: inout [String: Plain],
    _ days: inout [String: Int],
  ) {
    guard fields.count == 8, !fields[6].isEmpty, !fields[0].hasPrefix("C"),
      let quantity = Int(fields[3]), quantity > 0, let price = millionths(fields[5]), price > 0
    else { return }
    let date = String(fields[4].prefix(10))
    let day = days[date] ?? Self.day(date) ?? 0
    days[date] = day
    var customer = customers[String(fields[6].prefix { $0 != "." })] ?? Plain()
    customer.lastDay = max(customer.lastDay, day)
    customer.orders.insert(fields[0])
    customer.spent += price * quantity
    customers[String(fields[6].prefix { $0 != "." })] = customer
  }

  private static func millionths(_ price: String) -> Int? {
    let parts = price.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = Int(parts[0]), parts.count <= 2 else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.count <= 6 else { return nil }
    let digits = fraction.padding(toLength: 6, withPad: "0", startingAt: 0)
    return Int(digits).map { whole * 1_000_000 + $0 }
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
