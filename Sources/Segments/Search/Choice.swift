import Clusters

/// Which trial the segments come from, and why, in words and numbers.
struct Choice: Equatable {
  /// The place of the chosen trial; `nil` when all customers stay together.
  var trial: Int?
  /// The best trial with another number of groups.
  var runnerUp: Int?
  var rule: String
  var numbers: [String: Double]
  var why: String
  /// Whether the groups exist by themselves, where that was looked at.
  var structure: SegmentReport.Structure?

  /// Fewer customers than this are not split (CONTRACT, "Evidence").
  static let fewestCustomers = 20
}

extension Choice {
  /// A trial wins by a rule.
  init(_ place: Int, rule: String, trials: [Trial], level: Int, runnerUp: Int?) {
    let trial = trials[place]
    var numbers = [
      "silhouetteOfAll": trial.separation, "k": Double(trial.k),
      "candidates": Double(trials.count), "level": Double(level),
      "smallest": Double(trial.partition.sizes.min() ?? 0),
      "largest": Double(trial.partition.sizes.max() ?? 0),
      "unassigned": Double(trial.partition.noiseCount),
    ]
    numbers["daviesBouldin"] = trial.card?.daviesBouldin
    numbers["weakest"] = trial.weakest
    numbers["runnerUp"] = runnerUp.map { trials[$0].separation }
    numbers["runnerUpK"] = runnerUp.map { Double(trials[$0].k) }
    self.init(trial: place, runnerUp: runnerUp, rule: rule, numbers: numbers, why: "")
    why = ChoiceReason(self, trials).text
  }

  /// All customers stay together, because there are too few of them.
  static func tooFew(_ customers: Int) -> Choice {
    Choice(
      trial: nil,
      rule: "too-few-customers",
      numbers: ["customers": Double(customers), "limit": Double(fewestCustomers)],
      why: "There are \(customers) customers; below \(fewestCustomers) groups would be chance, "
        + "so all of them stay together.",
    )
  }

  /// All customers stay together, because nothing tells them apart.
  static func noFeatures() -> Choice {
    Choice(
      trial: nil,
      rule: "no-features",
      numbers: [:],
      why: "No measure differs between customers, so all of them stay together.",
    )
  }

  /// All customers stay together, because no clustering is good enough.
  static func none(_ rule: String, best: Double?, tried: Int) -> Choice {
    var numbers = ["limit": ChoiceRule.leastSilhouette, "candidates": Double(tried)]
    numbers["silhouetteOfAll"] = best
    let found =
      best.map { "the best silhouette over all customers is \(ChoiceReason.rounded($0))" }
      ?? "every one left most customers out or made groups too small to use"
    return Choice(
      trial: nil,
      rule: rule,
      numbers: numbers,
      why: "There is no clear structure: of \(tried) clusterings \(found). "
        + "So all customers stay together.",
      structure: .continuum,
    )
  }
}
