import Testing

@testable import Clusters

@Suite("The example on the front page")
struct DocumentationTests {
  @Test("does what it says")
  func frontPage() throws {
    let groups = Worlds.blobs(rows: 400, columns: 3, groups: 3, spread: 0.03, seed: 6)
    let (visits, spend, discounts) = (groups[0], groups[1], groups[2])

    let raw = try Matrix(columns: [visits, spend, discounts])
    let scaling = try Scaling.fit(raw, .minMax)
    let matrix = OrderedMatrix(scaling.apply(to: raw))
    var partitions: [Partition] = []
    for k in 2...10 {
      partitions.append(try KMeans(k: k, seed: 1).fit(matrix).partition)
    }
    let cards = Scores.cards(for: partitions, on: matrix)

    let best = cards.indices.max { (cards[$0].silhouette ?? -1) < (cards[$1].silhouette ?? -1) }
    #expect(best.map { partitions[$0].clusterCount } == 3)
  }
}
