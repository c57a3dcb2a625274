import Foundation
import Logging
import Testing

@testable import Daemon

@Suite("The service")
struct ServiceTests {
  private let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func service(_ house: TemporaryHouse, wantsStop: Bool = false) -> Service {
    var surroundings = Surroundings.real
    surroundings.wantsStop = { wantsStop }
    return Service(
      settings: house.settings,
      environment: [:],
      log: quiet,
      drawing: Drawing { _ in [] },
      surroundings: surroundings
    )
  }

  @Test("drains the inbox once and ends well, whatever lies there")
  func once() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.drop("empty.csv", "")
    try house.drop("half.csv.part", "a,b\n")
    try FileManager.default.createSymbolicLink(
      atPath: house.inbox.path + "/link.csv",
      withDestinationPath: "/etc/passwd"
    )
    let end = service(house).run(.once)
    #expect(end.code == .ok && end.reason == nil)
    #expect(try house.runs().count == 1)
    #expect(try house.names(house.failed) == ["empty.csv", "empty.csv.error.txt"])
    #expect(try house.names(house.inbox).contains("half.csv.part"))
    #expect(try house.names(house.inbox).contains("link.csv"))
  }

  @Test("does not start beside another one on the same state, and names it")
  func lock() throws {
    let house = try TemporaryHouse()
    let lock = try StateLock(state: Folder(at: house.settings.state))
    let end = withExtendedLifetime(lock) { service(house).run(.once) }
    #expect(end.code == .tryAgain)
    #expect(end.reason?.what.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
  }

  @Test("ends with 73 and a reason when a folder is missing and cannot be made")
  func missing() throws {
    let house = try TemporaryHouse()
    house.settings.outbox = house.root.path + "/no/such/outbox"
    let end = service(house).run(.once)
    #expect(end.code == .cannotWrite)
    #expect(end.reason?.what.contains("outbox") == true)
  }

  @Test("ends well at once when it is asked to stop")
  func stop() throws {
    let house = try TemporaryHouse()
    #expect(service(house, wantsStop: true).run(.untilStopped).code == .ok)
  }

  @Test("shows what waits, what was refused and what was published")
  func status() throws {
    let house = try TemporaryHouse()
    try house.drop("shop.csv", customers(40))
    try house.drop("empty.csv", "")
    _ = service(house).run(.once)
    try house.drop("next.csv", "a\n")
    try house.drop("half.part", "a\n")
    let status = try HouseStatus(house.settings)
    #expect(
      status.inbox.map { "\($0.file) \($0.state)" } == ["half.part left-alone", "next.csv waiting"]
    )
    #expect(status.runs.map(\.dataset) == ["shop"])
    #expect(status.refusals.map(\.file) == ["empty.csv"])
    #expect(status.failed == ["empty.csv"])
    #expect(status.deliveries == ["accepted": 1, "refused": 1])
    #expect(String(decoding: status.json(), as: UTF8.self).contains("\"half.part\""))
    #expect(Checkup(house.settings).code == .ok)
  }

  @Test("finds a baseline that is no run of its dataset before the next run would miss it")
  func baseline() throws {
    func house(_ baseline: String) throws -> TemporaryHouse {
      try TemporaryHouse(
        yaml: "watch: {settle: 10ms}\ndatasets: {shop: {continuity: {baseline: \(baseline)}}}"
      )
    }
    let kept = try house("previous")
    try kept.drop("shop/june.csv", customers(40))
    _ = service(kept).run(.once)
    let run = try #require(try HouseStatus(kept.settings).runs.first?.run)
    func lines(_ baseline: String) throws -> [Checkup.Line] {
      var settings = try house(baseline).settings
      settings.state = kept.settings.state
      return Checkup(settings).lines.filter { $0.subject == "baseline" }
    }
    #expect(try lines("previous").isEmpty)
    #expect(try lines("first").isEmpty)
    #expect(try lines(run).map(\.fault) == [nil])
    let fault = try #require(try lines("000009-nowhere").first)
    #expect(fault.code == .configuration)
    #expect(fault.fault?.place == "datasets.shop.continuity.baseline")
    #expect(fault.fault?.toDo.contains(run) == true)
  }

  @Test("writes log lines without a raw control character")
  func log() {
    let log = LineLog(level: .info, isJournal: true)
    let line = log.line(
      .warning,
      "left alone",
      ["file": "a\u{1b}[31m\n\u{202e}b", "why": "It is so."]
    )
    #expect(line == "<4>warning: left alone file=a\\u{1b}[31m\\u{a}\\u{202e}b why=\"It is so.\"\n")
  }
}
