import Foundation
import Testing

@Suite("segmentd inspect")
struct InspectTests {
  /// What the plain text prints to pin its findings, as a configuration of its own.
  private func pinned(_ text: String) throws -> String {
    let start = try #require(text.range(of: "# To pin this"))
    return String(text[start.lowerBound...])
  }

  private func inspect(_ house: TemporaryHouse, _ file: URL, _ more: [String]) throws -> Data {
    let ending = try house.run(TemporaryHouse.program, ["inspect", file.path] + more)
    #expect(ending.code == 0, "\(file.lastPathComponent): \(ending.errors)")
    return ending.output
  }

  /// The understanding without its sureness and its warnings: configured is surer, and warns less.
  private func understanding(_ json: Data) throws -> NSDictionary {
    let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] ?? [:]
    return object.filter { $0.key != "confidence" && $0.key != "warnings" } as NSDictionary
  }

  private func checkPins(_ house: TemporaryHouse, _ file: URL) throws {
    let before = try understanding(try inspect(house, file, ["--json"]))
    let text = String(decoding: try inspect(house, file, []), as: UTF8.self)
    let configuration = house.root.appending(path: "pinned.yaml")
    try house.write(try pinned(text), to: configuration)
    let after = try inspect(house, file, ["--json", "--config", configuration.path])
    #expect(try understanding(after) == before, "\(file.lastPathComponent): \(text)")
  }

  @Test("prints YAML that, fed back, gives the same understanding")
  func pins() throws {
    let house = try TemporaryHouse()
    let shapes = [
      ["--orders"], [], ["--platform", "shopify-orders"], ["--platform", "etsy-orders"],
      ["--platform", "woocommerce-orders"], ["--platform", "klaviyo-profiles"],
    ]
    for (number, shape) in shapes.enumerated() {
      let file = house.root.appending(path: "shop-\(number).csv")
      try house.write(try house.sample(["--customers", "30"] + shape), to: file)
      try checkPins(house, file)
    }
    let odd = house.root.appending(path: "odd names.csv")
    try house.write(
      "\"client \"\"id\"\"\",\"tags: [a, b]\",\"über # spend\"\n1,4,5.5\n2,5,6.5\n",
      to: odd
    )
    try checkPins(house, odd)
  }

  @Test("pins what it understood of every real export that is not refused", .enabled(if: isShared))
  func realPins() throws {
    let house = try TemporaryHouse()
    for file in try Self.shared() {
      let ending = try house.run(TemporaryHouse.program, ["inspect", file.path, "--json"])
      guard ending.code == 0 else {
        #expect(ending.code == 65)
        continue
      }
      try checkPins(house, file)
    }
  }

  @Test("counts what report counts, for the real program")
  func report() throws {
    let house = try TemporaryHouse()
    // One quick clustering: this test is about rows.
    let configuration = house.root.appending(path: "quick.yaml")
    try house.write(
      "datasets: {shop: {selection: {methods: [{kmeans: {k: 2}}]}}}\n",
      to: configuration
    )
    let file = house.root.appending(path: "shop.csv")
    let shape = [
      "--customers", "40", "--platform", "square-items", "--quirks", "returns", "guests",
    ]
    try house.write(try house.sample(shape), to: file)
    let seen = try JSONSerialization.jsonObject(with: try inspect(house, file, ["--json"]))
    let output = house.root.appending(path: "report")
    let ending = try house.run(
      "report",
      file.path,
      "--output",
      output.path,
      "--format",
      "html",
      "--config",
      configuration.path
    )
    #expect(ending.code == 0, "\(ending.errors)")
    let data = try Data(contentsOf: output.appending(path: "report.json"))
    let told = try JSONSerialization.jsonObject(with: data)
    for key in ["rows", "customers", "orders", "platform", "grain"] {
      let one = (seen as? [String: Any])?[key] as? NSObject
      let other = (told as? [String: Any])?[key] as? NSObject
      #expect(one == other, "\(key)")
    }
  }

  private static var isShared: Bool {
    let files = (try? shared()) ?? []
    if files.isEmpty {
      print("SKIPPED: ../shared/data is not here (SEGMENTD_SHARED names it)")
    }
    return !files.isEmpty
  }

  private static func shared() throws -> [URL] {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SEGMENTD_SHARED"].map { URL(filePath: $0) }
    let data = (named ?? package.appending(path: "../shared")).appending(path: "data").standardized
    let exports = try FileManager.default
      .contentsOfDirectory(atPath: data.appending(path: "shop-exports").path).sorted()
    return exports.map { data.appending(path: "shop-exports/\($0)") }
      + ["mall/Mall_Customers.csv", "marketing/marketing_campaign.tsv"]
      .map { data.appending(path: $0) }
  }
}
