import Clusters

/// Puts a choice into two or three plain sentences with its numbers.
struct ChoiceReason {
  private let choice: Choice
  private let trials: [Trial]

  init(_ choice: Choice, _ trials: [Trial]) {
    self.choice = choice
    self.trials = trials
  }

  var text: String {
    guard let place = choice.trial else { return choice.why }
    return [what(trials[place]), decision(trials[place]), doubt(trials[place]) ?? remark(place)]
      .compactMap(\.self).joined(separator: " ")
  }

  /// What it found: method, groups, separation and stability.
  private func what(_ trial: Trial) -> String {
    let sizes = trial.partition.sizes
    let (low, high) = (sizes.min() ?? 0, sizes.max() ?? 0)
    let of = low == high ? "\(low)" : "\(low) to \(high)"
    var text = "\(trial.method) with \(trial.k) groups of \(of) customers "
    text += "has silhouette \(Self.rounded(trial.separation)) over all customers"
    if let weakest = trial.weakest {
      text += "; its weakest group comes back at \(Self.rounded(weakest)) (Jaccard) "
      text += "when part of the customers is clustered anew"
    }
    return text + "."
  }

  private func decision(_ trial: Trial) -> String {
    let compared = "\(trials.count) clusterings were compared on the same customers"
    let other = choice.runnerUp.map { place in
      "; next with another number of groups is \(trials[place].method) with \(trials[place].k) "
        + "(\(Self.rounded(trials[place].separation)))"
    }
    switch choice.rule {
    case "only-candidate": return "It is the only clustering that was asked for."
    case "steadiest-of-level":
      let level = Int(choice.numbers["level"] ?? 0)
      return
        "\(compared), \(level) of them level within \(ChoiceRule.level), and of these its groups "
        + "come back most exactly\(alike)\(other ?? "")."
    case "highest-merit":
      return
        "\(compared); by separation, stability and size of the smallest group it leads\(alike)\(other ?? "")."
    default:
      return "\(compared), and the configuration says to choose "
        + "\(choice.rule.split(separator: "-").joined(separator: " "))."
    }
  }

  /// How many others tell the same groups; nothing where none does or nobody looked.
  private var alike: String {
    guard let count = choice.numbers["alike"].map({ Int($0) }), count > 0 else { return "" }
    return "; \(count) others find the same groups"
  }

  /// "No clear structure" where that is the truth.
  private func doubt(_ trial: Trial) -> String? {
    guard choice.structure == .continuum,
      let reference = choice.numbers["reference"]
    else { return nil }
    return "There is no clear structure: customers spread evenly would be divided with silhouette "
      + "\(Self.rounded(reference)), so read the groups as slices of a continuum."
  }

  /// A method that looks better only because it leaves customers out is named.
  private func remark(_ place: Int) -> String? {
    guard let flattered = Self.flattered(beside: place, trials) else { return nil }
    let trial = trials[flattered]
    let share = Double(trial.partition.noiseCount) / Double(trial.partition.labels.count)
    return "\(trial.method) scores \(Self.rounded(trial.card?.silhouette ?? 0)), but leaves "
      + "\(trial.partition.noiseCount) customers (\(Self.rounded(share * 100)) %) out; "
      + "with them it is \(Self.rounded(trial.separation))."
  }

  /// The trial whose score is highest only while the customers it leaves out are not counted.
  static func flattered(beside place: Int, _ trials: [Trial]) -> Int? {
    let best = trials[place].card?.silhouette ?? -1
    return trials.indices
      .filter { other in
        trials[other].partition.noiseCount > 0 && isUsable(trials[other])
          && (trials[other].card?.silhouette ?? -1) > best
          && trials[other].separation < trials[place].separation
      }
      .max { (trials[$0].card?.silhouette ?? -1, $1) < (trials[$1].card?.silhouette ?? -1, $0) }
  }

  /// A method that leaves most customers out flatters nobody.
  private static func isUsable(_ trial: Trial) -> Bool {
    ChoiceRule(customers: trial.partition.labels.count).exclusion(of: trial) == nil
  }

  static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
