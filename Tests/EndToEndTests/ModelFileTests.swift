import Foundation
import Testing

/// Scores customers by `model.json` in another language.
@Suite("A published model")
struct ModelFileTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SegmentsTests/Models/score.py")

  @Test(
    "gives the same labels in thirty lines of Python",
    arguments: ["{kmeans: {k: 4}}", "{gmm: {k: 3}}", "{dbscan: {eps: 0.45, min-points: 5}}"]
  )
  func python(method: String) throws {
    let house = try TemporaryHouse()
    try house.write(
      "watch: {settle: 100ms}\nreport: {formats: [png]}\n"
        + "datasets: {shop: {selection: {methods: [\(method)]}}}\n",
      to: house.root.appending(path: "segmentd.yaml")
    )
    try house.drop(house.sample("--orders", "--customers", "400", "--seed", "5"), as: "shop.csv")
    try #require(house.drain().code == 0)
    let run = try #require(try house.runs().first)
    let table = try String(contentsOf: run.appending(path: "segments.csv"), encoding: .utf8)
    let lines = table.split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        String($0.trimmingCharacters(in: ["\""]))
      }
    }
    let model = try JSONSerialization.jsonObject(
      with: Data(contentsOf: run.appending(path: "model.json"))
    )
    let features = (model as? [String: Any])?["features"] as? [[String: Any]] ?? []
    let places = features.compactMap { $0["name"] as? String }.compactMap {
      lines[0].firstIndex(of: $0)
    }
    try #require(places.count == features.count && !places.isEmpty)
    let rows = lines.dropFirst().map { row in places.map { row[$0] }.joined(separator: " ") }
    let input = house.root.appending(path: "rows.txt")
    try house.write(rows.joined(separator: "\n") + "\n", to: input)
    let ending = try house.run(
      URL(filePath: "/usr/bin/env"),
      ["python3", Self.script.path, run.appending(path: "model.json").path, input.path]
    )
    try #require(ending.code == 0, "\(ending.errors)")
    let labels = String(decoding: ending.output, as: UTF8.self).split(separator: "\n").map(
      String.init
    )
    #expect(labels == lines.dropFirst().map { $0[1] })
  }
}
