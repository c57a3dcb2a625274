import Clusters
import FoundationEssentials

/// What a kernel found and how long it took.
struct KernelOutcome: Encodable {
  /// Labels, and numbers that the peer must find too.
  struct Answer {
    var labels: [Int32] = []
    var numbers: [String: Double] = [:]
  }

  var name: String
  var n: Int
  var seconds = 0.0
  /// How far the labels agree with those that were given (adjusted Rand index).
  var ari: Double?
  /// How many rows each cluster has, largest first.
  var sizes: [Int]?
  var noise: Int?
  var numbers: [String: Double] = [:]
  private var labels: [Int32] = []

  private enum CodingKeys: CodingKey {
    case name, n, seconds, ari, sizes, noise, numbers
  }

  init(name: String, n: Int) {
    self.name = name
    self.n = n
  }

  /// Keeps the answer; what is only for the reader is worked out later, after the clock.
  mutating func take(_ answer: Answer) {
    labels = answer.labels
    numbers = answer.numbers
  }

  /// Counts what the clusters hold and compares them with known labels.
  mutating func compare(with truth: [Int32]?) {
    guard !labels.isEmpty else { return }
    var counts: [Int32: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    noise = counts.removeValue(forKey: Partition.noise) ?? 0
    sizes = counts.values.sorted(by: >)
    ari = truth.map { PartitionAgreement(labels: $0, labels).adjustedRand }
  }

  /// The outcome as one line.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
