/// What a text can ask of a report: a closed set, read from words such as `seg.top.share`.
enum Variable: Sendable, Equatable {
  case report(ReportFact)
  case run(RunFact)
  case quality(QualityFact)
  /// A sentence of the findings panel, from 1.
  case finding(Int)
  /// The first finding of a kind.
  case findingOf(String)
  /// A measure over all customers.
  case statistic(Statistic, of: String)
  case segment(Which, SegmentFact)
  /// A measure within a segment.
  case segmentStatistic(Which, Statistic, of: String)

  enum ReportFact: String, Sendable, CaseIterable {
    case title, dataset, customers, orders, value, currency, period, from, to, segments
  }

  enum RunFact: String, Sendable, CaseIterable {
    case id
    case asOf = "as_of"
    case method
    case segments, silhouette
  }

  enum QualityFact: String, Sendable, CaseIterable {
    case read, kept
    case left = "left_out"
    case open = "open_checks"
  }

  enum SegmentFact: String, Sendable, CaseIterable {
    case name, letter, customers, share, value
    case valueShare = "value_share"
    case change, stability, advice
  }

  enum Statistic: String, Sendable, CaseIterable {
    case median, mean
  }

  /// Which segment is meant.
  enum Which: Sendable, Equatable {
    /// That of the page or row that is repeated.
    case each
    /// The one with the largest share of value, else of customers.
    case top
    case letter(String)
    case name(String)

    /// From `each`, `top`, the letter of a segment, or its name.
    init(named name: String) {
      switch name {
      case "each": self = .each
      case "top": self = .top
      default:
        let isLetter = !name.isEmpty && name.allSatisfy { ("A"..."Z").contains($0) }
        self = isLetter ? .letter(name) : .name(name)
      }
    }
  }

  /// Sentences of the findings panel that can be asked for.
  static let findings = 1...5

  /// Whether it speaks of the segment of a page or row that is repeated.
  var speaksOfEach: Bool {
    switch self {
    case .segment(.each, _), .segmentStatistic(.each, _, _): true
    default: false
    }
  }

  /// What its value will be.
  var kind: ReportValue.Kind {
    switch self {
    case .report(let fact):
      switch fact {
      case .title, .dataset, .currency, .period: .text
      case .customers, .orders, .value: .number
      case .from, .to: .day
      case .segments: .list
      }
    case .run(let fact):
      switch fact {
      case .id, .method: .text
      case .asOf: .day
      case .segments, .silhouette: .number
      }
    case .finding, .findingOf: .text
    case .segment(_, let fact):
      switch fact {
      case .name, .letter: .text
      case .advice: .list
      case .customers, .share, .value, .valueShare, .change, .stability: .number
      }
    case .quality, .statistic, .segmentStatistic: .number
    }
  }
}
