/// The headers by which exports name one role, best first.
///
/// Headers of one group are of equal rank: where a file has two of them, one is taken and the collision
/// is told. A later group is only asked when no earlier one has a column.
struct RoleNames {
  let role: Role
  let groups: [[String]]

  init(_ role: Role, _ groups: [String]...) {
    self.role = role
    self.groups = groups
  }

  init(_ role: Role, ranked headers: [String]) {
    self.role = role
    groups = headers.map { [HeaderName.normalized($0)] }
  }
}
