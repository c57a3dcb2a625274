/// What a run finds out: the report, and for the table of customers, who belongs where.
package struct Study: Sendable {
  package var report: SegmentReport
  package var assignments: Assignments
  /// What later runs need to know of this one.
  package var memory: RunMemory
  package var members: Membership
  package var model: SegmentModel
  /// Customers whose segment is another one than in the run before, by key.
  package var movers: [Mover]
  /// Customers that the cleaning left out, for `rejected.csv`: the key stands as the value, the line is 0.
  package var rejected: [RejectedLine] = []
}

/// The segment of every customer with the features it was judged by; all columns sorted by customer key.
package struct Assignments: Sendable, Equatable {
  package var customers: [String]
  /// Segment id of each customer; 0 is nobody's segment.
  package var segments: [Int]
  /// By segment id; 0 is “Unassigned”.
  package var names: [Int: String]
  /// 0 … 1, four decimals.
  package var confidences: [Double]
  package var featureNames: [String]
  /// Feature × customer; `nil` where a customer has no value.
  package var features: [[Double?]]
}
