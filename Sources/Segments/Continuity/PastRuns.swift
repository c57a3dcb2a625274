/// The runs a run looks back on; empty for a first one.
package struct PastRuns: Sendable, Equatable {
  /// Earlier runs, oldest first, without their customers.
  package var memories: [RunMemory]
  /// The customers of the last of them.
  package var members: Membership?
  /// The measures and segments of the last of them.
  package var report: SegmentReport.Before?

  package init(
    memories: [RunMemory] = [],
    members: Membership? = nil,
    report: SegmentReport.Before? = nil
  ) {
    self.memories = memories
    self.members = members
    self.report = report
  }

  /// Goes on by a run that has been made.
  package mutating func append(_ memory: RunMemory, _ study: Study) {
    memories.append(memory)
    members = study.members
    report = SegmentReport.Before(study.report)
  }

  var previous: RunMemory? { memories.last }

  /// The run that drift is measured against, by the choice of the dataset's owner.
  func baseline(_ choice: BaselineChoice) -> RunMemory? {
    switch choice {
    case .previous: previous
    case .first: memories.first
    case .run(let name): memories.last { $0.run == name }
    }
  }
}
