import RealModule

/// How far two partitions of the same rows agree, whatever their clusters are called.
///
/// All measures are 1 for partitions that are the same but for the numbers of their clusters. Noise
/// counts as a cluster of its own, as in scikit-learn. Counts are whole numbers, so nothing depends
/// on the order of rows. Cost: a sort of the rows by their two labels.
package struct PartitionAgreement: Sendable, Equatable {
  /// Pairs of rows on which both agree, 0 for what chance would give (Hubert and Arabie, 1985).
  package let adjustedRand: Double
  /// What one tells about the other, 0 for what chance would give (Vinh and others, 2010).
  ///
  /// Divided by the mean of both entropies.
  package let adjustedMutualInformation: Double
  /// The geometric mean of precision and recall over pairs of rows; 0 to 1.
  package let fowlkesMallows: Double
  /// Pairs together in both among pairs together in either; 0 to 1.
  package let jaccard: Double
  /// For each cluster of the first partition its overlap with the most similar of the second.
  ///
  /// Rows in both among rows in either, from 0 to 1; noise is no cluster here. Nil for a cluster
  /// that has none of the rows.
  package let bestJaccards: [Double?]

  /// Compares two partitions of the same rows.
  package init(_ a: Partition, _ b: Partition) {
    self.init(labels: a.labels, b.labels)
  }

  /// Compares labels of the same rows, for example of those of a sample; below zero is noise.
  package init(labels a: [Int32], _ b: [Int32]) {
    precondition(a.count == b.count, "partitions of the same rows are compared")
    let table = SharedRows(a, b)
    let pairs = PairCounts(table)
    // Then each cluster of one is a cluster of the other.
    let areSame =
      table.cells.count == table.sizesA.count && table.cells.count == table.sizesB.count
    adjustedRand = areSame ? 1 : pairs.adjustedRand
    fowlkesMallows = areSame ? 1 : pairs.fowlkesMallows
    jaccard = areSame ? 1 : pairs.jaccard
    adjustedMutualInformation = areSame ? 1 : MutualInformation(table).adjusted
    bestJaccards = Self.bestJaccards(table, count: Int(a.max() ?? -1) + 1)
  }

  private static func bestJaccards(_ table: SharedRows, count: Int) -> [Double?] {
    var best = [Double?](repeating: nil, count: max(0, count))
    for label in best.indices where table.sizesA[Int32(label)] != nil { best[label] = 0 }
    for cell in table.cells where cell.a >= 0 && cell.b >= 0 {
      let either = (table.sizesA[cell.a] ?? 0) + (table.sizesB[cell.b] ?? 0) - cell.count
      let share = Double(cell.count) / Double(either)
      best[Int(cell.a)] = max(best[Int(cell.a)] ?? 0, share)
    }
    return best
  }
}

/// Pairs of rows, by whether each partition keeps them together.
private struct PairCounts {
  private let both: Double
  private let onlyA: Double
  private let onlyB: Double
  private let neither: Double

  init(_ table: SharedRows) {
    let both = table.cells.reduce(0) { $0 + Self.pairs($1.count) }
    let inA = table.sizesA.values.reduce(0) { $0 + Self.pairs($1) }
    let inB = table.sizesB.values.reduce(0) { $0 + Self.pairs($1) }
    self.both = Double(both)
    onlyA = Double(inA - both)
    onlyB = Double(inB - both)
    neither = Double(Self.pairs(table.rowCount) - inA - inB + both)
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

  var adjustedRand: Double {
    let spread = (both + onlyA) * (onlyA + neither) + (both + onlyB) * (onlyB + neither)
    return 2 * (both * neither - onlyA * onlyB) / spread
  }

  var fowlkesMallows: Double {
    guard both > 0 else { return 0 }
    return (both / (both + onlyA)).squareRoot() * (both / (both + onlyB)).squareRoot()
  }

  var jaccard: Double { both / (both + onlyA + onlyB) }
}
