/// What is done about customers far from everybody else.
package enum OutlierTreatment: String, Codable, Sendable, CaseIterable {
  /// Nothing: they are customers too.
  case keep
  /// The clustering sees their far values as the nearest ordinary ones; every page shows the true ones.
  case winsorize = "winsorise"
  /// They are left out of segments and pages, and listed in `rejected.csv`.
  case drop
}

/// How customers far from everybody else are found.
package enum OutlierMethod: String, Codable, Sendable, CaseIterable {
  case iqr
  case robustZ = "robust-z"
  case isolation
}
