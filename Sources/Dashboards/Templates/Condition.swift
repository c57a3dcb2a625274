import Segments

/// When a page is shown: comparisons of a few counts, joined by `and`, `or`, `not`.
indirect enum Condition: Sendable, Equatable {
  case compare(Quantity, Comparison, Int)
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)

  /// What can be counted.
  enum Quantity: String, Sendable, Equatable, CaseIterable {
    case segments, customers, measures, methods
  }

  /// How two counts can be compared.
  enum Comparison: String, Sendable, Equatable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case unequal = "!="
    case more = ">"
    case less = "<"
  }

  /// Whether it holds for a report.
  func holds(for reading: Reading) -> Bool {
    switch self {
    case .compare(let quantity, let comparison, let limit):
      let count = quantity.count(in: reading)
      switch comparison {
      case .atLeast: return count >= limit
      case .atMost: return count <= limit
      case .equal: return count == limit
      case .unequal: return count != limit
      case .more: return count > limit
      case .less: return count < limit
      }
    case .and(let one, let other): return one.holds(for: reading) && other.holds(for: reading)
    case .or(let one, let other): return one.holds(for: reading) || other.holds(for: reading)
    case .not(let other): return !other.holds(for: reading)
    }
  }
}

extension Condition.Quantity {
  func count(in reading: Reading) -> Int {
    switch self {
    case .segments: reading.segments.count
    case .customers: reading.report.customers
    case .measures: reading.varying.count
    case .methods: Set(reading.report.candidates.map(\.method)).count
    }
  }
}
