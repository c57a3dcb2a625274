/// Whether a delivery is of the kind that its dataset is made of.
extension Ledger {
  /// Refuses another grain, and a customer table that lacks measures.
  func check(_ match: SchemaMatch) throws(SegmentError) {
    guard let schema else { return }
    guard schema.grain.isCustomers == match.grain.isCustomers else {
      throw .refused(.otherGrain(match.grain, known: schema.grain))
    }
    let missing = schema.features.filter { !match.features.contains($0) }
    guard missing.isEmpty else {
      let new = match.features.filter { !schema.features.contains($0) }
      throw .refused(.otherColumns(missing: missing, new: new))
    }
  }

  /// Refuses a delivery whose columns say less than those of earlier ones where it would falsify what is
  /// counted: without order numbers orders seen before would count again, without quantities all were one.
  ///
  /// Numbers of orders, and names of customers in a customer table, must be in all deliveries or in none. What else
  /// counts must be in a file that looks like an earlier one; an export of another kind has its own columns.
  func checkLayout(of match: SchemaMatch, among header: [String]) throws(SegmentError) {
    guard let schema else { return }
    try checkGrain(of: match, among: header)
    let new = header.filter { !$0.isEmpty && !tally.columns.contains($0) }
    let key = match.grain.isCustomers ? Role.customer : .order
    switch (schema.roles[key], match.roles[key]) {
    case (let column?, nil): throw .refused(.lostColumns([(key, column)], new: new))
    case (nil, let column?): throw .refused(.unlikeKeys(column, role: key))
    case (nil, nil), (_?, _?): break
    }
    guard !match.grain.isCustomers, let known = nearestLayout(to: match.roles) else { return }
    let lost = Self.countedRoles.compactMap { role in
      match.roles[role] == nil ? known[role].map { (role: role, column: $0) } : nil
    }
    // A price a piece only counts where no amount does.
    let counted = lost.filter { $0.role != .price || known[.amount] == nil }
    guard counted.isEmpty else { throw .refused(.lostColumns(counted, new: new)) }
  }

  /// Names the columns whose loss makes a list of orders look like one of customers, or the other way round.
  private func checkGrain(of match: SchemaMatch, among header: [String]) throws(SegmentError) {
    guard let schema, schema.grain.isCustomers != match.grain.isCustomers else { return }
    let lost = Role.allCases.compactMap { role in
      schema.roles[role].flatMap { header.contains($0) ? nil : (role: role, column: $0) }
    }
    guard !lost.isEmpty, 2 * lost.count <= schema.roles.count else { return }
    let new = header.filter { !$0.isEmpty && !tally.columns.contains($0) }
    throw .refused(.lostColumns(lost, new: new))
  }

  /// Roles that decide which orders count and what they are worth.
  private static let countedRoles: [Role] = [
    .amount, .price, .quantity, .refund, .status, .cancelled, .test, .currency,
  ]

  /// The earlier layout that shares most columns with this one, if that is at least half of its own.
  private func nearestLayout(to roles: [Role: String]) -> [Role: String]? {
    let names = roles.mapValues(HeaderName.normalized)
    func shared(_ layout: [Role: String]) -> Int {
      layout.count { names[$0.key] == HeaderName.normalized($0.value) }
    }
    let layouts = tally.layouts ?? schema.map { [$0.roles] } ?? []
    let nearest = layouts.max { shared($0) < shared($1) }
    return nearest.flatMap { 2 * shared($0) >= $0.count ? $0 : nil }
  }

  /// Notes no more than ledgers of earlier versions do.
  package mutating func noteAsEarlier() {
    (tally.layouts, tally.passed) = (nil, nil)
  }

  /// Whether it is noted which columns played which role and which rules skipped them.
  package var notesColumns: Bool { tally.layouts != nil }
}
