import Clusters

extension SegmentReport.Dendrogram {
  /// The tree as the report keeps it: leaves and merges under one numbering.
  init(_ tree: Clusters.Dendrogram) {
    func number(_ child: Clusters.Dendrogram.Child) -> Int {
      switch child {
      case .leaf(let leaf): leaf
      case .merge(let merge): tree.leafCounts.count + merge
      }
    }
    self.init(
      merges: tree.merges.map { merge in
        Merge(
          left: number(merge.left),
          right: number(merge.right),
          height: merge.height,
          count: merge.count,
        )
      },
      leafCounts: tree.leafCounts,
    )
  }
}
