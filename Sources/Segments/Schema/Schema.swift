package import Tables

/// Finds out what the columns of an export mean.
package enum Schema {
  /// At most this many numeric columns of a customer table are kept as measures.
  static let mostFeatures = 24

  /// Matches columns to roles by configuration first, then by header, then by content.
  ///
  /// Throws when no column can be the customer of an order file, or when a customer file has neither a
  /// key nor a number; a table without a key but with numbers is read as one customer a row.
  package static func match(
    header: [String],
    samples: [ColumnSample],
    choice: ColumnChoice,
    grain wanted: GrainChoice,
  ) throws(SegmentError) -> SchemaMatch {
    let configured = try configuredRoles(choice, header: header)
    let ordersSide = roles(from: Synonyms.ofOrders, samples: samples, configured: configured)
    let customersSide = roles(from: Synonyms.ofCustomers, samples: samples, configured: configured)
    let grain = grain(wanted, orders: ordersSide, samples: samples, choice: choice)
    switch grain {
    case .lines, .orders:
      return try orderMatch(grain, roles: ordersSide, samples: samples)
    case .customers:
      return try customerMatch(roles: customersSide, samples: samples, choice: choice)
    }
  }

  private static func configuredRoles(
    _ choice: ColumnChoice,
    header: [String],
  ) throws(SegmentError) -> [Role: String] {
    var found: [Role: String] = [:]
    for (name, column) in choice.roles.sorted(by: { $0.key < $1.key }) {
      guard let role = Role(rawValue: name) else { continue }
      guard header.contains(column) else {
        throw .refused(.missingColumn(column, role: name, header: header))
      }
      found[role] = column
    }
    return found
  }

  private static func roles(
    from table: [(role: Role, headers: [String])],
    samples: [ColumnSample],
    configured: [Role: String],
  ) -> [Role: String] {
    var found = configured
    var taken = Set(configured.values)
    let byHeader = Dictionary(
      samples.map { (Synonyms.normalized($0.name), $0) },
      uniquingKeysWith: { first, _ in first },
    )
    for (role, headers) in table where found[role] == nil {
      for header in headers {
        guard let sample = byHeader[header], !taken.contains(sample.name) else { continue }
        guard fits(sample, role) else { continue }
        found[role] = sample.name
        taken.insert(sample.name)
        break
      }
    }
    return found
  }

  /// Whether the content of this column could play the role its header promises.
  private static func fits(_ sample: ColumnSample, _ role: Role) -> Bool {
    guard sample.emptyShare < 1 else { return false }
    switch role {
    case .customer, .order, .status, .currency, .product:
      return true
    case .date, .updated:
      return sample.dateShare >= 0.5
    case .amount, .price, .quantity, .discount, .refund, .spend, .visits, .clicks, .orders, .items,
      .recency, .tenure, .averageOrderValue, .age:
      return sample.numberShare >= 0.5
    }
  }

  private static func grain(
    _ wanted: GrainChoice,
    orders roles: [Role: String],
    samples: [ColumnSample],
    choice: ColumnChoice,
  ) -> SegmentReport.Grain {
    switch wanted {
    case .lines: return .lines
    case .orders: return .orders
    case .customers: return .customers
    case .auto: break
    }
    let isMeasured = roles[.amount] != nil || roles[.price] != nil
    // Orders whose dates nobody can read are still orders; they are refused by that name.
    let isOrders = roles[.order] != nil && roles[.customer] != nil
    guard choice.features == nil, isMeasured, isOrders || roles[.date] != nil else {
      return .customers
    }
    func isUnique(_ role: Role) -> Bool {
      samples.contains { $0.name == roles[role] && $0.isUnique }
    }
    if roles[.order] == nil, isUnique(.customer) { return .customers }
    return roles[.order] != nil && isUnique(.order) && roles[.price] == nil ? .orders : .lines
  }

  private static func orderMatch(
    _ grain: SegmentReport.Grain,
    roles: [Role: String],
    samples: [ColumnSample],
  ) throws(SegmentError) -> SchemaMatch {
    let header = samples.map(\.name)
    guard roles[.customer] != nil else { throw .refused(.noCustomer(header)) }
    guard roles[.date] != nil else { throw .refused(.noDate(header)) }
    guard roles[.amount] != nil || roles[.price] != nil else {
      throw .refused(.noAmount(header))
    }
    return SchemaMatch(grain: grain, roles: roles)
  }

  private static func customerMatch(
    roles: [Role: String],
    samples: [ColumnSample],
    choice: ColumnChoice,
  ) throws(SegmentError) -> SchemaMatch {
    let key = roles[.customer]
    let numeric = samples.filter { sample in
      sample.kind == .number && sample.name != key && isMeasure(sample)
    }
    var features = numeric.prefix(mostFeatures).map(\.name)
    for name in choice.features ?? [] where !features.contains(name) {
      guard samples.contains(where: { $0.name == name && $0.numberShare > 0 }) else {
        throw .refused(.missingColumn(name, role: "features", header: samples.map(\.name)))
      }
      features.append(name)
    }
    guard key != nil || !features.isEmpty else {
      throw .refused(.nothingToRead(samples.map(\.name)))
    }
    var kept = roles.filter { $0.key == .customer || features.contains($0.value) }
    kept[.currency] = roles[.currency]
    kept[.updated] = roles[.updated]
    return SchemaMatch(grain: .customers, roles: kept, features: features)
  }

  private static func isMeasure(_ sample: ColumnSample) -> Bool {
    let name = Synonyms.normalized(sample.name)
    return !Synonyms.notMeasures.contains { name.contains($0) }
  }
}
