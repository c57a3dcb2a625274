import Clusters

/// What is looked at only once a clustering is chosen: whether the others agree with it, how its density
/// holds, and whether there is any structure at all.
struct SearchReview {
  let input: ClusterInput
  let seed: UInt64

  /// Partitions that agree to this degree tell the same groups (adjusted Rand index).
  static let sameGroups = 0.9

  /// Completes the trials and the choice; does nothing where nobody was split.
  func complete(_ choice: inout Choice, _ found: inout SearchOutcome) throws(SegmentError) {
    guard let chosen = choice.trial else { return }
    let partition = found.trials[chosen].partition
    for place in found.trials.indices where place != chosen {
      let other = found.trials[place].partition
      found.trials[place].agreement = PartitionAgreement(partition, other).adjustedRand
    }
    let dense = found.trials.indices.filter {
      ["dbscan", "hdbscan"].contains(found.trials[$0].method)
    }
    for place in Set([chosen, choice.runnerUp].compactMap(\.self) + dense) {
      found.trials[place].dbcv = DBCV(of: found.trials[place].partition, on: input.ordered).value
    }
    let alike = found.trials.indices.filter {
      (found.trials[$0].agreement ?? 0) >= Self.sameGroups
    }
    choice.numbers["alike"] = Double(alike.count)
    try checkStructure(&choice, found)
    choice.why = ChoiceReason(choice, found.trials).text
  }

  private func checkStructure(
    _ choice: inout Choice,
    _ found: SearchOutcome,
  ) throws(SegmentError) {
    guard let chosen = choice.trial else { return }
    let trial = found.trials[chosen]
    let check = try StructureCheck(k: trial.k, on: input.ordered, seed: seed)
    choice.numbers["reference"] = check.reference
    choice.numbers["referenceBar"] = check.bar
    choice.structure = check.isClear(trial.separation) ? .clear : .continuum
  }
}
