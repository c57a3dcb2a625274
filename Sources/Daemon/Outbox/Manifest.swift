import FoundationEssentials

/// The list of contents of a publication, written last: what is not in it or not as it says is not
/// published.
package struct Manifest: Codable, Equatable, Sendable {
  /// One file of the publication.
  package struct Output: Codable, Equatable, Sendable {
    package var path: String
    package var bytes: Int
    package var sha256: String
  }

  /// One file the publication was made from.
  package struct Input: Codable, Equatable, Sendable {
    /// Safe to show.
    package var name: String
    package var bytes: Int
    package var sha256: String
    /// Dates after this day were not believed (days since 1970-01-01).
    package var receivedDay: Int32
  }

  /// What was configured.
  package struct Configuration: Codable, Equatable, Sendable {
    package var dataset: DatasetSettings
    package var report: ReportSettings
  }

  package var schema = 1
  package var run: String
  package var dataset: String
  package var asOf: String?
  /// Deliveries accepted up to and with this run.
  package var deliveries: Int
  /// The deliveries that are new in this run.
  package var inputs: [Input]
  package var outputs: [Output] = []
  package var configuration: Configuration
  package var version: String
  /// How many people had been erased before; `nil` in manifests of older versions.
  package var suppressions: Int?
  /// Running times by stage; the only place where they are written.
  package var seconds: [String: Double] = [:]

  static let name = FileName("manifest.json")

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [0x0A]
  }

  init?(json: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(json)) else {
      return nil
    }
    self = manifest
  }

  init(
    run: String,
    dataset: String,
    asOf: String?,
    deliveries: Int,
    inputs: [Input],
    configuration: Configuration,
  ) {
    self.run = run
    self.dataset = dataset
    self.asOf = asOf
    self.deliveries = deliveries
    self.inputs = inputs
    self.configuration = configuration
    version = Engine.version
  }

  mutating func list(_ artifacts: [Artifact]) {
    outputs = artifacts.map {
      Output(path: $0.path, bytes: $0.bytes.count, sha256: Digest.text(of: $0.bytes))
    }
  }
}

/// The program itself.
package enum Engine {
  /// Part of every run's name: another version may draw other pages.
  package static let version = "0.1.0"
}
