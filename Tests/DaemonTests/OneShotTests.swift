import Foundation
import Testing

@testable import Daemon

@Suite("A report of files")
struct OneShotTests {
  private func report(
    _ house: TemporaryHouse,
    _ files: [String],
    to output: String
  ) throws(Failure)
    -> OneShot.Result
  {
    let drawing = Drawing { _ in [Artifact(path: "png/01.png", bytes: [7])] }
    return try OneShot(settings: house.settings, drawing: drawing, surroundings: .still())
      .run(files: files, output: output)
  }

  @Test("appears whole in a new folder, and replaces an older one file by file")
  func twice() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    let output = house.root.appending(path: "report")
    let first = try report(house, [house.inbox.path + "/shop.csv"], to: output.path)
    let expected = [
      "manifest.json", "model.json", "movers.csv", "png", "rejected.csv", "report.json",
      "segments.csv",
    ]
    #expect(try house.names(output) == expected)
    try Data("mine".utf8).write(to: output.appending(path: "notes.txt"))
    let second = try report(house, [house.inbox.path + "/shop.csv"], to: output.path + "/")
    #expect(first.manifest.run == second.manifest.run)
    #expect(try house.names(output) == (expected + ["notes.txt"]).sorted())
    #expect(try house.names(house.inbox).contains("shop.csv"))
    #expect(try house.names(house.state) == [])
  }

  @Test("refuses a bad file with 65 and writes nothing")
  func bad() throws {
    let house = try TemporaryHouse()
    try house.drop("bad.csv", "hello\n")
    let output = house.root.appending(path: "report")
    let failure = #expect(throws: Failure.self) {
      try report(house, [house.inbox.path + "/bad.csv"], to: output.path)
    }
    #expect(failure?.code == .badData)
    #expect(failure?.reason.place.contains("bad.csv") == true)
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }

  @Test("says which file is missing, and where it cannot write")
  func missing() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    let failure = #expect(throws: Failure.self) {
      try report(house, ["/nonexistent/x.csv"], to: house.root.path + "/o")
    }
    #expect(failure?.code == .badData)
    let unwritable = #expect(throws: Failure.self) {
      // A file stands where a folder would have to be.
      try report(house, [house.inbox.path + "/shop.csv"], to: house.inbox.path + "/shop.csv/o")
    }
    #expect(unwritable?.code == .cannotWrite)
  }
}
