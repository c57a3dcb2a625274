import Foundation

@testable import Clusters

/// The seed data set and what scikit-learn found in it; kept outside the project.
enum Seed {
  static let folder: URL? = {
    let places = [
      ProcessInfo.processInfo.environment["SEGMENTD_SHARED"].map { URL(filePath: $0) },
      URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../../shared").standardizedFileURL,
    ]
    let found = places.compactMap { $0?.appending(path: "data/seed") }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "FACTS.json").path()) }
    if found == nil { print("SKIPPED: references on the seed data; set SEGMENTD_SHARED") }
    return found
  }()

  static var isHere: Bool { folder != nil }

  struct Facts: Decodable {
    struct Correlations: Decodable {
      var pearson: [[Double]]
      var spearman: [[Double]]
      var kendall: [[Double]]
    }
    struct Components: Decodable {
      var explainedVarianceRatio: [Double]
      var components: [[Double]]
    }
    struct KMeans: Decodable {
      var k: Int
      var inertia: Double
      var sizes: [Int]
      var silhouette: Double?
      var daviesBouldin: Double?
      var calinskiHarabasz: Double?
    }
    struct DBSCAN: Decodable {
      var eps: Double
      var minPoints: Int
      var sizes: [Int]
      var noise: Int
      var core: Int
      var borderInReachOfTwoClusters: Int
      var silhouette: Double
      var daviesBouldin: Double
    }
    struct Ward: Decodable {
      var k: Int
      var sizes: [Int]
      var lastMerges: [Double]
      var silhouette: Double
      var daviesBouldin: Double
    }
    struct Mixture: Decodable {
      var k: Int
      var meanLogLikelihood: Double
      var bic: Double
      var sizes: [Int]
      var silhouette: Double
      var daviesBouldin: Double
    }
    var kept: Int
    var features: [String]
    var clusteredOn: [String]
    var correlations: Correlations
    var pca: Components
    var kmeans: [KMeans]
    var dbscan: DBSCAN
    var ward: Ward
    var gmm: Mixture
    var kDistance50IncludingSelf: [String: Double]
  }

  /// Rows without missing, negative or zero numbers, by column; and the facts about them.
  struct World: Sendable {
    var columns: [[Double]]
    var matrix: OrderedMatrix
  }

  static func facts() throws -> Facts {
    let data = try Data(contentsOf: try required().appending(path: "FACTS.json"))
    return try JSONDecoder().decode(Facts.self, from: data)
  }

  static let world = Result { () throws -> World in
    let file = try required().appending(path: "dataset_ecommerce.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",").map(String.init)
    let facts = try Self.facts()
    var columns = [[Double]](repeating: [], count: facts.features.count)
    let places = facts.features.compactMap { header.firstIndex(of: $0) }
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = places.compactMap { Double(fields[$0]) }
      guard numbers.count == places.count, numbers.allSatisfy({ $0 > 0 }) else { continue }
      for (column, number) in numbers.enumerated() { columns[column].append(number) }
    }
    let clustered = facts.clusteredOn.compactMap { facts.features.firstIndex(of: $0) }
    let raw = try Matrix(columns: clustered.map { columns[$0] })
    let scaled = try Scaling.fit(raw, .minMax).apply(to: raw)
    return World(columns: columns, matrix: OrderedMatrix(scaled))
  }

  private static func required() throws -> URL {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return folder
  }
}
