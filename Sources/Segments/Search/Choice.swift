import Clusters

/// Which trial the segments come from, and why, in words and numbers.
struct Choice {
  /// The place of the chosen trial; `nil` when all customers stay together.
  var trial: Int?
  /// The best trial with another number of groups.
  var runnerUp: Int?
  var rule: String
  var numbers: [String: Double]
  var why: String

  /// Fewer customers than this are not split (CONTRACT, "Evidence").
  static let fewestCustomers = 20
  /// A segment smaller than this share of all customers is no segment but a curiosity.
  static let smallestShare = 0.01
  /// A candidate that leaves more than this share of the customers unassigned is no answer.
  static let mostNoise = 0.25
  /// Two segments say little more than "large and small": they must score this much better.
  static let twoSegmentsLead = 1.5
  /// A finer answer needs some structure of its own to be preferred to two segments (Kaufman and
  /// Rousseeuw's "weak" begins here).
  static let leastFineSilhouette = 0.25
  /// Below this silhouette (of all customers) there are no groups to speak of.
  static let leastSilhouette = 0.10

  /// The eligible trial with the best silhouette over all customers.
  ///
  /// Ties within 0.005 go to the lower Davies–Bouldin index. Two segments are chosen only where they lead the
  /// best finer answer by half, or where no finer answer has structure.
  static func among(_ trials: [Trial], customers: Int) -> Choice {
    let eligible = trials.indices.filter { isEligible(trials[$0], customers: customers) }
    guard !eligible.isEmpty else { return none("no-candidate", best: nil) }
    if trials.count == 1 {
      return chosen(eligible[0], rule: "only-candidate", trials: trials, runnerUp: nil)
    }
    let ranked = eligible.sorted { (score(trials[$0]), $1) > (score(trials[$1]), $0) }
    var best = leader(of: ranked, trials)
    var rule = "best-silhouette"
    let finer = ranked.filter { trials[$0].k > 2 }
    if trials[best].k == 2, let next = finer.first,
      score(trials[next]) >= leastFineSilhouette,
      score(trials[best]) < twoSegmentsLead * score(trials[next])
    {
      best = leader(of: finer, trials)
      rule = "best-silhouette-above-two"
    }
    if rule == "best-silhouette", best != ranked[0] { rule = "tie-by-davies-bouldin" }
    guard score(trials[best]) >= leastSilhouette else {
      return none("no-structure", best: score(trials[best]))
    }
    let runnerUp = ranked.first { $0 != best && trials[$0].k != trials[best].k }
    return chosen(best, rule: rule, trials: trials, runnerUp: runnerUp)
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

  private static func none(_ rule: String, best: Double?) -> Choice {
    var numbers = ["limit": leastSilhouette]
    numbers["silhouetteOfAll"] = best
    return Choice(
      trial: nil,
      rule: rule,
      numbers: numbers,
      why:
        "No clustering found groups that stand apart (silhouette below \(leastSilhouette) or groups "
        + "too small to use), so all customers stay together.",
    )
  }

  private static func isEligible(_ trial: Trial, customers: Int) -> Bool {
    guard trial.k >= 2, trial.card?.silhouetteOfAll != nil else { return false }
    let smallest = Double(trial.partition.sizes.min() ?? 0)
    return smallest >= Swift.max(5, smallestShare * Double(customers))
      && Double(trial.partition.noiseCount) <= mostNoise * Double(customers)
  }

  private static func score(_ trial: Trial) -> Double { trial.card?.silhouetteOfAll ?? -1 }

  /// Of trials ranked by score, the one with the lowest Davies–Bouldin index among the best.
  private static func leader(of ranked: [Int], _ trials: [Trial]) -> Int {
    let top = score(trials[ranked[0]])
    let tied = ranked.prefix { top - score(trials[$0]) <= 0.005 }
    return tied.min { index(trials[$0]) < index(trials[$1]) } ?? ranked[0]
  }

  private static func index(_ trial: Trial) -> Double { trial.card?.daviesBouldin ?? .infinity }

  private static func chosen(
    _ place: Int,
    rule: String,
    trials: [Trial],
    runnerUp: Int?,
  ) -> Choice {
    let trial = trials[place]
    var numbers = [
      "silhouetteOfAll": score(trial), "k": Double(trial.k),
      "candidates": Double(trials.count),
    ]
    numbers["daviesBouldin"] = trial.card?.daviesBouldin
    numbers["runnerUp"] = runnerUp.map { score(trials[$0]) }
    numbers["runnerUpK"] = runnerUp.map { Double(trials[$0].k) }
    return Choice(
      trial: place,
      runnerUp: runnerUp,
      rule: rule,
      numbers: numbers,
      why: why(trial, rule: rule, of: trials.count, runnerUp: runnerUp.map { trials[$0] }),
    )
  }

  private static func why(
    _ trial: Trial,
    rule: String,
    of count: Int,
    runnerUp: Trial?,
  ) -> String {
    func words(_ trial: Trial) -> String {
      let silhouette = (score(trial) * 1_000).rounded() / 1_000
      return "\(trial.method) with \(trial.k) groups (silhouette over all customers \(silhouette))"
    }
    let compared = "\(count) clusterings were compared on the same rows."
    let other = runnerUp.map { " Next is \(words($0))." } ?? ""
    switch rule {
    case "only-candidate":
      return "\(words(trial)) is the only clustering that was asked for."
    case "best-silhouette-above-two":
      return "\(words(trial)) is the best answer with more than two groups; \(compared) "
        + "Two groups score higher, but not by half, and say little more than large and small."
    case "tie-by-davies-bouldin":
      return "\(words(trial)) is level with the best silhouette (within 0.005) and has the lowest "
        + "Davies–Bouldin index among the level ones; \(compared)\(other)"
    default:
      return "\(words(trial)) has the best silhouette; \(compared)\(other)"
    }
  }
}
