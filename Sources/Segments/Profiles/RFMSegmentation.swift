import Clusters

/// The segmentation by the named groups of recency, frequency and spend, in the form of a search with one trial.
///
/// So profiles, map, silhouettes and tables are made as for any clustering, and the groups' scores stand beside others'.
struct RFMSegmentation {
  let scores: RFMScores

  /// A column choice that makes the three scored features the ones on the map.
  var columns: ColumnChoice {
    var choice = ColumnChoice()
    choice.features = scores.features.map(\.name)
    return choice
  }

  /// The groups as the only trial.
  func outcome(on input: ClusterInput) -> SearchOutcome {
    let groups = scores.groups
    let labels = groups.map { Int32(RFMGroup.allCases.firstIndex(of: $0) ?? 0) }
    var outcome = SearchOutcome()
    outcome.trials = [
      Trial(
        method: "rfm",
        parameters: [:],
        partition: Partition(labels: labels, on: input.ordered),
        membership: .strengths([Double](repeating: 1, count: labels.count)),
        // A table of names has no other answer for part of the customers; its stability is not measured.
        refit: { rows, _ in
          Partition(labels: [Int32](repeating: 0, count: rows.rows.count), on: rows.matrix)
        },
      )
    ]
    return outcome
  }

  static func choice(among found: SearchOutcome) -> Choice {
    let groups = found.trials[0].k
    let isSplit = groups > 1
    return Choice(
      trial: isSplit ? 0 : nil,
      rule: "rfm",
      numbers: ["k": Double(groups), "cells": 125],
      why: isSplit
        ? "The configuration asks for the named groups of recency, frequency and spend; \(groups) of "
          + "the 11 have customers. Scores are 1 to 5 by mid-rank share, equal values alike."
        : "All customers fall in one of the named groups of recency, frequency and spend.",
    )
  }

  /// Gives each segment, in the order of their places, the name of its group and the scores its customers have.
  func name(_ segments: inout [SegmentReport.Segment], _ members: [[Int]]) {
    let groups = scores.groups
    for place in segments.indices {
      let rows = members[place + 1]
      guard let first = rows.first else { continue }
      segments[place].name = groups[first].name
      segments[place].naming = .init(rule: SegmentReport.NameFacts.rule(of: groups[first].name))
      segments[place].why =
        "Scores of 5: recency \(Self.range(scores.recency, rows)), frequency "
        + "\(Self.range(scores.frequency, rows)), spend \(Self.range(scores.monetary, rows))."
    }
  }

  private static func range(_ scores: [Int], _ rows: [Int]) -> String {
    let own = rows.map { scores[$0] }
    guard let low = own.min(), let high = own.max() else { return "–" }
    return low == high ? "\(low)" : "\(low) to \(high)"
  }
}
