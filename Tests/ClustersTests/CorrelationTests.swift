import Testing

@testable import Clusters

@Suite("Correlations")
struct CorrelationTests {
  /// τ-b by looking at every pair of rows.
  private func slowKendall(_ x: [Double], _ y: [Double]) -> Double {
    var balance = 0.0
    var untiedX = 0.0
    var untiedY = 0.0
    for a in x.indices {
      for b in 0..<a {
        let dx = x[a] < x[b] ? -1.0 : (x[a] > x[b] ? 1 : 0)
        let dy = y[a] < y[b] ? -1.0 : (y[a] > y[b] ? 1 : 0)
        balance += dx * dy
        untiedX += dx * dx
        untiedY += dy * dy
      }
    }
    return balance / (untiedX * untiedY).squareRoot()
  }

  @Test("of Kendall are those of brute force, with and without ties")
  func kendall() {
    for world in [
      Worlds.blobs(rows: 300, columns: 3, groups: 3, spread: 0.3, seed: 61),
      Worlds.lattice(rows: 300, columns: 3, sides: 5, seed: 62),
      Worlds.collinear(rows: 300, columns: 3, seed: 65),
      Worlds.spots(rows: 300, columns: 3, spots: 7, seed: 66),
      Worlds.grid(sides: 17) + [(0..<289).map { Double($0 % 5) }],
    ] {
      let found = Correlation.kendall(world)
      for a in 0..<3 {
        for b in 0..<3 {
          #expect(near(found[a][b], slowKendall(world[a], world[b]), within: 1e-12))
        }
      }
    }
  }

  @Test("have the values worked out by hand")
  func byHand() {
    let columns: [[Double]] = [
      [1, 2, 3, 4], [2, 4, 6, 8], [4, 3, 2, 1], [1, 3, 2, 4], [5, 5, 5, 5],
    ]
    let found = Correlation.all(of: columns)
    for matrix in [found.pearson, found.spearman, found.kendall] {
      #expect(near(matrix[0][1], 1, within: 1e-12))
      #expect(near(matrix[0][2], -1, within: 1e-12))
      #expect(matrix[4] == [nil, nil, nil, nil, nil])
      #expect(matrix[3][4] == nil)
      #expect(matrix[3][3] == 1)
    }
    #expect(near(found.pearson[0][3], 0.8, within: 1e-12))
    #expect(near(found.spearman[0][3], 0.8, within: 1e-12))
    #expect(near(found.kendall[0][3], 2.0 / 3, within: 1e-12))
  }

  @Test("give ties their middle rank")
  func midranks() {
    // Ranks 1.5, 1.5, 3 against 1, 2, 3: r = 1.5 / √(1.5 · 2).
    let found = Correlation.spearman([[7, 7, 9], [1, 2, 3]])[0][1]
    #expect(near(found, 1.5 / 3.0.squareRoot(), within: 1e-12))
  }

  @Test("lie from −1 to 1, are symmetric, and ignore the order of rows to the last bit")
  func properties() {
    let world = Worlds.blobs(rows: 700, columns: 5, groups: 3, spread: 0.4, seed: 63)
    let plain = Correlation.all(of: world)
    for matrix in [plain.pearson, plain.spearman, plain.kendall] {
      for a in 0..<5 {
        for b in 0..<5 {
          #expect(matrix[a][b] == matrix[b][a])
          #expect((-1...1).contains(matrix[a][b] ?? 9))
        }
      }
    }
    let order = Worlds.shuffle(700, seed: 8)
    #expect(Correlation.all(of: Worlds.rows(of: world, in: order)) == plain)
  }

  @Test("leave out columns with values that are not finite, and accept no rows")
  func unusable() {
    #expect(Correlation.pearson([[1, .nan, 3], [1, 2, 3]]) == [[nil, nil], [nil, 1]])
    #expect(Correlation.kendall([[], []]) == [[nil, nil], [nil, nil]])
    #expect(Correlation.all(of: []).pearson.isEmpty)
  }
}
