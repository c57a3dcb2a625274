import Foundation
import Testing

@testable import Segments

@Suite("The page of platforms")
struct PlatformPageTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Segments/Segments.docc/Platforms.md").standardized
  static let heading = "## The exports\n"

  @Test("says of each what it is known by and what is read, as the tables do")
  func tables() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.heading))
    let sections = Platform.all.sorted { $0.name < $1.name }.map(Self.section)
    let expected = text[..<start.upperBound] + "\n" + sections.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(expected.utf8).write(to: Self.page)
      return
    }
    #expect(text == expected, "UPDATE_GOLDENS=1 writes the page anew")
  }

  private static func section(_ platform: Platform) -> String {
    var rows = [("a row is", row(platform)), ("known by", knownBy(platform))]
    for role in Role.allCases {
      guard let headers = platform.roles[role] else { continue }
      rows.append((role.rawValue, headers.map(code).joined(separator: ", else ")))
    }
    if let order = platform.dateOrder {
      rows.append(("dates like 3/4/2026", order == .mdy ? "month first" : "day first"))
    }
    if let advice = platform.advice { rows.append(("note", advice)) }
    let lines = rows.map { "| \($0.0) | \($0.1) |" }
    return (["### \(platform.name)", "", "| | |", "|---|---|"] + lines).joined(separator: "\n")
      + "\n"
  }

  private static func row(_ platform: Platform) -> String {
    switch (platform.grain, platform.amounts, platform.isContinued) {
    case (.customers, _, _): "a customer"
    case (.lines, .line, _): "a line of an order, with its own amount"
    case (.lines, .order, true):
      "a line of an order; the order's cells stand on its first line, its amount counts once"
    case (.orders, _, true):
      "an order, or a line of one; the order's cells may be blank after the first, its amount counts once"
    default: "an order"
    }
  }

  private static func knownBy(_ platform: Platform) -> String {
    let sorted = platform.signature.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.map { "\(code($0.key)) \($0.value)" }.joined(separator: ", ")
  }

  private static func code(_ header: String) -> String { "`\(header)`" }
}
