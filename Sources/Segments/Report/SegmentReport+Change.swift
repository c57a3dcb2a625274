extension SegmentReport {
  /// How a segment came to be since the run before.
  package enum Relation: String, Codable, Sendable, CaseIterable {
    /// The same people, by and large.
    case kept
    /// Most of its customers come from one segment that goes on elsewhere.
    case split
    /// It took in one or more segments that do not go on.
    case merged
    case new
  }

  /// Which segments go on from the run before, and which do not.
  package struct Continuity: Codable, Sendable, Equatable {
    @Null package var previousRun: String?
    /// Segments are the same from this similarity (Jaccard over customers of both runs) on.
    package var leastOverlap: Double
    /// One entry a segment, in the order of `segments`.
    package var segments: [Descent]
    /// Segments of the run before that do not go on.
    package var gone: [Ending]
    /// No segment of any run so far has a larger id.
    package var highestId: Int
  }

  /// What the report of the run before said of its measures and segments.
  package struct Before: Codable, Sendable, Equatable {
    @Null package var asOf: String?
    package var customers: Int
    package var features: [Feature]
    package var segments: [Segment]

    /// What later runs show of a report.
    package init(_ report: SegmentReport) {
      asOf = report.asOf
      customers = report.customers
      features = report.features
      segments = report.segments
    }

    /// The same from its JSON, of this or an older version.
    package init(report json: [UInt8]) throws(SegmentError) {
      do {
        self = try TapeDecoder.decode(Self.self, from: json)
      } catch {
        throw .unreadableReport("it is not a report this version knows")
      }
    }
  }

  /// Where a segment comes from.
  package struct Descent: Codable, Sendable, Equatable {
    package var id: Int
    package var relation: Relation
    /// Ids of segments of the run before.
    package var from: [Int]
    /// With the segment it goes on from; 0 for one that is new.
    package var similarity: Double
    /// The name it had, where that has changed.
    @Null package var formerName: String?
  }

  /// What became of a segment that does not go on.
  package struct Ending: Codable, Sendable, Equatable {
    package var id: Int
    package var letter: String
    package var name: String
    package var size: Int
    /// The segment that took most of its customers in, if one did.
    @Null package var into: Int?
  }

  /// Who moved where since the run before, and the money that moved with them.
  package struct Migration: Codable, Sendable, Equatable {
    package var previousRun: String
    @Null package var previousAsOf: String?
    /// Rows of the matrix: segments before by id, unassigned, and customers the run before did not have.
    package var from: [Place]
    /// Columns: segments now by id, unassigned, and customers who are gone from the data.
    package var to: [Place]
    /// Customers by row and column.
    package var counts: [[Int]]
    /// What those customers have brought, as of now (as of then, for those who are gone); `null`
    /// without a value role.
    @Null package var value: [[Double]]?
    /// Customers of both runs in the same segment, and in another one.
    package var stayed: Int
    package var moved: Int
    /// What those who moved have brought.
    @Null package var movedValue: Double?
    package var people: People
  }

  /// A row or a column of the migration matrix.
  package struct Place: Codable, Sendable, Equatable {
    /// `segment`, `unassigned`, `new` or `gone`.
    package var kind: String
    /// The segment's id; 0 for all others.
    package var id: Int
    package var letter: String
    package var name: String
    package var size: Int
  }

  /// Customers who came, came back or left since the run before.
  package struct People: Codable, Sendable, Equatable {
    /// Never seen before.
    package var new: Count
    /// Absent from the data or lapsed at the run before, and here again.
    package var returned: Count
    /// Lapsed or gone since the run before.
    package var lost: Count
    /// Of those lost: customers with orders who did not order for `lapsedDays`.
    package var lapsed: Count
    /// Of those lost: customers the data do not mention any more.
    package var gone: Count
    package var lapsedDays: Int

    /// So many customers, and what they have brought.
    package struct Count: Codable, Sendable, Equatable {
      package var customers: Int
      @Null package var value: Double?
    }
  }

  /// Whether customers still look as they did at the baseline.
  package struct Drift: Codable, Sendable, Equatable {
    package var baselineRun: String
    @Null package var baselineAsOf: String?
    package var features: [Shift]
    /// The shares of the segments, matched by id.
    @Null package var mix: Shift?
  }

  /// The population stability index of one distribution: Σ (p − q) · ln (p / q).
  package struct Shift: Codable, Sendable, Equatable {
    /// A feature, or `segments`.
    package var name: String
    package var psi: Double
    /// `none` below 0.10, `moderate` up to 0.25, `significant` above; a convention.
    package var band: String
    /// Upper edges of the bins, the last one open; empty for the segments.
    package var edges: [Double]
    /// Segment ids of the bins; empty for features.
    package var ids: [Int]
    /// Customers per bin at the baseline and now; a last bin counts those without a value.
    package var before: [Int]
    package var now: [Int]
  }

  /// Sizes of the segments and key figures over the last runs, this one last.
  package struct Trend: Codable, Sendable, Equatable {
    package var runs: [Point]
    /// Every segment that any of these runs had, by id, with its last name.
    package var segments: [Line]

    /// One run.
    package struct Point: Codable, Sendable, Equatable {
      /// `null` for the run of this report.
      @Null package var run: String?
      @Null package var asOf: String?
      package var customers: Int
      @Null package var orders: Int?
      @Null package var amount: Double?
      package var method: String
      @Null package var silhouette: Double?
      package var unassigned: Int
      /// Rows that its deliveries added.
      package var rows: Int
    }

    /// One segment over the runs.
    package struct Line: Codable, Sendable, Equatable {
      package var id: Int
      package var letter: String
      package var name: String
      /// One entry a run; `null` where the run did not have the segment.
      package var sizes: [Int?]
      package var values: [Double?]
    }
  }
}
