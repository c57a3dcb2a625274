import Foundation
import Segments
import Testing

@testable import Daemon

@Suite("Tokens for customers")
struct ShownKeysTests {
  private static let yaml = "watch: {settle: 10ms}\nreport: {privacy: {ids: hmac}}"

  /// The first cell of every line of a published table.
  private func customers(_ house: TemporaryHouse, _ path: String) throws -> Set<String> {
    let text = try house.text(house.outbox.appending(path: path))
    let cells = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix { $0 != "," } }
    return Set(cells.map { $0.trimmingCharacters(in: ["\""]) })
  }

  private func house() throws -> TemporaryHouse {
    let house = try TemporaryHouse(yaml: Self.yaml)
    for part in 0..<2 {
      try house.drop("shop/\(part).csv", KeptRunsTests.orders(40, part: part))
      try house.carry()
    }
    return house
  }

  @Test(
    "stand in every table in the place of keys, the same in every run, and lead back to their customer"
  )
  func tables() throws {
    let house = try house()
    let runs = try house.runs()
    let first = try customers(house, runs[0] + "/segments.csv")
    let second = try customers(house, runs[1] + "/segments.csv")
    #expect(first.count == 40 && first.isSubset(of: second))
    #expect(second.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    #expect(try customers(house, runs[1] + "/movers.csv").isSubset(of: second))
    let token = try #require(second.sorted().first)
    let explained = try Explanation.all(of: token, dataset: nil, house.settings)
    #expect(explained.count == 1 && explained[0].customer.hasPrefix("k"))
    let output = house.root.appending(path: "replay").path
    #expect(try Replay(house.settings).run(dataset: nil, output: output)[0].differences == [])
    let again = try String(contentsOfFile: output + "/shop/segments.csv", encoding: .utf8)
    #expect(try again == house.text(house.outbox.appending(path: runs[1] + "/segments.csv")))
  }

  @Test("are forgotten with their customer")
  func forgotten() throws {
    let house = try house()
    let shown = try ShownKeys(knownIn: Folder(at: house.settings.state))
    #expect(try customers(house, house.runs()[1] + "/segments.csv").contains(shown("k17")))
    guard case .done(let receipt) = try Erasure.forget("k17", house.settings) else {
      Issue.record("the request was left")
      return
    }
    #expect(receipt.publications == 2)
    for run in try house.runs() {
      #expect(try !customers(house, run + "/segments.csv").contains(shown("k17")))
    }
  }

  @Test("of another state are others, and without a state there are none")
  func secrets() throws {
    let (one, other) = (try house(), try house())
    let path = "/segments.csv"
    let left = try customers(one, one.runs()[0] + path)
    #expect(try left.isDisjoint(with: customers(other, other.runs()[0] + path)))
    var privacy = PrivacySettings()
    privacy.ids = .hmac
    #expect(throws: DaemonError.noTokens(path: "/nowhere")) {
      try ShownKeys(privacy, existingIn: "/nowhere")
    }
  }
}
