/// The runs a run looks back on; empty for a first one.
package struct PastRuns: Sendable, Equatable {
  /// Earlier runs, oldest first, without their customers.
  package var memories: [RunMemory]
  /// The customers of the last of them.
  package var members: Membership?

  package init(memories: [RunMemory] = [], members: Membership? = nil) {
    self.memories = memories
    self.members = members
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
