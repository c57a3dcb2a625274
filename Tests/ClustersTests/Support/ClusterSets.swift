import Foundation

@testable import Clusters

/// Small sets with known groups, and what scikit-learn found in them; the sets are kept outside.
enum ClusterSets {
  struct WardFigure: Decodable, Sendable {
    var adjustedRand: Double
  }
  struct MixtureFigure: Decodable, Sendable {
    var adjustedRand: Double
    var meanLogLikelihood: Double
  }
  struct KMeansFigure: Decodable, Sendable {
    var adjustedRand: Double
    var inertia: Double
  }
  struct DBSCANFigure: Decodable, Sendable {
    var adjustedRand: Double
    var eps: Double
    var minPoints: Int
  }
  struct HDBSCANFigure: Decodable, Sendable {
    var adjustedRand: Double
    var minClusterSize: Int
    var minPoints: Int
  }
  struct Reference: Decodable, Sendable {
    var file: String
    var k: Int
    var kMeans: KMeansFigure
    var miniBatch: KMeansFigure
    var mixture: MixtureFigure
    var ward: WardFigure
    var dbscan: DBSCANFigure
    var hdbscan: HDBSCANFigure
  }
  struct DBCVFigure: Decodable, Sendable {
    var file: String
    var repeatedRows: Int
    var dbcv: Double
  }
  struct LibraryFigure: Decodable, Sendable {
    var file: String
    var minClusterSize: Int
    var minPoints: Int
    var selection: String
    var allowsSingleCluster: Bool
    var clusters: Int
    var noise: Int
    var treeLength: Double
    var persistence: [Double]
    var meanMembership: Double
    /// Their quantiles at every twentieth.
    var outlierScores: [Double]
  }
  private struct References<Figure: Decodable>: Decodable {
    var sets: [Figure]
  }

  static let folder: URL? = {
    let places = [
      ProcessInfo.processInfo.environment["SEGMENTD_SHARED"].map { URL(filePath: $0) },
      URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../../../shared").standardizedFileURL,
    ]
    let found = places.compactMap { $0?.appending(path: "data/clusters") }
      .first { FileManager.default.fileExists(atPath: $0.path()) }
    if found == nil { print("SKIPPED: sets with known groups; set SEGMENTD_SHARED") }
    return found
  }()

  static var isHere: Bool { folder != nil }

  static func references() throws -> [Reference] { try figures(in: "cluster_sets.json") }

  static func dbcv() throws -> [DBCVFigure] { try figures(in: "dbcv.json") }

  static func library() throws -> [LibraryFigure] { try figures(in: "hdbscan_sets.json") }

  private static func figures<Figure: Decodable>(in name: String) throws -> [Figure] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References").appending(path: name).standardizedFileURL
    return try JSONDecoder().decode(References<Figure>.self, from: Data(contentsOf: file)).sets
  }

  /// The features of a set, scaled to the unit cube, and its true labels (0 is noise).
  static func load(_ name: String) throws -> (matrix: OrderedMatrix, labels: [Int32]) {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",")
    // Some sets have further labelings (label1 …), which are no features.
    let features = header.indices.filter {
      header[$0] != "point_id" && !header[$0].hasPrefix("label")
    }
    let truth = header.firstIndex(of: "label0") ?? header.count - 1
    var columns = [[Double]](repeating: [], count: features.count)
    var labels: [Int32] = []
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",").map { Double($0) ?? .nan }
      for (column, feature) in features.enumerated() { columns[column].append(fields[feature]) }
      labels.append(Int32(fields[truth]))
    }
    let raw = try Matrix(columns: columns)
    return (OrderedMatrix(try Scaling.fit(raw, .minMax).apply(to: raw)), labels)
  }
}
