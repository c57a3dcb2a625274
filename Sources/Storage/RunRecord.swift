import Foundation

/// What the store knows about one published run.
package struct RunRecord: Equatable, Sendable {
  package var name: String
  package var dataset: String
  /// ISO 8601, or nothing for undated data.
  package var asOf: String?
  /// Deliveries accepted up to and with this run.
  package var deliveries: Int
  /// The version of the program that made it.
  package var engine: String
  /// The dataset's configuration, as JSON.
  package var recipe: [UInt8]
  /// The whole report, as JSON.
  package var report: [UInt8]
  package var createdSeconds: Int64
  /// Its report, customers and model are there; of retired runs only this line and the memory are.
  package var isKept = true

  package init(
    name: String,
    dataset: String,
    asOf: String?,
    deliveries: Int,
    engine: String,
    recipe: [UInt8],
    report: [UInt8],
    createdSeconds: Int64,
  ) {
    self.name = name
    self.dataset = dataset
    self.asOf = asOf
    self.deliveries = deliveries
    self.engine = engine
    self.recipe = recipe
    self.report = report
    self.createdSeconds = createdSeconds
  }
}
