import Testing

@testable import Clusters

@Suite("A scorecard")
struct ScoresTests {
  @Test("has the values of a case worked out by hand")
  func byHand() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[0, 2, 10, 12]]))
    let card = Scores.cards(for: [Partition(labels: [0, 0, 1, 1], on: matrix)], on: matrix)[0]
    // Silhouettes: (11 − 2)/11, (9 − 2)/9, and the same mirrored.
    let expected = (9.0 / 11 + 7.0 / 9) / 2
    #expect(near(card.silhouette, expected, within: 1e-12))
    #expect(near(card.daviesBouldin, 0.2, within: 1e-12))
    // Between: 4 · 25 = 100 over 1; within: 4 over 2.
    #expect(near(card.calinskiHarabasz, 50, within: 1e-12))
    #expect(card.negativeShares == [0, 0])
    #expect(card.clusterSilhouettes.count == 2)
  }

  @Test("counts noise as zero in the silhouette of all rows only")
  func noise() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[0, 2, 10, 12, 500]]))
    let labels: [Int32] = [0, 0, 1, 1, Partition.noise]
    let card = Scores.cards(for: [Partition(labels: labels, on: matrix)], on: matrix)[0]
    let silhouette = try #require(card.silhouette)
    #expect(near(card.silhouetteOfAll, silhouette * 4 / 5, within: 1e-12))
    #expect(near(card.daviesBouldin, 0.2, within: 1e-12))
    #expect(near(card.calinskiHarabasz, 50, within: 1e-12))
  }

  @Test(
    "has no scores where they are not defined",
    arguments: [[0, 0, 0], [-1, -1, -1], [0, 1, 2]]
  )
  func undefined(labels: [Int32]) throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[1, 2, 4]]))
    let card = Scores.cards(for: [Partition(labels: labels, on: matrix)], on: matrix)[0]
    #expect(card.silhouette == nil)
    #expect(card.silhouetteOfAll == nil)
    #expect(card.daviesBouldin == nil)
    #expect(card.calinskiHarabasz == nil)
  }

  @Test("does not depend on how clusters are called or rows are ordered")
  func relabeling() throws {
    let world = Worlds.blobs(rows: 600, columns: 3, groups: 4, spread: 0.1, seed: 41)
    let matrix = OrderedMatrix(try Matrix(columns: world))
    let labels = (0..<600).map { Int32($0 % 4) }
    let other = labels.map { 3 - $0 }
    let cards = Scores.cards(
      for: [Partition(labels: labels, on: matrix), Partition(labels: other, on: matrix)],
      on: matrix,
    )
    #expect(cards[0] == cards[1])
    let order = Worlds.shuffle(600, seed: 6)
    let shuffled = OrderedMatrix(try Matrix(columns: Worlds.rows(of: world, in: order)))
    let moved = Partition(labels: order.map { labels[$0] }, on: shuffled)
    #expect(Scores.cards(for: [moved], on: shuffled)[0] == cards[0])
  }
}
