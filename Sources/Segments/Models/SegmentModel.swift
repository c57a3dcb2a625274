import FoundationEssentials

/// The clustering of one run as any program can read it: how values are scaled and who belongs where.
///
/// Versioned JSON without customer keys; `Models.md` says what each key means and how a customer is scored. A
/// customer that was in the fit gets the label it has there.
package struct SegmentModel: Codable, Sendable, Equatable {
  /// Raised when a key changes its meaning.
  package static let currentVersion = 1

  package var format = "segmentd-model"
  package var version = Self.currentVersion
  package var dataset: String
  /// The day that recency and tenure are counted to; `null` for undated data.
  @Null package var asOf: String?
  package var grain: SegmentReport.Grain
  /// The scaling method, as in `report.json`.
  package var scaling: String
  /// In the order of all columns below.
  package var features: [Input]
  package var method: String
  package var parameters: [String: Double]
  /// One entry a cluster; all lists of clusters below are in this order.
  package var segments: [Group]
  /// A center per cluster in scaled values: of k-means its own, of all others the mean.
  package var centers: [[Double]]
  @Null package var mixture: Mixture?
  /// For `dbscan`: a customer belongs where its nearest point does, if that is within `radius`.
  @Null package var core: Points?
  /// For `ward` and `hdbscan`: a customer equal to a point belongs where that does.
  @Null package var fitted: Points?

  /// One feature: scaled = (f(value) − center) / scale.
  package struct Input: Codable, Sendable, Equatable {
    package var name: String
    /// Stands in for an unknown value: the median.
    package var fill: Double
    package var center: Double
    package var scale: Double
    /// λ of Yeo and Johnson, for `power`.
    @Null package var power: Double?
    /// Quantiles at even shares from 0 to 1, for `quantile`.
    @Null package var quantiles: [Double]?
  }

  /// The segment that a cluster is.
  package struct Group: Codable, Sendable, Equatable {
    package var id: Int
    package var letter: String
    package var name: String
  }

  /// Normal distributions over scaled values.
  package struct Mixture: Codable, Sendable, Equatable {
    package var weights: [Double]
    package var means: [[Double]]
    package var covariances: [[[Double]]]
  }

  /// Customers as points, without repetition, in the order of their scaled values.
  package struct Points: Codable, Sendable, Equatable {
    /// Scaled values farther away than this do not count; `null` for no limit.
    @Null package var radius: Double?
    /// One text a feature: unscaled values with blanks between them.
    package var columns: [String]
    /// The cluster of each point, −1 for none, with blanks between them.
    package var clusters: String
    /// How firmly each point belongs to its cluster; only for `hdbscan`.
    @Null package var memberships: String?
  }

}

extension SegmentModel {
  /// Canonical bytes: keys sorted, shortest numbers that read back the same.
  package func json() throws(SegmentError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      throw .unreadableReport("a number of the model is not finite")
    }
    return [UInt8](data)
  }

  /// Reads a model of this or an older version.
  package init(json: [UInt8]) throws(SegmentError) {
    guard let model = try? TapeDecoder.decode(Self.self, from: json) else {
      throw .unreadableReport("it is not a model this version knows")
    }
    guard model.format == "segmentd-model", model.version <= Self.currentVersion else {
      throw .unreadableReport("it is a model of a newer version")
    }
    self = model
  }
}
