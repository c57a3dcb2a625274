import Testing

@testable import Segments

@Suite("A sample of customers")
struct SampleTests {
  private let keys = (0..<5_000).map { Key("customer \($0 % 4_990)") }

  @Test(
    "holds the rows with the smallest hashes, as sorting all of them finds",
    arguments: [0, 1, 7]
  )
  func smallestHashes(round: UInt64) {
    for count in [0, 1, 100, 2_500, 4_999] {
      let rows = Sample.rows(count, of: keys, round: round)
      #expect(rows.count == count)
      #expect(rows == rows.sorted() && Set(rows).count == count)
      // Whoever is in the larger sample first is in the smaller one too.
      let more = Sample.rows(count + 1, of: keys, round: round)
      #expect(Set(rows).isSubset(of: more))
    }
    let hashes = keys.map(\.sampleHash)
    let plain = keys.indices
      .sorted { hashes[$0] == hashes[$1] ? keys[$0] < keys[$1] : hashes[$0] < hashes[$1] }
      .prefix(700).sorted()
    #expect(Sample.rows(700, of: keys) == plain)
  }

  @Test("is everybody where there are no more")
  func everybody() {
    #expect(Sample.rows(5_000, of: keys) == Array(keys.indices))
    #expect(Sample.rows(1, of: [Key("a")], round: 3) == [0])
    #expect(Sample.rows(5, of: []).isEmpty)
  }

  @Test("is another one in every round")
  func rounds() {
    #expect(Sample.rows(100, of: keys, round: 1) != Sample.rows(100, of: keys, round: 2))
  }
}
