import Foundation
import Testing

@testable import Clusters

// Sets with known groups, kept outside the project; skipped, loudly, where they are absent. The
// figures to reach are scikit-learn's at the same parameters: see References/cluster_sets.py.
@Suite(
  "On sets with known groups",
  .enabled(if: ClusterSets.isHere, "SKIPPED: no sets with known groups")
)
struct ClusterSetsTests {
  /// What a method finds, and what scikit-learn found at the same parameters.
  struct Figure {
    var method: Clusterers
    var ours: Double
    var theirs: Double
    /// Whether what the method itself makes small or large is better here: then the index is not
    /// what was asked for, and may fall.
    var isBetterByItsOwnMeasure = false
  }

  @Test("every method is as good as scikit-learn's")
  func adjustedRand() throws {
    var table = [
      "adjusted Rand, ours and scikit-learn's".padding(toLength: 28, withPad: " ", startingAt: 0)
    ]
    for reference in try ClusterSets.references() {
      let set = try ClusterSets.load(reference.file)
      let figures = try Self.figures(of: reference, on: set.matrix, truth: set.labels)
      #expect(figures.map(\.method) == Clusterers.allCases)
      if table.count == 1 { table.append(Self.line("", figures.map(\.method.rawValue))) }
      let cells = figures.map { String(format: "%7.4f %7.4f", $0.ours, $0.theirs) }
      table.append(Self.line(reference.file, cells))
      for figure in figures where !figure.isBetterByItsOwnMeasure {
        #expect(figure.ours >= figure.theirs - 0.005, "\(reference.file): \(figure.method)")
      }
    }
    print(table.joined(separator: "\n"))
  }

  private static func line(_ name: String, _ cells: [String]) -> String {
    ([name.padding(toLength: 28, withPad: " ", startingAt: 0)]
      + cells.map { $0.padding(toLength: 17, withPad: " ", startingAt: 0) }).joined()
  }

  private static func figures(
    of reference: ClusterSets.Reference,
    on matrix: OrderedMatrix,
    truth: [Int32],
  ) throws -> [Figure] {
    let k = reference.k
    let means = try KMeans(k: k, seed: 1).fit(matrix)
    #expect(means.inertia <= reference.kMeans.inertia * (1 + 1e-6), "\(reference.file)")
    let batches = try MiniBatchKMeans(k: k, seed: 1, starts: 10).fit(matrix)
    #expect(batches.inertia <= reference.miniBatch.inertia * 1.05, "\(reference.file)")
    let mixture = try GaussianMixture(k: k, seed: 1, starts: 10).fit(matrix)
    let dense = try DBSCAN(eps: reference.dbscan.eps, minPoints: reference.dbscan.minPoints)
      .fit(matrix)
    let tree = try HDBSCAN(
      minClusterSize: reference.hdbscan.minClusterSize,
      minPoints: reference.hdbscan.minPoints,
    ).fit(matrix)
    let ward = try Ward(k: k).fit(matrix).partition
    return Clusterers.allCases.map { method in
      let (partition, theirs, isBetter) =
        switch method {
        case .kMeans:
          (
            means.partition, reference.kMeans.adjustedRand,
            means.inertia < reference.kMeans.inertia * (1 - 1e-9)
          )
        case .miniBatchKMeans:
          (
            batches.partition, reference.miniBatch.adjustedRand,
            batches.inertia < reference.miniBatch.inertia * (1 - 1e-9)
          )
        case .gaussianMixture:
          (
            mixture.partition, reference.mixture.adjustedRand,
            mixture.meanLogLikelihood > reference.mixture.meanLogLikelihood + 1e-6
          )
        case .ward: (ward, reference.ward.adjustedRand, false)
        case .dbscan: (dense.partition, reference.dbscan.adjustedRand, false)
        case .hdbscan: (tree.partition, reference.hdbscan.adjustedRand, false)
        }
      return Figure(
        method: method,
        ours: PartitionAgreement(labels: partition.labels, truth).adjustedRand,
        theirs: theirs,
        isBetterByItsOwnMeasure: isBetter
      )
    }
  }

  @Test("DBCV is that of the hdbscan library")
  func dbcv() throws {
    for figure in try ClusterSets.dbcv() {
      let set = try ClusterSets.load(figure.file)
      let partition = Partition(labels: set.labels.map { $0 - 1 }, on: set.matrix)
      let found = DBCV(of: partition, on: set.matrix).value
      #expect(near(found, figure.dbcv, within: 1e-5), "\(figure.file)")
    }
  }

  @Test("HDBSCAN finds the tree, clusters, persistence and outliers of the hdbscan library")
  func library() throws {
    for figure in try ClusterSets.library() {
      let matrix = try ClusterSets.load(figure.file).matrix
      let name = "\(figure.file) \(figure.selection)"
      let neighbors = CoreNeighbors(of: matrix.tree, rank: figure.minPoints)
      let edges = SpanningTree(of: matrix.tree, neighbors: neighbors).edges
      let length = edges.reduce(0) { $0 + $1.square.squareRoot() }
      #expect(near(length, figure.treeLength, within: 1e-9 * length), "\(name)")
      let fit = try HDBSCAN(
        minClusterSize: figure.minClusterSize,
        minPoints: figure.minPoints,
        selection: figure.selection == "leaf" ? .leaf : .excessOfMass,
        allowSingleCluster: figure.allowsSingleCluster,
      ).fit(matrix)
      #expect(fit.partition.clusterCount == figure.clusters, "\(name)")
      let scores = SortedColumn(fit.outlierScores)
      for (step, theirs) in figure.outlierScores.enumerated() {
        #expect(near(scores.quantile(Double(step) / 20), theirs, within: 0.01), "\(name) \(step)")
      }
      if fit.partition.sizes == [matrix.rowCount] {
        // There, only the densest rows of a single cluster are members.
        #expect(figure.allowsSingleCluster)
        continue
      }
      // There, the order of rows decides where the row on a saddle goes: a row or two a cluster.
      let slack = 2 * figure.clusters + 1
      #expect(abs(fit.partition.noiseCount - figure.noise) <= slack, "\(name)")
      let share = 2 / Double(figure.minClusterSize)
      for (ours, theirs) in zip(fit.persistence.sorted(), figure.persistence) {
        #expect(near(ours, theirs, within: share * theirs), "\(name)")
      }
      let membership = fit.memberships.reduce(0, +) / Double(fit.memberships.count)
      #expect(near(membership, figure.meanMembership, within: 0.01), "\(name)")
    }
  }
}
