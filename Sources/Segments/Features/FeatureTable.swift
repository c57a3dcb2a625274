/// Customers × named features, sorted by the bytes of the customer key.
package struct FeatureTable: Sendable, Equatable {
  package var customers: [Key]
  package var features: [FeatureColumn]
  /// Share of the customers' value and the whole's are sums of this feature; `nil` without one.
  package var valueFeature: String?

  package func feature(named name: String) -> FeatureColumn? {
    features.first { $0.name == name }
  }
}

/// One feature of all customers.
package struct FeatureColumn: Sendable, Equatable {
  package var name: String
  /// What our own features count (`days`, `orders`, `currency`, `share`, …); `nil` for columns of the export.
  package var unit: String?
  package var role: Role?
  /// One value a customer, in the order of the table.
  package var values: [Double?]

  package var present: [Double] { values.compactMap(\.self) }

  /// Whether two customers differ in it.
  var isVarying: Bool {
    var values = values.lazy.compactMap(\.self).makeIterator()
    guard let first = values.next() else { return false }
    while let next = values.next() {
      if next != first { return true }
    }
    return false
  }
}
