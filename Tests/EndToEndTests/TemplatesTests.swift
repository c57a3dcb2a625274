import Foundation
import Testing

/// The template commands of the real program.
@Suite("segmentd templates")
struct TemplatesTests {
  @Test("lists the built-in ones, shows and copies them, and writes nothing over")
  func commands() throws {
    let house = try TemporaryHouse()
    let list = try house.run("templates", "list")
    let lines = String(decoding: list.output, as: UTF8.self).split(separator: "\n")
    #expect(list.code == 0)
    #expect(
      lines.map { $0.prefix { $0 != "\t" } } == ["analyst", "executive", "standard"]
    )
    let shown = try house.run("templates", "show", "executive")
    #expect(shown.code == 0 && shown.output.starts(with: Data("# One page".utf8)))
    #expect(try house.run("templates", "eject", "executive", "mine").code == 0)
    let copy = house.root.appending(path: "mine/executive.seg.yaml")
    #expect(try Data(contentsOf: copy) == shown.output)
    #expect(try house.run("templates", "eject", "executive", "mine").code == 73)
    let unknown = try house.run("templates", "show", "executiv")
    #expect(unknown.code == 78)
    #expect(unknown.errors.contains("did you mean \"executive\"?"))
  }

  @Test("draws a preview without data, and an old run with another template")
  func pages() throws {
    let house = try TemporaryHouse()
    let template = """
      version: 1
      name: small
      pages:
        - id: segment
          repeat: segments
          rows: [{ blocks: [{ segment_totals: }] }]
      """
    let templates = house.root.appending(path: "mine")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    try house.write(template, to: templates.appending(path: "small.seg.yaml"))
    let preview = try house.run(
      "templates",
      "preview",
      "small",
      "--templates",
      templates.path,
      "--output",
      "look"
    )
    #expect(preview.code == 0, "\(preview.errors)")
    let pages = try house.names(in: house.root.appending(path: "look/png"))
    #expect(pages.count > 1 && pages.allSatisfy { $0.contains("segment-") })
    let lint = try house.run("lint", "look", "--templates", templates.path)
    #expect(lint.code == 0, "\(String(decoding: lint.output, as: UTF8.self))")
  }

  @Test("with faults are named by check, all faults at once, with 78")
  func check() throws {
    let house = try TemporaryHouse()
    let templates = house.root.appending(path: "templates")
    try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
    let faulty =
      "version: 1\npages:\n  - id: a\n    rows:\n      - blocks: [{ histgram: }, { bx: }]\n"
    try house.write(faulty, to: templates.appending(path: "weekly.seg.yaml"))
    let check = try house.run(
      "check",
      "--inbox",
      house.inbox.path,
      "--outbox",
      house.outbox.path,
      "--state",
      house.state.path
    )
    #expect(check.code == 78)
    #expect(check.errors.contains("did you mean \"histogram\"?"))
    #expect(check.errors.contains("did you mean \"box\"?"))
    #expect(String(decoding: check.output, as: UTF8.self).contains("ok      template: analyst"))
  }
}
