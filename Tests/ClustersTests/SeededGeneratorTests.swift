import Testing

@testable import Clusters

@Suite("A seeded generator")
struct SeededGeneratorTests {
  @Test("repeats itself, and differs by tag and number")
  func streams() {
    func first(_ seed: UInt64, _ tag: String, _ numbers: Int...) -> UInt64 {
      var chance =
        numbers.isEmpty
        ? SeededGenerator.derived(from: seed, tag: tag)
        : SeededGenerator.derived(from: seed, tag: tag, numbers[0])
      return chance.next()
    }
    let all = [
      first(1, "a"), first(2, "a"), first(1, "b"), first(1, "a", 0), first(1, "a", 1),
      first(1, "ab"),
    ]
    #expect(Set(all).count == all.count)
    #expect(first(1, "a", 1) == first(1, "a", 1))
  }

  @Test("is SplitMix64")
  func knownValues() {
    var chance = SeededGenerator(seed: 0)
    #expect(chance.next() == 0xE220_A839_7B1D_CDAF)
    #expect(chance.next() == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test("draws units evenly from 0 up to 1")
  func units() {
    var chance = SeededGenerator(seed: 3)
    let draws = (0..<20_000).map { _ in chance.nextUnit() }
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(near(draws.reduce(0, +) / 20_000, 0.5, within: 0.01))
  }
}
