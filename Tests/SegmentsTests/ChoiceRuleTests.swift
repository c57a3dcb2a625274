import Clusters
import Testing

@testable import Segments

@Suite("The rule of the choice")
struct ChoiceRuleTests {
  /// A trial of 1 000 customers with these group sizes; what is left of them is noise.
  func trial(
    _ method: String = "kmeans",
    sizes: [Int],
    silhouette: Double,
    jaccards: [Double?]? = nil,
    daviesBouldin: Double = 1,
  ) throws -> Trial {
    let rows = 1_000
    var labels = sizes.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) }
    labels += [Int32](repeating: -1, count: rows - labels.count)
    let values = (0..<rows).map(Double.init)
    let ordered = OrderedMatrix(try Matrix(columns: [values]))
    var trial = Trial(
      method: method,
      parameters: ["k": Double(sizes.count)],
      partition: Partition(labels: labels, on: ordered),
      membership: .nearestMean,
      refit: { rows, _ throws(ClusterError) in try KMeans(k: 2).fit(rows.matrix).partition },
    )
    let share = Double(sizes.reduce(0, +)) / Double(rows)
    trial.card = Scorecard(
      silhouette: silhouette,
      silhouetteOfAll: silhouette * share,
      daviesBouldin: daviesBouldin,
      calinskiHarabasz: nil,
      clusterSilhouettes: [],
      negativeShares: [],
    )
    trial.jaccards = jaccards
    return trial
  }

  let rule = ChoiceRule(customers: 1_000)

  /// Measures what the rule asks for with the given stabilities, then chooses.
  func choice(_ trials: [Trial], stabilities: [Double]) -> (Choice, checked: [Int]) {
    var (trials, checked) = (trials, [Int]())
    while let place = rule.nextToCheck(trials) {
      checked.append(place)
      trials[place].jaccards = [stabilities[place]]
    }
    return (rule.choice(among: trials), checked)
  }

  @Test("counts customers that a method leaves out as separated by nothing")
  func noise() throws {
    let trials = [
      try trial("dbscan", sizes: [300, 300, 200], silhouette: 0.70),
      try trial("kmeans", sizes: [400, 300, 300], silhouette: 0.60),
    ]
    let (choice, _) = choice(trials, stabilities: [0.95, 0.95])
    #expect(choice.trial == 1)
    #expect(choice.why.contains("dbscan scores 0.7, but leaves 200 customers (20.0 %) out"))
  }

  @Test("takes the steadiest of answers that are level, and says so")
  func level() throws {
    let trials = [
      try trial("kmeans", sizes: [400, 300, 300], silhouette: 0.610),
      try trial("gmm", sizes: [334, 333, 333], silhouette: 0.600),
    ]
    let (choice, checked) = choice(trials, stabilities: [0.95, 0.99])
    #expect(choice.trial == 1)
    #expect(choice.rule == "steadiest-of-level")
    #expect(choice.why.contains("2 of them level within 0.02"))
    #expect(checked == [0, 1])
  }

  @Test("prefers a lower silhouette to groups that dissolve")
  func unstable() throws {
    let trials = [
      try trial(sizes: [400, 300, 300], silhouette: 0.60),
      try trial(sizes: [250, 250, 250, 250], silhouette: 0.50),
    ]
    #expect(choice(trials, stabilities: [0.40, 0.95]).0.trial == 1)
    #expect(choice(trials, stabilities: [0.90, 0.95]).0.trial == 0)
  }

  @Test("measures stability only where it can matter")
  func checks() throws {
    let trials = [
      try trial(sizes: [400, 300, 300], silhouette: 0.60),
      try trial(sizes: [250, 250, 250, 250], silhouette: 0.40),
      try trial(sizes: [200, 200, 200, 200, 200], silhouette: 0.30),
    ]
    // The second is the runner-up, the third can neither win nor follow.
    #expect(choice(trials, stabilities: [0.9, 0.9, 0.9]).checked == [0, 1])
  }

  @Test("looks at eight answers at most")
  func mostChecks() throws {
    let trials = try (0..<20).map { _ in try trial(sizes: [400, 300, 300], silhouette: 0.60) }
    let (_, checked) = choice(trials, stabilities: [Double](repeating: 0.5, count: 20))
    #expect(checked.count == ChoiceRule.mostChecks)
  }

  @Test("marks a thin smallest group down in proportion")
  func thin() throws {
    let thin = try trial(sizes: [493, 492, 15], silhouette: 0.60)
    let merit = rule.merit(of: 0, in: [thin])
    #expect(abs(merit.value - 0.30) < 1e-12)
  }

  @Test("keeps out tiny groups, most customers left out, and a single group, each with its reason")
  func gate() throws {
    #expect(rule.exclusion(of: try trial(sizes: [991, 9], silhouette: 0.9)) == "tiny-segment")
    #expect(
      rule.exclusion(of: try trial(sizes: [400, 300], silhouette: 0.9)) == "mostly-unassigned"
    )
    #expect(rule.exclusion(of: try trial(sizes: [1_000], silhouette: 0)) == "fewer-than-two-groups")
    #expect(rule.exclusion(of: try trial(sizes: [600, 400], silhouette: 0.1)) == nil)
  }

  @Test("lets two groups win only where they lead by half")
  func halves() throws {
    let two = try trial(sizes: [500, 500], silhouette: 0.50)
    let three = try trial(sizes: [400, 300, 300], silhouette: 0.40)
    let weak = try trial(sizes: [400, 300, 300], silhouette: 0.20)
    #expect(choice([two, three], stabilities: [0.9, 0.9]).0.trial == 1)
    #expect(choice([two, weak], stabilities: [0.9, 0.9]).0.trial == 0)
  }

  @Test("splits nobody below a silhouette of 0.10, and says that there is no clear structure")
  func noStructure() throws {
    let trials = [
      try trial(sizes: [500, 500], silhouette: 0.08),
      try trial(sizes: [400, 300, 300], silhouette: 0.07),
    ]
    let (choice, _) = choice(trials, stabilities: [0.9, 0.9])
    #expect(choice.trial == nil)
    #expect(choice.rule == "no-structure")
    #expect(choice.why.contains("no clear structure"))
    #expect(choice.structure == .continuum)
  }

  @Test("does not depend on the order of the candidates")
  func order() throws {
    let trials = [
      try trial("kmeans", sizes: [400, 300, 300], silhouette: 0.61, daviesBouldin: 0.7),
      try trial("gmm", sizes: [334, 333, 333], silhouette: 0.60, daviesBouldin: 0.8),
      try trial("ward", sizes: [350, 350, 300], silhouette: 0.59, daviesBouldin: 0.9),
    ]
    let stabilities = [0.95, 0.99, 0.97]
    let one = choice(trials, stabilities: stabilities).0
    let other = choice(trials.reversed(), stabilities: stabilities.reversed()).0
    #expect(one.trial.map { trials[$0].method } == "gmm")
    #expect(other.trial.map { Array(trials.reversed())[$0].method } == "gmm")
  }

  @Test("gives way to the measure that the configuration names")
  func configured() throws {
    let trials = [
      try trial(sizes: [400, 300, 300], silhouette: 0.60, daviesBouldin: 0.9),
      try trial(sizes: [250, 250, 250, 250], silhouette: 0.50, daviesBouldin: 0.5),
    ]
    let choice = ChoiceRule(customers: 1_000, by: .daviesBouldin).choice(among: trials)
    #expect(choice.trial == 1)
    #expect(choice.rule == "by-davies-bouldin")
    let none = ChoiceRule(customers: 1_000, by: .bic).choice(among: trials)
    #expect(none.trial == nil)
  }
}
