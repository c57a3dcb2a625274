import Tables

/// Decides what one row of an export stands for, and keeps the roles that fit it.
struct SchemaReader {
  let finder: RoleFinder
  let platform: Platform?
  let recipe: Recipe

  private var samples: [ColumnSample] { finder.samples }

  func reading() throws(SegmentError) -> SchemaReading {
    var orders = orderRoles()
    let grain = grain(&orders)
    switch grain {
    case .lines, .orders: return try orderReading(grain, orders)
    case .customers: return try customerReading()
    }
  }

  private func orderRoles() -> FoundRoles {
    if let platform, !platform.grain.isCustomers { return finder.roles(of: platform) }
    return finder.roles(from: Synonyms.ofOrders)
  }

  /// What one row stands for; may complete the roles of an order file by content.
  private func grain(_ roles: inout FoundRoles) -> SegmentReport.Grain {
    switch recipe.grain {
    case .lines, .orders:
      if platform == nil { finder.completeOrders(&roles) }
      return recipe.grain == .lines ? .lines : .orders
    case .customers: return .customers
    case .auto: break
    }
    if let platform { return platform.grain }
    // Named columns are a customer table's; our own features are made of orders.
    let own = FeatureFamilies.features.map(\.name)
    guard recipe.columns.features?.allSatisfy(own.contains) ?? true else { return .customers }
    if !looksLikeOrders(roles) {
      guard let completed = completed(roles) else { return .customers }
      roles = completed
    }
    if roles[.order] == nil, isUnique(roles[.customer]) { return .customers }
    return roles[.order] != nil && isUnique(roles[.order]) && roles[.price] == nil
      ? .orders : .lines
  }

  private func looksLikeOrders(_ roles: FoundRoles) -> Bool {
    let isMeasured = roles[.amount] != nil || roles[.price] != nil
    // Orders whose dates nobody can read are still orders; they are refused by that name.
    let isOrders = roles[.order] != nil && roles[.customer] != nil
    return isMeasured && (isOrders || roles[.date] != nil)
  }

  /// The roles of an order file of which one was found by content, if the customers do come again.
  private func completed(_ roles: FoundRoles) -> FoundRoles? {
    let named: [Role] = [.customer, .order, .date, .amount, .price].filter { roles[$0] != nil }
    guard named.count >= 2 else { return nil }
    var complete = roles
    finder.completeOrders(&complete)
    guard looksLikeOrders(complete), complete[.date] != nil, let key = complete[.customer],
      !isUnique(key)
    else { return nil }
    return complete
  }

  private func isUnique(_ column: String?) -> Bool {
    samples.contains { $0.name == column && $0.isUnique }
  }

  private func orderReading(
    _ grain: SegmentReport.Grain,
    _ roles: FoundRoles,
  ) throws(SegmentError) -> SchemaReading {
    let header = samples.map(\.name)
    guard roles[.customer] != nil else {
      throw .refused(.noCustomer(header, advice: platform?.advice))
    }
    guard roles[.date] != nil else { throw .refused(.noDate(header)) }
    guard roles[.amount] != nil || roles[.price] != nil else {
      throw .refused(.noAmount(header))
    }
    let (amounts, isContinued) = shape(grain, roles)
    let match = SchemaMatch(
      platform: platform?.name ?? "generic",
      grain: grain,
      roles: roles.columns,
      amounts: roles[.amount] == nil ? .line : recipe.reading.amounts ?? amounts,
      isContinued: isContinued,
    )
    return SchemaReading(match: match, confidence: roles.confidence, findings: roles.findings)
  }

  /// Whether the amount is the order's, and whether further lines leave it blank.
  private func shape(
    _ grain: SegmentReport.Grain,
    _ roles: FoundRoles,
  ) -> (AmountMeaning, Bool) {
    if let platform { return (platform.amounts, platform.isContinued) }
    // One row an order: the amount of the row is that of the order, and equal rows stay two orders' rows.
    guard grain == .lines else { return (.line, false) }
    let shape = OrderShape(samples: samples, roles: roles)
    return (shape.amounts, shape.isContinued)
  }

  private func customerReading() throws(SegmentError) -> SchemaReading {
    var roles: FoundRoles
    if let platform, platform.grain.isCustomers {
      roles = finder.roles(of: platform)
    } else {
      roles = finder.roles(from: Synonyms.ofCustomers)
      finder.completeCustomers(&roles)
    }
    let key = roles[.customer]
    let numeric = samples.filter { $0.kind == .number && $0.name != key && isMeasure($0.name) }
    var features = numeric.prefix(Schema.mostFeatures).map(\.name)
    for name in recipe.columns.features ?? [] where !features.contains(name) {
      guard samples.contains(where: { $0.name == name && $0.numberShare > 0 }) else {
        throw .refused(.missingColumn(name, role: "features", header: samples.map(\.name)))
      }
      features.append(name)
    }
    guard key != nil || !features.isEmpty else {
      throw .refused(.nothingToRead(samples.map(\.name)))
    }
    let kept = roles.keeping { role, column in
      [.customer, .currency, .updated].contains(role) || features.contains(column)
    }
    let match = SchemaMatch(
      platform: platform?.name ?? "generic",
      grain: .customers,
      roles: kept.columns,
      features: features,
    )
    return SchemaReading(match: match, confidence: kept.confidence, findings: kept.findings)
  }

  /// Numbers that name something (postcodes, keys of other things) are no measures.
  private func isMeasure(_ header: String) -> Bool {
    let name = HeaderName.normalized(header)
    if Synonyms.notMeasures.contains(where: { name.contains($0) }) { return false }
    if ["id", "ids"].contains(HeaderName.words(header).last) { return false }
    return platform?.isMeasure(header) ?? true
  }
}
