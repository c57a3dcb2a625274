extension SegmentReport {
  /// All customers on the first two principal components of the matrix that was clustered.
  package struct CustomerMap: Codable, Sendable, Equatable {
    /// The features of the loadings, in order.
    package var features: [String]
    package var axes: [MapAxis]
    /// Share of variance of each component, all of them.
    package var explainedVariance: [Double]
    package var columns: Int
    package var rows: Int
    /// Counts of the cells by segment id (0 = unassigned), row by row from the lowest y.
    package var cells: [SegmentCells]
    /// At most 5 000 customers, chosen by a hash of their key; all of them when there are fewer.
    package var points: [MapPoint]
    package var centers: [MapCenter]
    /// How the best candidate of every other method divides the same customers; `null` in reports of older
    /// versions.
    @Null package var rivals: [RivalMap]? = nil
  }

  /// The groups of another candidate on the map.
  package struct RivalMap: Codable, Sendable, Equatable {
    /// Its place among the report's `candidates`.
    package var candidate: Int
    package var columns: Int
    package var rows: Int
    /// Counts of the cells by group, 1 for the largest (0 = unassigned), row by row from the lowest y.
    package var cells: [SegmentCells]
  }

  /// One axis of the map: its range and what it is made of.
  package struct MapAxis: Codable, Sendable, Equatable {
    package var low: Double
    package var high: Double
    package var variance: Double
    package var loadings: [Double]
    /// Customers beyond the drawn range (they are counted in the border cells).
    package var below: Int
    package var above: Int
  }

  /// Run-length coded counts: pairs of (cells with the same count, count).
  package struct SegmentCells: Codable, Sendable, Equatable {
    package var segment: Int
    package var runs: [Int]
  }

  /// One customer on the map, without a key.
  package struct MapPoint: Codable, Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var segment: Int
  }

  /// The middle of a segment on the map and its half-of-the-segment ellipse (covariance).
  package struct MapCenter: Codable, Sendable, Equatable {
    package var segment: Int
    package var x: Double
    package var y: Double
    package var xx: Double
    package var xy: Double
    package var yy: Double
  }

  /// Counts of two features on a grid, for one pair of features.
  ///
  /// Cells are equally wide on their scale; values beyond the range are counted in the border cells.
  package struct PairGrid: Codable, Sendable, Equatable {
    package var x: String
    package var y: String
    package var columns: Int
    package var rows: Int
    package var xLow: Double
    package var xHigh: Double
    package var yLow: Double
    package var yHigh: Double
    /// `linear` or `log`.
    @Null package var xScale: String? = nil
    @Null package var yScale: String? = nil
    /// Counts of the cells by segment id (0 = unassigned), row by row from the lowest y.
    package var cells: [SegmentCells]
  }
}
