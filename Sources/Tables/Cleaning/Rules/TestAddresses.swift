/// Drops rows whose key is an e-mail address that nobody reads.
///
/// `test@…` with what may follow a plus sign, and addresses in the domains that are reserved for examples
/// (RFC 2606: example.com, .net, .org, and everything under .test, .example, .invalid).
package struct TestAddresses: CleaningRule {
  package let name = "test"

  private static let names = ["test", "tester", "testing"]
  private static let domains = ["example.com", "example.net", "example.org"]
  private static let endings = [".test", ".example", ".invalid"]

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    switch column.values {
    case .texts(let column):
      (0..<column.count).filter { row in
        column[row].contains(UInt8(ascii: "@")) && Self.isTest(column.string(at: row).lowercased())
      }
    case .numbers, .dates:
      []
    }
  }

  private static func isTest(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let name = parts[0].prefix { $0 != "+" }
    return names.contains { name == $0 }
      || domains.contains { parts[1] == $0 || parts[1].hasSuffix("." + $0) }
      || endings.contains { parts[1].hasSuffix($0) }
  }
}
