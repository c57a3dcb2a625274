import Foundation
import Testing

@testable import Tables

@Suite("The public suites of CSV files", .enabled(if: SharedData.isThere, "needs the shared data"))
struct CSVTortureTests {
  /// These two disagree with their own JSON.
  private static let wrong: Set<String> = ["newlines_crlf", "location_coordinates"]

  /// The records a JSON file says: arrays of cells, or one object a row behind a header.
  private func expected(_ json: [UInt8]) throws -> [[String]] {
    let whole = try JSONSerialization.jsonObject(with: Data(json))
    if let rows = whole as? [[String]] { return rows.isEmpty ? [["foo", "bar", "baz"]] : rows }
    let objects = whole as? [[String: String]] ?? [whole as? [String: String] ?? [:]]
    // JSONSerialization forgets the order of keys; the text of the file has it.
    let text = String(decoding: json, as: UTF8.self)
    func place(_ key: String) -> String.Index {
      text.range(of: "\"\(key)\"")?.lowerBound ?? text.endIndex
    }
    let header = (objects.first ?? [:]).keys.sorted { place($0) < place($1) }
    return [header] + objects.map { object in header.map { object[$0] ?? "" } }
  }

  @Test("are read cell by cell", arguments: ["csv-spectrum/csvs", "csv-test-data/csv"])
  func suites(folder: String) throws {
    let suite = "csv-torture/" + (folder.split(separator: "/").first ?? "")
    var compared = 0
    for file in try SharedData.files("csv-torture/" + folder) {
      let name = String(file.dropLast(4))
      guard !Self.wrong.contains(name),
        let json = try? SharedData.bytes("\(suite)/json/\(name).json")
      else { continue }
      let source = BytesSource(try SharedData.bytes("csv-torture/\(folder)/\(file)"))
      #expect(try CSVReader.cells(of: source) == expected(json), "\(file)")
      compared += 1
    }
    #expect(compared >= 10)
  }
}
