import Segments

/// When a page is shown: comparisons of a few counts, joined by `and`, `or`, `not`.
indirect enum Condition: Sendable, Equatable {
  case compare(Quantity, Comparison, Int)
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)

  /// What can be counted.
  enum Quantity: String, Sendable, Equatable, CaseIterable {
    case segments, customers, measures, methods, runs
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

  /// Whether it asks for a count.
  func asks(for quantity: Quantity) -> Bool {
    switch self {
    case .compare(let own, _, _): own == quantity
    case .and(let one, let other), .or(let one, let other):
      one.asks(for: quantity) || other.asks(for: quantity)
    case .not(let other): other.asks(for: quantity)
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
    case .runs: max(reading.report.trend?.runs.count ?? 1, reading.report.migration == nil ? 1 : 2)
    }
  }
}
