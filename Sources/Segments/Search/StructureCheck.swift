import Clusters

/// Asks whether customers without any groups could be divided just as well.
///
/// Rows are drawn evenly from the box around the customers, along their principal components, and clustered
/// by k-means with as many groups; their silhouettes say what division alone brings. A silhouette that is not
/// clearly above cuts a continuum in slices: useful, maybe, but not groups that exist by themselves.
struct StructureCheck: Sendable, Equatable {
  /// The mean silhouette of the references.
  let reference: Double
  /// What a silhouette must reach to tell of groups.
  let bar: Double

  static let references = 10
  static let mostRows = 2_000
  /// A lead smaller than this is none, however exactly it was measured.
  static let leastLead = 0.05

  /// Draws and clusters the references for a number of groups.
  init(k: Int, on matrix: OrderedMatrix, seed: UInt64) throws(SegmentError) {
    let rows = min(Self.mostRows, matrix.rowCount)
    let box = try computed { () throws(ClusterError) in try ReferenceBox(around: matrix) }
    var silhouettes: [Double] = []
    for number in 0..<Self.references {
      let drawn = OrderedMatrix(box.rows(rows, number: number, seed: seed))
      let fit = try computed { () throws(ClusterError) in try KMeans(k: k, seed: seed).fit(drawn) }
      let values = Silhouette.samples(of: [fit.partition], on: drawn).first ?? []
      silhouettes.append(values.reduce(0, +) / Double(max(1, values.count)))
    }
    let summary = Summary(silhouettes)
    reference = summary.mean
    bar = summary.mean + max(Self.leastLead, 3 * summary.sd)
  }

  func isClear(_ silhouette: Double) -> Bool { silhouette >= bar }
}
