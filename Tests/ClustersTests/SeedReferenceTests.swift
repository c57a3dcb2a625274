import Testing

@testable import Clusters

// scikit-learn 1.9 on the seed's 55 002 rows, min–max scaled; skipped where the data are absent.
@Suite("On the seed data, as scikit-learn", .enabled(if: Seed.isHere, "SKIPPED: no seed data"))
struct SeedReferenceTests {
  let world: Seed.World
  let facts: Seed.Facts

  init() throws {
    world = try Seed.world.get()
    facts = try Seed.facts()
  }

  @Test("min–max is advised, because no column leans or reaches far")
  func scaling() throws {
    let columns = try facts.clusteredOn.map { name in
      world.columns[try #require(facts.features.firstIndex(of: name))]
    }
    let advice = Scaling.automatic(for: try Matrix(columns: columns))
    #expect(advice.method == .minMax)
    #expect(advice.shapes.allSatisfy { ($0.skewness ?? 9).magnitude < 1 && ($0.reach ?? 9) < 3 })
  }

  @Test("k-means is as good as the best of 30 restarts for k from 2 to 10")
  func kMeans() throws {
    for expected in facts.kmeans where expected.k >= 2 {
      let fit = try KMeans(k: expected.k, seed: 1).fit(world.matrix)
      let slack = expected.k < 6 ? 1e-4 : 1e-3
      #expect(fit.inertia <= expected.inertia * (1 + slack), "k = \(expected.k)")
      guard let silhouette = expected.silhouette else { continue }
      let card = Scores.cards(for: [fit.partition], on: world.matrix)[0]
      let apart = zip(fit.partition.sizes, expected.sizes).map { abs($0 - $1) }.reduce(0, +)
      #expect(apart <= 6)
      #expect(near(card.silhouette, silhouette, within: 2e-5))
      #expect(near(card.daviesBouldin, expected.daviesBouldin, within: 2e-5))
      #expect(near(card.calinskiHarabasz, expected.calinskiHarabasz, within: 2))
    }
  }

  @Test("DBSCAN finds the same core rows and noise; only rows in reach of two clusters may differ")
  func dbscan() throws {
    let expected = facts.dbscan
    let fit = try DBSCAN(eps: expected.eps, minPoints: expected.minPoints).fit(world.matrix)
    #expect(fit.isCore.count(where: \.self) == expected.core)
    #expect(fit.partition.noiseCount == expected.noise)
    let apart = zip(fit.partition.sizes, expected.sizes).map { abs($0 - $1) }.reduce(0, +)
    #expect(apart <= 2 * expected.borderInReachOfTwoClusters)
    let card = Scores.cards(for: [fit.partition], on: world.matrix)[0]
    // scikit-learn gives such a row to the first cluster it meets, we to the nearer one.
    #expect(near(card.silhouette, expected.silhouette, within: 2e-4))
    #expect(near(card.daviesBouldin, expected.daviesBouldin, within: 1e-4))
  }

  @Test("Ward joins all rows at the heights that fastcluster finds")
  func ward() throws {
    let expected = facts.ward
    let tree = try WardTree(of: world.matrix)
    let partition = try tree.partition(k: expected.k)
    #expect(partition.sizes == expected.sizes)
    let heights = tree.heights(last: expected.lastMerges.count)
    #expect(zip(heights, expected.lastMerges).allSatisfy { near($0, $1, within: 1e-9) })
    let card = Scores.cards(for: [partition], on: world.matrix)[0]
    #expect(near(card.silhouette, expected.silhouette, within: 1e-9))
    #expect(near(card.daviesBouldin, expected.daviesBouldin, within: 1e-9))
  }

  @Test("the mixture of three is as likely, and finds the three equal thirds")
  func mixture() throws {
    let expected = facts.gmm
    let fit = try GaussianMixture(k: expected.k, seed: 1).fit(world.matrix)
    #expect(fit.meanLogLikelihood >= expected.meanLogLikelihood - 1e-6)
    #expect(near(fit.bic, expected.bic, within: 0.1))
    #expect(fit.partition.sizes == expected.sizes)
    let card = Scores.cards(for: [fit.partition], on: world.matrix)[0]
    #expect(near(card.silhouette, expected.silhouette, within: 1e-4))
    #expect(near(card.daviesBouldin, expected.daviesBouldin, within: 1e-4))
  }

  @Test("distances to the 50th neighbor agree to twelve digits, and the knee lies near 0.04")
  func kDistance() throws {
    let curve = try KDistance(of: world.matrix, minPoints: 50)
    for (share, distance) in facts.kDistance50IncludingSelf {
      #expect(near(curve.quantile(Double(share) ?? -1), distance, within: 1e-12))
    }
    #expect(near(curve.proposedEps, 0.04, within: 0.002))
  }

  @Test("correlations agree to nine digits")
  func correlations() {
    let found = Correlation.all(of: world.columns)
    let pairs = [
      (found.pearson, facts.correlations.pearson),
      (found.spearman, facts.correlations.spearman),
      (found.kendall, facts.correlations.kendall),
    ]
    for (matrix, expected) in pairs {
      for (row, expectedRow) in zip(matrix, expected) {
        #expect(zip(row, expectedRow).allSatisfy { near($0, $1, within: 1e-9) })
      }
    }
  }

  @Test("principal components agree to nine digits")
  func components() throws {
    let found = try PrincipalComponents(of: world.matrix)
    #expect(
      zip(found.explainedVarianceRatio, facts.pca.explainedVarianceRatio).allSatisfy {
        near($0, $1, within: 1e-9)
      }
    )
    for (component, expected) in zip(found.components, facts.pca.components) {
      #expect(zip(component, expected).allSatisfy { near($0, $1, within: 1e-9) })
    }
  }
}
