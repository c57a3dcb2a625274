/// Makes features of customers from the ledger: by a linear scan, never from a file.
package enum FeatureBuilder {
  /// Features of all customers with at least one purchase, or of all rows of a customer table.
  package static func table(of ledger: Ledger, recipe: Recipe) -> FeatureTable {
    table(of: ledger, histories: CustomerHistories.found(in: ledger), recipe: recipe)
  }

  /// The same for histories that are known already.
  static func table(
    of ledger: Ledger,
    histories: CustomerHistories?,
    recipe: Recipe,
  ) -> FeatureTable {
    if let histories { return orderTable(of: histories) }
    guard let schema = ledger.schema else { return FeatureTable(customers: [], features: []) }
    return customerTable(of: ledger, schema: schema, snapshot: recipe.snapshot)
  }

  private static func customerTable(
    of ledger: Ledger,
    schema: SchemaMatch,
    snapshot: SnapshotChoice,
  ) -> FeatureTable {
    let newest = ledger.customers.values.lazy.map(\.version.delivery).max() ?? .init()
    let known = ledger.customers.filter { _, customer in
      switch snapshot {
      case .partial: true
      case .full: customer.version.delivery == newest
      }
    }
    let customers = known.keys.sorted()
    let rows = customers.map { known[$0]?.values ?? [] }
    let features = schema.features.indices.map { place in
      let name = schema.features[place]
      return FeatureColumn(
        name: name,
        unit: nil,
        role: schema.role(of: name),
        values: rows.map { $0[place] },
      )
    }
    return FeatureTable(
      customers: customers,
      features: features,
      valueFeature: schema.roles[.spend],
    )
  }

  /// Every feature that somebody has and that differs between customers, and the core ones always.
  private static func orderTable(of histories: CustomerHistories) -> FeatureTable {
    let features = FeatureFamilies.features
    let columns = zip(features, histories.values(of: features)).map { feature, values in
      FeatureColumn(
        name: feature.name,
        unit: feature.unit,
        role: feature.role,
        values: values,
      )
    }
    return FeatureTable(
      customers: histories.keys,
      features: columns.filter { FeatureFamilies.always.contains($0.name) || $0.isVarying },
      valueFeature: "monetary",
    )
  }
}

extension Version {
  /// What all rows of one delivery share.
  var delivery: Version {
    var version = self
    version.updated = 0
    return version
  }
}

extension Version {
  init() {
    self.init(updated: 0, fileDay: 0, nameDay: 0, acceptance: 0)
  }
}
