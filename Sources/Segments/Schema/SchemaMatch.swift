/// Which column of an export plays which role, and what one row stands for.
package struct SchemaMatch: Codable, Sendable, Equatable {
  /// The shop platform the headers betray, or `generic`.
  package var platform: String
  package var grain: SegmentReport.Grain
  /// Role to column header.
  package var roles: [Role: String]
  /// Numeric columns of a customer table that are kept as measures, in file order.
  package var features: [String]
  /// Whether the amount column speaks of the line or of the whole order.
  package var amounts: AmountMeaning
  /// Whether further lines of an order leave the order's own cells blank.
  package var isContinued: Bool

  package init(
    platform: String = "generic",
    grain: SegmentReport.Grain,
    roles: [Role: String],
    features: [String] = [],
    amounts: AmountMeaning = .line,
    isContinued: Bool = false,
  ) {
    self.platform = platform
    self.grain = grain
    self.roles = roles
    self.features = features
    self.amounts = amounts
    self.isContinued = isContinued
  }

  /// The role a column plays, if any.
  package func role(of header: String) -> Role? {
    roles.first { $0.value == header }?.key
  }

  /// What the platform's statuses mean.
  var words: StatusWords { Platform.named(platform)?.words ?? StatusWords() }
}
