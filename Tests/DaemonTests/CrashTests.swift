import Foundation
import Storage
import Synchronization
import Testing

@testable import Daemon

/// The end of the process, as far as a test can bring it about.
struct Cut: Error {}

/// Lets every step fail from the Nth on, as if the process had died there.
///
/// A class, because it counts.
final class DeadlyWire: Sendable {
  private let left: Mutex<Int>
  private let taken = Mutex<[String]>([])

  init(after steps: Int = .max) {
    left = Mutex(steps)
  }

  var wire: Tripwire {
    Tripwire { step in
      let isAlive = self.left.withLock { left in
        left -= left > 0 ? 1 : 0
        return left > 0
      }
      guard isAlive else { throw Cut() }
      self.taken.withLock { $0.append(step) }
    }
  }

  var steps: [String] { taken.withLock { $0 } }

  func cut() {
    left.withLock { $0 = 0 }
  }
}

@Suite("A death at any step")
struct CrashTests {
  private func drop(_ house: TemporaryHouse) throws {
    try house.drop("shop-1.csv", customers(6, seed: 1))
    try house.drop("shop-2.csv", customers(6, seed: 2))
    try house.drop("shop-3.csv", customers(6, seed: 2))
    try house.drop("other/x.csv", customers(6, seed: 3))
    try house.drop("bad.csv", "no table\n")
  }

  private func check(_ house: TemporaryHouse, like reference: [String], _ step: Int) throws {
    #expect(try house.runs() == reference, "step \(step)")
    #expect(try house.everyRunIsWhole(), "step \(step)")
    #expect(try house.names(house.inbox).filter { $0.hasSuffix(".csv") } == [], "step \(step)")
    #expect(try house.names(house.inbox.appending(path: ".work")) == [], "step \(step)")
    #expect(try house.names(house.failed) == ["bad.csv", "bad.csv.error.txt"], "step \(step)")
    let counts = try house.store().counts()
    #expect(counts == ["accepted": 3, "duplicate": 1, "refused": 1], "step \(step)")
    let hidden = try house.names(house.outbox.appending(path: "shop")).filter { $0.hasPrefix(".") }
    #expect(hidden == [], "step \(step)")
  }

  @Test("loses nothing, publishes nothing twice and shows nothing half")
  func everyStep() throws {
    let undisturbed = try TemporaryHouse()
    try drop(undisturbed)
    let counting = DeadlyWire()
    try undisturbed.carry(wire: counting.wire)
    let reference = try undisturbed.runs()
    #expect(reference.count == 2)
    try check(undisturbed, like: reference, 0)
    let steps = counting.steps.count
    #expect(steps > 60)
    for step in 1...steps {
      let house = try TemporaryHouse()
      try drop(house)
      #expect(throws: Cut.self) { try house.carry(wire: DeadlyWire(after: step).wire) }
      #expect(try house.everyRunIsWhole(), "at the cut, step \(step)")
      try house.carry()
      // A death in the middle of taking the files may leave some for a second run, so the first run
      // may be smaller.
      if step > claimEnd(counting.steps) {
        try check(house, like: reference, step)
      } else {
        #expect(try house.everyRunIsWhole())
        #expect(
          try house.store().counts() == ["accepted": 3, "duplicate": 1, "refused": 1],
          "step \(step)"
        )
      }
    }
  }

  @Test("loses nothing when it happens again while recovering")
  func twice() throws {
    let counting = DeadlyWire()
    let undisturbed = try TemporaryHouse()
    try drop(undisturbed)
    try undisturbed.carry(wire: counting.wire)
    let reference = try undisturbed.runs()
    let steps = counting.steps.count
    let first = claimEnd(counting.steps) + 1
    for step in stride(from: first, through: steps, by: 7) {
      for second in stride(from: 1, through: steps, by: 11) {
        let house = try TemporaryHouse()
        try drop(house)
        #expect(throws: Cut.self) { try house.carry(wire: DeadlyWire(after: step).wire) }
        try? house.carry(wire: DeadlyWire(after: second).wire)
        #expect(try house.everyRunIsWhole())
        try house.carry()
        let counts = try house.store().counts()
        // Files with which the program died twice are laid aside with a reason; otherwise
        // everything is as ever.
        if counts["refused"] == 1 {
          try check(house, like: reference, step * 1000 + second)
        } else {
          #expect(counts.values.reduce(0, +) == 5 && counts["claimed"] == nil, "\(step), \(second)")
        }
      }
    }
  }

  /// The step after which all files are in the work folder.
  private func claimEnd(_ steps: [String]) -> Int {
    (steps.lastIndex { $0.hasPrefix("move") && $0.contains(".csv to c-") } ?? 0) + 1
  }
}
