import Foundation

/// What scikit-learn and SciPy found; made by `References/references.py`, which can be run again.
struct References: Decodable, Sendable {
  struct Ward: Decodable, Sendable {
    struct Components: Decodable, Sendable {
      var explainedVarianceRatio: [Double]
      var components: [[Double]]
    }
    var columns: [[Double]]
    var heights: [Double]
    var sizes: [String: [Int]]
    /// Of each of three clusters, the largest first.
    var components: [Components]
  }
  struct Mixtures: Decodable, Sendable {
    struct Fit: Decodable, Sendable {
      var meanLogLikelihood: Double
      var bic: Double
      var aic: Double
      var sizes: [Int]
      var weights: [Double]
      var means: [[Double]]
      var covariances: [[Double]]
    }
    var columns: [[Double]]
    var fits: [String: Fit]
  }
  struct Scalings: Decodable, Sendable {
    struct Scaled: Decodable, Sendable {
      var fitted: [[Double]]
      var fresh: [[Double]]
    }
    var columns: [[Double]]
    var fresh: [[Double]]
    var lambdas: [Double]
    var standard: Scaled
    var minMax: Scaled
    var maxAbs: Scaled
    var robust: Scaled
    var power: Scaled
    var quantile: Scaled
    var quantileNormal: Scaled
    var normalize: Scaled

    enum CodingKeys: String, CodingKey {
      case columns, fresh, lambdas, standard, robust, power, quantile, normalize
      case minMax = "min-max"
      case maxAbs = "max-abs"
      case quantileNormal = "quantile-normal"
    }
  }
  struct Agreement: Decodable, Sendable {
    var a: [Int32]
    var b: [Int32]
    var adjustedRand: Double
    var adjustedMutualInformation: Double
    var fowlkesMallows: Double
  }

  var ward: Ward
  var gmm: Mixtures
  var scaling: Scalings
  var agreement: [Agreement]

  static let all = Result { () throws -> References in
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/references.json").standardizedFileURL
    return try JSONDecoder().decode(References.self, from: Data(contentsOf: file))
  }
}
