/// What a dataset's owner decided about how runs are compared.
package struct ContinuityChoice: Codable, Sendable, Equatable {
  /// Segments that share less of their customers (Jaccard) are not the same segment.
  package var leastOverlap = 0.3
  /// What drift is measured against.
  package var baseline = BaselineChoice.previous
  /// A customer without an order for so many days has lapsed; one who orders then has returned.
  package var lapsedDays = 180

  package init() {}
}

/// The run that drift is measured against.
package enum BaselineChoice: Codable, Sendable, Equatable {
  case previous, first
  case run(String)

  /// `previous`, `first` or the name of a run.
  package init(_ text: String) {
    switch text {
    case "previous": self = .previous
    case "first": self = .first
    default: self = .run(text)
    }
  }
}
