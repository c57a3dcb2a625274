import Foundation
import Testing

@testable import Clusters

@Suite("The examples on the pages of methods")
struct MethodPagesTests {
  let raw: Matrix
  let matrix: OrderedMatrix

  init() throws {
    raw = try Matrix(columns: Worlds.blobs(rows: 300, columns: 3, groups: 3, spread: 0.03, seed: 6))
    matrix = OrderedMatrix(raw)
  }

  @Test("do what they say: Ward")
  func ward() throws {
    let tree = try WardTree(of: matrix)
    let three = try tree.partition(k: 3)
    let drawn = tree.dendrogram(last: 30)

    #expect(three.sizes == [100, 100, 100])
    #expect(drawn.merges.count == 30)
  }

  @Test("do what they say: Gaussian mixtures")
  func mixture() throws {
    let fit = try GaussianMixture(k: 3).fit(matrix)
    let shares = try fit.memberships(of: raw)

    #expect(shares.count == 300)
  }

  @Test("do what they say: scaling")
  func scaling() throws {
    let scaling = try Scaling.fit(raw, .power)
    let scaled = scaling.apply(to: raw)
    let again = scaling.undo(scaled)

    for (column, original) in zip(again.columns, raw.columns) {
      #expect(zip(column, original).allSatisfy { near($0, $1, within: 1e-12) })
    }
  }

  @Test("do what they say: comparing partitions, and how many clusters")
  func comparing() throws {
    let before = try KMeans(k: 3).fit(matrix).partition
    let after = try MiniBatchKMeans(k: 3).fit(matrix).partition
    let agreement = PartitionAgreement(before, after)
    let foundAgain = agreement.bestJaccards
    let gap = try GapStatistic(of: matrix, k: 1...10)
    let count = gap.count(by: .firstWithinError)

    #expect(foundAgain == [1, 1, 1])
    #expect(count == 3)
  }

  @Test("do what they say: k-means")
  func kMeans() throws {
    let grown = OrderedMatrix(try Matrix(columns: raw.columns.map { $0 + [$0[0]] }))
    let fit = try KMeans(k: 3, seed: 1).fit(matrix)
    let later = try KMeans(k: 3).fit(grown, from: fit.centers)
    let answers = try NearestCenters(fit.centers).answers(for: raw)

    #expect(later.partition.sizes == [101, 100, 100])
    #expect(answers.map(\.cluster) == (0..<300).map { fit.partition.cluster(of: $0) })
  }

  @Test("do what they say: DBSCAN")
  func dbscan() throws {
    let curve = try KDistance(of: matrix, minPoints: 10)
    let eps = try #require(curve.proposedEps)
    let fit = try DBSCAN(eps: eps, minPoints: 10).fit(matrix)

    #expect(fit.partition.clusterCount == 3)
  }

  @Test("do what they say: projection")
  func projection() throws {
    let fit = try KMeans(k: 3, seed: 1).fit(matrix)
    let all = try PrincipalComponents(of: matrix)
    let each = PrincipalComponents.ofClusters(of: fit.partition, on: matrix)
    let plane = all.project(raw, onto: 2)

    #expect(each.count == 3)
    #expect(plane.map(\.count) == [300, 300])
  }

  @Test("do what they say: scoring")
  func scoring() throws {
    let scorer = RowScorer(.ward(try Ward(k: 3).fit(matrix)), on: matrix)
    let answers = try scorer.answers(for: raw)

    #expect(answers.count == 300)
  }

  @Test("stand on a page for each method, with its parameters, cost and source")
  func pages() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Clusters/Clusters.docc").standardizedFileURL
    let front = try String(contentsOf: folder.appending(path: "Clusters.md"), encoding: .utf8)
    for method in Clusterers.allCases.map(\.rawValue) {
      let page = try String(contentsOf: folder.appending(path: "\(method).md"), encoding: .utf8)
      for part in ["## The idea", "## When to prefer it", "## Parameters", "## Cost", "## Source"] {
        #expect(page.contains(part), "\(method): \(part)")
      }
      #expect(front.contains("<doc:\(method)>"))
    }
  }
}
