import Foundation
import Testing

/// The linter of the real program.
@Suite("segmentd lint", .serialized)
struct LintTests {
  @Test("finds nothing on the pages of a run and of a folder, and says how much it looked at")
  func clean() throws {
    let house = try TemporaryHouse()
    let plain = "watch: {settle: 100ms}\ndatasets: {shop: {selection: {methods: [kmeans], k: 3}}}\n"
    try house.write(plain, to: house.root.appending(path: "segmentd.yaml"))
    try house.drop(try house.sample("--customers", "120", "--seed", "4"), as: "shop.csv")
    #expect(try house.drain().code == 0)
    let run = try #require(try house.runs().first)
    let folders = ["--state", house.state.path, "--outbox", house.outbox.path]
    let named = try house.run(TemporaryHouse.program, ["lint", "shop"] + folders)
    #expect(named.code == 0, "\(named.errors)")
    let words = String(decoding: named.output, as: UTF8.self)
    #expect(words.hasPrefix("ok      38 points"), "\(words)")
    let place = try house.run(TemporaryHouse.program, ["lint", run.path, "--json", "--layout"])
    #expect(place.code == 0, "\(place.errors)")
    #expect((place.json["points"] as? [Any])?.count == 38)
    let pages = try #require(place.json["layout"] as? [[String: Any]])
    let texts = try #require(pages.first?["texts"] as? [[String: Any]])
    for key in ["text", "box", "size", "color", "backdrop"] { #expect(texts.first?[key] != nil) }
    #expect(pages.contains { ($0["charts"] as? [Any])?.isEmpty == false })
  }

  @Test("ends with 1 when a published page is not the one that is drawn")
  func changed() throws {
    let house = try TemporaryHouse()
    let file = house.root.appending(path: "shop.csv")
    try house.write(try house.sample("--customers", "60", "--seed", "5"), to: file)
    let output = house.root.appending(path: "out")
    let made = try house.run("report", file.path, "--output", output.path, "--format", "html")
    #expect(made.code == 0, "\(made.errors)")
    let page = output.appending(path: "dashboard.html")
    try house.write(try String(contentsOf: page, encoding: .utf8) + " ", to: page)
    let ending = try house.run("lint", output.path)
    #expect(ending.code == 1)
    let words = String(decoding: ending.output, as: UTF8.self)
    #expect(words.contains("dashboard.html: 40 file — drawing the report again gives other bytes"))
  }

  @Test("ends with 65 for what is no run, and with 64 for a layout without JSON")
  func unknown() throws {
    let house = try TemporaryHouse()
    #expect(try house.run("lint", house.root.path).code == 65)
    #expect(try house.run("lint", "nothing", "--state", house.state.path).code == 65)
    #expect(try house.run("lint", "x", "--layout").code == 64)
  }

  @Test(
    "finds nothing on the pages of real exports",
    .enabled(if: RealExports.areRead),
    arguments: [
      "seed/dataset_ecommerce.csv", "online-retail/online_retail.cp1252-crlf.csv.gz",
    ]
  )
  func real(file: String) throws {
    let house = try TemporaryHouse()
    let source = try #require(RealExports.folder).appending(path: file)
    let output = house.root.appending(path: "out")
    let made = try house.run("report", source.path, "--output", output.path)
    #expect(made.code == 0, "\(made.errors)")
    let ending = try house.run("lint", output.path)
    #expect(ending.code == 0, "\(String(decoding: ending.output, as: UTF8.self))")
  }
}
