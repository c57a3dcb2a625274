/// What a run finds out: the report, and for the table of customers, who belongs where.
package struct Study: Sendable {
  package var report: SegmentReport
  package var assignments: Assignments
}

/// The segment of every customer with the features it was judged by; all columns sorted by customer key.
package struct Assignments: Sendable, Equatable {
  package var customers: [String]
  /// Segment id of each customer; 0 is nobody's segment.
  package var segments: [Int]
  /// By segment id; place 0 is “Unassigned”.
  package var names: [String]
  /// 0 … 1, four decimals.
  package var confidences: [Double]
  package var featureNames: [String]
  /// Feature × customer; `nil` where a customer has no value.
  package var features: [[Double?]]
}
