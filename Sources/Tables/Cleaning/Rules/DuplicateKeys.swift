/// Drops all rows of a key but one: the last that no other rule drops.
///
/// Of a key whose rows are all dropped by other rules nothing is a duplicate. Rows without a key
/// are never duplicates of each other.
package struct DuplicateKeys: CleaningRule {
  package let name = "duplicate"
  package let comparesRows = true

  /// Makes the rule.
  package init() {}

  package func brokenRows(of column: Column, standing: [Bool]) -> [Int] {
    let groups = KeyGroups(of: column)
    var winners = [Int?](repeating: nil, count: groups.count)
    for (row, group) in groups.groupOfRow.enumerated() where standing[row] {
      if let group { winners[group] = row }
    }
    return groups.groupOfRow.indices.filter { row in
      guard let group = groups.groupOfRow[row], let winner = winners[group] else { return false }
      return winner != row
    }
  }
}
