import Foundation
import Testing

@testable import Tables

/// `make fuzz` gives SEGMENTD_FUZZ_SECONDS and, to go on elsewhere, SEGMENTD_FUZZ_SEED.
@Suite("Reader, sniffer and values, given anything")
struct FuzzTests {
  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  /// The most memory this process has had, in bytes.
  private static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
  }

  @Test("never trap, never hang, and read the same whatever the size of blocks (seed printed)")
  func anything() throws {
    let seed = UInt64(Self.setting("SEGMENTD_FUZZ_SEED") ?? 99)
    let seconds = Self.setting("SEGMENTD_FUZZ_SECONDS")
    let clock = ContinuousClock()
    let start = clock.now
    var inputs = FuzzInputs(seed: seed)
    let target = FuzzTarget()
    let memory = Self.peakMemory
    var round = 0
    while seconds.map({ clock.now - start < .seconds($0) }) ?? (round < 300) {
      let input = inputs.next()
      let before = clock.now
      do {
        try target.check(input, round: round)
      } catch {
        Issue.record("seed \(seed), round \(round): \(error): \(input)")
        return
      }
      // Inputs have some thousand bytes at most; even a loaded machine reads one in far less.
      let duration = clock.now - before
      if duration > .seconds(20) {
        Issue.record("seed \(seed), round \(round) took \(duration): \(input)")
      }
      round += 1
    }
    // Other tests run beside this one in the same process, so this is only a coarse bound.
    #expect(Self.peakMemory - memory < 1 << 30)
    if seconds != nil {
      FileHandle.standardError.write(Data("fuzz: \(round) inputs, seed \(seed)\n".utf8))
    }
  }
}
