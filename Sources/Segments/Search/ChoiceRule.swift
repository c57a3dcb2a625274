import Clusters

/// The written rule by which one clustering wins (Segments.docc, "How a clustering is chosen").
///
/// A gate keeps out what nobody could use, ``Merit`` ranks the rest, and among answers that are level the one
/// whose groups come back most exactly wins. Nothing here depends on the order of candidates but the last tie.
struct ChoiceRule {
  let customers: Int
  var by = SelectionMeasure.auto

  /// Answers whose merits differ by no more than this are level: no reader could tell them apart.
  static let level = 0.02
  /// A segment smaller than this share of all customers is no segment but a curiosity.
  static let smallestShare = 0.01
  /// A candidate that leaves more than this share of the customers unassigned is no answer.
  static let mostNoise = 0.25
  /// A finer answer has structure of its own from here on (Kaufman and Rousseeuw's "weak" begins here).
  static let leastFineSilhouette = 0.25
  /// Below this silhouette (of all customers) there are no groups to speak of.
  static let leastSilhouette = 0.10
  /// So many answers are looked at for stability; with more that are level the rest is left aside.
  static let mostChecks = 8

  /// Why a trial cannot win whatever its scores, or `nil` where it can.
  func exclusion(of trial: Trial) -> String? {
    guard trial.k >= 2, trial.card?.silhouetteOfAll != nil else { return "fewer-than-two-groups" }
    let smallest = Double(trial.partition.sizes.min() ?? 0)
    if smallest < Swift.max(5, Self.smallestShare * Double(customers)) { return "tiny-segment" }
    if Double(trial.partition.noiseCount) > Self.mostNoise * Double(customers) {
      return "mostly-unassigned"
    }
    return nil
  }

  /// Which trial to look at for stability next; `nil` when the choice and its runner-up are settled.
  ///
  /// Stability can only lower a merit, so a trial is looked at while it could still win or be level: the
  /// highest first.
  func nextToCheck(_ trials: [Trial]) -> Int? {
    let ranked = ranking(of: trials)
    let open = ranked.filter { trials[$0].jaccards == nil }
    if by == .auto, let first = open.first, ranked.count - open.count < Self.mostChecks {
      let settled = ranked.filter { trials[$0].jaccards != nil }
      let bar = settled.map { merit(of: $0, in: trials).value }.max() ?? -.infinity
      if merit(of: first, in: trials).value >= bar - Self.level { return first }
    }
    let choice = choice(among: trials)
    return [choice.trial, choice.runnerUp].compactMap(\.self).first { trials[$0].jaccards == nil }
  }

  /// The choice, by what is known of the trials.
  func choice(among trials: [Trial]) -> Choice {
    let ranked = ranking(of: trials)
    guard !ranked.isEmpty else { return .none("no-candidate", best: nil, tried: trials.count) }
    guard trials.count > 1 else { return chosen(ranked[0], rule: "only-candidate", trials, ranked) }
    guard by == .auto else {
      return chosen(ranked[0], rule: "by-" + by.rawValue, trials, ranked)
    }
    // Once any trial was looked at, only those compete that were: a merit not measured is a promise.
    let measured = ranked.filter { trials[$0].jaccards != nil }
    let (place, rule) = winner(of: measured.isEmpty ? ranked : measured, trials)
    let separation = trials[place].separation
    guard separation >= Self.leastSilhouette else {
      return .none("no-structure", best: separation, tried: trials.count)
    }
    return chosen(place, rule: rule, trials, ranked)
  }

  /// How much a trial is worth, seen beside the others.
  func merit(of place: Int, in trials: [Trial]) -> Merit {
    let trial = trials[place]
    let finer = trials.indices.contains { other in
      trials[other].k > 2 && trials[other].separation >= Self.leastFineSilhouette
        && exclusion(of: trials[other]) == nil
    }
    return Merit(
      separation: trial.separation,
      weakest: trial.weakest,
      smallestShare: Double(trial.partition.sizes.min() ?? 0) / Double(Swift.max(1, customers)),
      isHalving: trial.k == 2 && finer,
    )
  }

  /// The places of the trials that may win, best first by what is known so far.
  private func ranking(of trials: [Trial]) -> [Int] {
    let eligible = trials.indices.filter { exclusion(of: trials[$0]) == nil }
    let scored = eligible.compactMap { place in
      score(of: place, in: trials).map { (place: place, score: $0) }
    }
    return scored.sorted { ($0.score, $1.place) > ($1.score, $0.place) }.map(\.place)
  }

  /// The measure to rank by, turned so that more is better; `nil` where a trial has none.
  private func score(of place: Int, in trials: [Trial]) -> Double? {
    let trial = trials[place]
    switch by {
    case .auto: return merit(of: place, in: trials).value
    case .silhouette: return trial.separation
    case .daviesBouldin: return trial.card?.daviesBouldin.map { 0 - $0 }
    case .calinskiHarabasz: return trial.card?.calinskiHarabasz
    case .bic: return trial.bic.map { 0 - $0 }
    case .gap: return trial.gap.map { $0.isChosen ? 1 : 0 }
    }
  }

  /// Of the trials that are level with the best, the one that comes back most exactly.
  private func winner(of ranked: [Int], _ trials: [Trial]) -> (place: Int, rule: String) {
    let merits = ranked.map { merit(of: $0, in: trials).value }
    guard let top = merits.indices.max(by: { (merits[$0], $1) < (merits[$1], $0) }) else {
      return (ranked[0], "highest-merit")
    }
    let tied = ranked.indices.filter { merits[top] - merits[$0] <= Self.level }.map { ranked[$0] }
    let best = tied.min { Standing(trials[$0], $0) < Standing(trials[$1], $1) } ?? ranked[top]
    return (best, tied.count > 1 ? "steadiest-of-level" : "highest-merit")
  }

  private func chosen(_ place: Int, rule: String, _ trials: [Trial], _ ranked: [Int]) -> Choice {
    let best = merit(of: place, in: trials).value
    let level = ranked.filter { best - merit(of: $0, in: trials).value <= Self.level }.count
    let runnerUp = ranked.first { trials[$0].k != trials[place].k }
    return Choice(place, rule: rule, trials: trials, level: level, runnerUp: runnerUp)
  }
}

/// Where a trial stands among level ones; less is better.
private struct Standing: Comparable {
  /// Thousandths of the weakest group that do not come back: finer differences are chance.
  private let unsteady: Double
  private let noise: Int
  private let daviesBouldin: Double
  private let place: Int

  init(_ trial: Trial, _ place: Int) {
    unsteady = 1_000 - ((trial.weakest ?? 0) * 1_000).rounded()
    noise = trial.partition.noiseCount
    daviesBouldin = trial.card?.daviesBouldin ?? .infinity
    self.place = place
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.unsteady, left.noise, left.daviesBouldin, left.place)
      < (right.unsteady, right.noise, right.daviesBouldin, right.place)
  }
}
