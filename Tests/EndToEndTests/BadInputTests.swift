import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
  /// A file that cannot be used, and a word its reason must say.
  static let refused: [(name: String, text: String, word: String)] = [
    ("empty.csv", "", "empty"),
    ("header.csv", "customer_id,visits,total_spent\n", "no rows"),
    ("words.csv", "hello\nworld\n", "neither"),
    (
      "quote.csv", "customer_id,visits\n1,2\n2,\"3\n" + String(repeating: "x,y\n", count: 50),
      "line 3"
    ),
    (
      "wide.csv",
      (0..<5_000).map { "c\($0)" }.joined(separator: ",") + "\n"
        + (0..<5_000).map { "\($0)" }.joined(separator: ",") + "\n", "4096"
    ),
    (
      "field.csv", "customer_id,note\n1,\"" + String(repeating: "a", count: 1_200_000) + "\"\n",
      "line 2"
    ),
    (
      "rejected.csv",
      "order,customer,date,price,quantity\n"
        + (0..<40).map { "\($0),k\($0),2024-01-01,0,1\n" }.joined(), "40"
    ),
    (
      "undated.csv",
      "order,customer,date,price,quantity\n"
        + (0..<40).map { "\($0),k\($0),never,1,1\n" }.joined(), "date"
    ),
  ]

  @Test("is refused with a reason, kept untouched, and never stops the good file")
  func refusal() throws {
    let house = try TemporaryHouse()
    for bad in Self.refused { try house.drop(bad.text, as: bad.name) }
    var generator = SplitMix(state: 1)
    let noise = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    try house.drop(Data(noise), as: "noise.csv")
    try house.drop("%PDF-1.4\n", as: "paper.pdf")
    try house.drop(try house.sample("--customers", "50"), as: "good.csv")
    let ending = try house.drain()
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(try house.runs().count == 1)
    for bad in Self.refused {
      let reason = try house.reason(for: bad.name)
      #expect(
        reason.lowercased().replacingOccurrences(of: ",", with: "").contains(bad.word),
        "\(bad.name): \(reason)",
      )
      let kept = try String(
        contentsOf: house.inbox.appending(path: ".failed/\(bad.name)"),
        encoding: .utf8
      )
      #expect(kept == bad.text)
    }
    for name in ["noise.csv", "paper.pdf"] { #expect(try house.reason(for: name).count > 60) }
  }

  @Test(
    "of a dataset whose columns changed is refused by name where it would falsify what is known"
  )
  func changedColumns() throws {
    let house = try TemporaryHouse()
    let text = String(
      decoding: try house.sample("--orders", "--customers", "40"),
      as: UTF8.self
    )
    func renamed(_ column: String, to name: String) -> String {
      text.replacingOccurrences(of: column, with: name)
    }
    try house.drop(text, as: "shop-1.csv")
    #expect(try house.drain().code == 0)
    try house.drop(renamed("order_id", to: "voucher"), as: "shop-2.csv")
    try house.drop(renamed("quantity", to: "pcs_x"), as: "shop-3.csv")
    try house.drop(
      text.replacingOccurrences(of: "\n", with: ",7\n")
        .replacingOccurrences(of: "unit_price,7", with: "unit_price,coupon"),
      as: "shop-4.csv"
    )
    #expect(try house.drain().code == 0)
    let lost = try house.reason(for: "shop-2.csv")
    #expect(lost.contains("“order_id”") && lost.contains("“voucher”"), "\(lost)")
    let worth = try house.reason(for: "shop-3.csv")
    #expect(worth.contains("“quantity”") && worth.contains("columns: {quantity: …}"), "\(worth)")
    #expect(try house.names(in: house.inbox.appending(path: ".failed")).count == 4)
    let status = try house.run(
      "status",
      "--json",
      "--inbox",
      house.inbox.path,
      "--outbox",
      house.outbox.path,
      "--state",
      house.state.path
    )
    #expect(String(decoding: status.output, as: UTF8.self).contains("shop-4.csv"))
    // Said by name, the column is taken.
    try house.write(
      "watch: {settle: 100ms}\ndatasets: {shop: {columns: {quantity: pcs_x}}}\n",
      to: house.root.appending(path: "segmentd.yaml")
    )
    try house.drop(renamed("quantity", to: "pcs_x"), as: "shop-5.csv")
    #expect(try house.drain().code == 0)
    #expect(try house.names(in: house.inbox.appending(path: ".failed")).count == 4)
  }

  @Test("that is only small or dull becomes a page that says so")
  func smallAndDull() throws {
    let house = try TemporaryHouse()
    let files = [
      "row.csv": "customer_id,visits,total_spent\n1,2,3\n",
      "two.csv": "customer_id,visits,total_spent\n1,2,3\n2,3,4\n",
      "column.csv": "visits\n" + (1...60).map { "\($0)\n" }.joined(),
      "constant.csv": "customer_id,visits,total_spent\n"
        + (1...60).map { "\($0),5,9\n" }.joined(),
    ]
    for (name, text) in files { try house.drop(text, as: name) }
    let ending = try house.drain()
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(try house.runs().count == files.count)
  }

  @Test("ends report with 65 and three lines")
  func reportRefuses() throws {
    let house = try TemporaryHouse()
    try house.write("hello\nworld\n", to: house.root.appending(path: "words.csv"))
    let ending = try house.run("report", "words.csv", "--output", "out")
    #expect(ending.code == 65)
    #expect(ending.errors.contains("words.csv"))
    #expect(!FileManager.default.fileExists(atPath: house.root.appending(path: "out").path))
  }

  @Test("a wrong configuration ends with 78 and names the line and the nearest key")
  func configuration() throws {
    let house = try TemporaryHouse()
    try house.write(
      "watch: {settel: 2s}\n",
      to: house.root.appending(path: "segmentd.yaml")
    )
    let ending = try house.drain()
    #expect(ending.code == 78)
    #expect(ending.errors.contains("settle"))
    #expect(ending.errors.contains("1"))
  }

  @Test("a missing inbox and an outbox that cannot be written end with a reason")
  func folders() throws {
    let house = try TemporaryHouse()
    let missing = try house.run(
      "run",
      "--once",
      "--inbox",
      "/nonexistent/inbox",
      "--outbox",
      house.outbox.path,
      "--state",
      house.state.path,
    )
    #expect(missing.code != 0)
    #expect(missing.errors.contains("/nonexistent/inbox"))
    let file = house.root.appending(path: "file")
    try house.write("x", to: file)
    let blocked = try house.run(
      "run",
      "--once",
      "--inbox",
      house.inbox.path,
      "--outbox",
      file.path,
      "--state",
      house.state.path,
    )
    #expect(blocked.code != 0)
    #expect(blocked.errors.contains(file.path))
  }

  @Test("wrong usage ends with 64")
  func usage() throws {
    let house = try TemporaryHouse()
    #expect(try house.run("report").code == 64)
    #expect(try house.run("reprot").code == 64)
  }

  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }
}
