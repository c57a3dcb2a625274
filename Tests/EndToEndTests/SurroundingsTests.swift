import Foundation
import Testing

/// What only another user or a small disk can show; needs root, as in a fresh container.
@Suite("Hostile surroundings", .enabled(if: Root.isHere))
struct SurroundingsTests {
  @Test("a file nobody may read is left where it is, and the others go on")
  func unreadableFile() throws {
    let house = try TemporaryHouse()
    try house.drop(try house.sample("--customers", "40"), as: "good.csv")
    try house.drop(try house.sample("--customers", "41"), as: "secret.csv")
    try house.handOver()
    let secret = house.inbox.appending(path: "secret.csv")
    try house.tool("/bin/chown", "0:0", secret.path)
    try house.tool("/bin/chmod", "000", secret.path)
    _ = try house.drainAsNobody()
    let published = try house.runs()
    #expect(published.count == 1)
    let isInInbox = FileManager.default.fileExists(atPath: secret.path)
    let failed = house.inbox.appending(path: ".failed/secret.csv")
    #expect(isInInbox || FileManager.default.fileExists(atPath: failed.path))
  }

  @Test("an outbox that cannot be written ends with a reason, and the export is not lost")
  func readOnlyOutbox() throws {
    let house = try TemporaryHouse()
    try house.drop(try house.sample("--customers", "40"), as: "shop.csv")
    try house.handOver()
    try house.tool("/bin/chown", "0:0", house.outbox.path)
    try house.tool("/bin/chmod", "555", house.outbox.path)
    let ending = try house.drainAsNobody()
    #expect(ending.code == 73, "\(ending.errors)")
    #expect(ending.errors.contains(house.outbox.path))
    try house.tool("/bin/chmod", "755", house.outbox.path)
    try house.handOver()
    #expect(try house.drainAsNobody().code == 0)
    #expect(try house.runs().count == 1)
  }

  @Test(
    "a state folder that is read-only ends with a reason, nothing is taken, and later all is well"
  )
  func readOnlyState() throws {
    let house = try TemporaryHouse()
    try house.drop(try house.sample("--customers", "40"), as: "shop-1.csv")
    #expect(try house.drain().code == 0)
    try house.drop(try house.sample("--customers", "50"), as: "shop-2.csv")
    let mount = try house.run(
      URL(filePath: "/bin/mount"),
      ["--bind", house.state.path, house.state.path]
    )
    guard mount.code == 0 else {
      print("SKIPPED: mounting is not allowed here")
      return
    }
    try house.tool("/bin/mount", "-o", "remount,ro,bind", house.state.path)
    let ending = try house.drain()
    let history = try house.run("history", "--state", house.state.path)
    try house.tool("/bin/umount", house.state.path)
    #expect(ending.code == 73, "\(ending.errors)")
    #expect(ending.errors.contains("The state folder cannot be used"), "\(ending.errors)")
    #expect(ending.errors.contains("read-only") && ending.errors.contains(house.state.path))
    #expect(history.code == 0 && history.output.count > 40)
    #expect(try house.names(in: house.inbox).contains("shop-2.csv"))
    #expect(try house.drain().code == 0)
    #expect(try house.runs().count == 2)
  }

  @Test("a store that may not be written ends with 71 and a reason, and the export is taken later")
  func readOnlyStore() throws {
    let house = try TemporaryHouse()
    try house.drop(try house.sample("--customers", "40"), as: "shop-1.csv")
    #expect(try house.drain().code == 0)
    try house.drop(try house.sample("--customers", "50"), as: "shop-2.csv")
    try house.handOver()
    let store = house.state.appending(path: "segmentd.sqlite").path
    try house.tool("/bin/chown", "0:0", store)
    try house.tool("/bin/chmod", "444", store)
    let ending = try house.drainAsNobody()
    #expect(ending.code == 71, "\(ending.errors)")
    #expect(ending.errors.contains(store) && ending.errors.contains("read-only"))
    try house.handOver()
    try house.tool("/bin/chmod", "600", store)
    #expect(try house.drainAsNobody().code == 0)
    #expect(try house.runs().count == 2)
  }

  @Test("a full disk publishes nothing half and loses nothing")
  func fullDisk() throws {
    let house = try TemporaryHouse()
    let mount = try house.run(
      URL(filePath: "/bin/mount"),
      ["-t", "tmpfs", "-o", "size=160k", "tmpfs", house.outbox.path]
    )
    guard mount.code == 0 else {
      print("SKIPPED: mounting is not allowed here")
      return
    }
    defer { _ = try? house.run(URL(filePath: "/bin/umount"), ["-l", house.outbox.path]) }
    try house.drop(try house.sample("--customers", "300"), as: "shop.csv")
    let ending = try house.drain()
    #expect(ending.code != 0, "\(ending.errors)")
    #expect(try house.runs().isEmpty)
    try house.tool("/bin/mount", "-o", "remount,size=64m", house.outbox.path)
    #expect(try house.drain().code == 0)
    #expect(try house.runs().count == 1)
  }
}

extension TemporaryHouse {
  /// Gives the whole house to a user who is not root.
  func handOver() throws {
    try tool("/bin/chown", "-R", "65534:65534", root.path)
  }

  func tool(_ path: String, _ arguments: String...) throws {
    let ending = try run(URL(filePath: path), arguments)
    #expect(ending.code == 0, "\(path) \(arguments): \(ending.errors)")
  }

  func drainAsNobody() throws -> Ending {
    let configuration = root.appending(path: "segmentd.yaml")
    try write("watch: {settle: 100ms}\n", to: configuration)
    return try run(
      URL(filePath: "/usr/bin/setpriv"),
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", Self.program.path, "run", "--once",
        "--inbox", inbox.path, "--outbox", outbox.path, "--state", state.path, "--config",
        configuration.path,
      ],
    )
  }
}

/// Whether the tests run as root; without, what needs another user is skipped loudly.
enum Root {
  static var isHere: Bool {
    if getuid() != 0 { print("SKIPPED: another user and a small disk need root") }
    return getuid() == 0
  }
}
