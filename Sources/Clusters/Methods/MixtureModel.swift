import CKernels

/// Normal distributions with weights, and what they say about rows.
///
/// All calls of the mixture's C loops stand in this file.
struct MixtureModel: Sendable, Equatable {
  /// Rows that are added up in one piece; fixed, so that cores do not show.
  static let blockSize = 4_096

  let columnCount: Int
  let isDiagonal: Bool
  let weights: [Double]
  /// The means, one component after another.
  let means: [Double]
  /// The covariance of each component, row by row.
  let covariances: [[Double]]
  private let factors: [Double]
  private let constants: [Double]

  var count: Int { weights.count }

  init(weights: [Double], means: [Double], covariances: [[Double]], isDiagonal: Bool) {
    let columns = means.count / max(1, weights.count)
    var factors: [Double] = []
    var constants: [Double] = []
    var usable: [[Double]] = []
    for (weight, covariance) in zip(weights, covariances) {
      let (matrix, factor) = Self.factor(of: covariance, size: columns)
      usable.append(matrix)
      factors += factor
      var constant = Self.logarithm(weight) - 0.5 * Double(columns) * Self.logarithm(2 * Double.pi)
      for column in 0..<columns { constant += Self.logarithm(factor[column * columns + column]) }
      constants.append(constant)
    }
    columnCount = columns
    self.isDiagonal = isDiagonal
    self.weights = weights
    self.means = means
    self.covariances = usable
    self.factors = factors
    self.constants = constants
  }

  /// The model with its components in another order.
  func reordered(_ order: [Int]) -> Self {
    Self(
      weights: order.map { weights[$0] },
      means: order.flatMap { means[$0 * columnCount..<($0 + 1) * columnCount] },
      covariances: order.map { covariances[$0] },
      isDiagonal: isDiagonal,
    )
  }

  /// A step of EM: the log-likelihood of all rows, and the moments for a better model.
  func moments(of points: PaddedColumns) -> MixtureMoments {
    precondition(points.columnCount == columnCount)
    let pieces = Parallel.map(Self.blockCount(points.rowCount)) { block in
      let rows = Self.rows(of: block, among: points.rowCount)
      var piece = MixtureMoments(components: count, columns: columnCount)
      var scratch = scratch
      piece.logLikelihood = unsafe kernel_mixture_step(
        points.values,
        points.stride,
        rows.lowerBound,
        rows.count,
        columnCount,
        isDiagonal ? 1 : 0,
        count,
        means,
        factors,
        constants,
        &scratch,
        &piece.sums
      )
      return piece
    }
    return MixtureMoments(adding: pieces, components: count, columns: columnCount)
  }

  /// The moments if every row belongs to the component of its label alone.
  static func moments(
    of points: PaddedColumns,
    labels: [Int32],
    around means: [Double],
    isDiagonal: Bool,
  ) -> MixtureMoments {
    let count = means.count / points.columnCount
    precondition(labels.count == points.rowCount)
    let pieces = Parallel.map(blockCount(points.rowCount)) { block in
      let rows = rows(of: block, among: points.rowCount)
      var piece = MixtureMoments(components: count, columns: points.columnCount)
      var scratch = scratch(components: count, columns: points.columnCount)
      unsafe kernel_mixture_label_moments(
        points.values,
        points.stride,
        rows.lowerBound,
        rows.count,
        points.columnCount,
        isDiagonal ? 1 : 0,
        count,
        means,
        Array(labels[rows]),
        &scratch,
        &piece.sums
      )
      return piece
    }
    return MixtureMoments(adding: pieces, components: count, columns: points.columnCount)
  }

  /// The likeliest component of each row; ties go to the lower index.
  func labels(of points: PaddedColumns) -> [Int32] {
    Parallel.blocks(of: points.rowCount, size: Self.blockSize) { rows in
      var labels = [Int32](repeating: 0, count: rows.count)
      unsafe judge(rows, of: points, labels: &labels, shares: nil)
      return labels
    }
  }

  /// How far each row belongs to each component: an array per row, which adds up to 1.
  func memberships(of points: PaddedColumns) -> [[Double]] {
    Parallel.blocks(of: points.rowCount, size: Self.blockSize) { rows in
      var labels = [Int32](repeating: 0, count: rows.count)
      var shares = [Double](repeating: 0, count: rows.count * count)
      unsafe judge(rows, of: points, labels: &labels, shares: &shares)
      return (0..<rows.count).map { row in
        (0..<count).map { shares[$0 * rows.count + row] }
      }
    }
  }

  /// Writes a label per row and, where there is a place for them, its shares, component after
  /// component.
  private func judge(
    _ rows: Range<Int>,
    of points: PaddedColumns,
    labels: inout [Int32],
    shares: UnsafeMutablePointer<Double>?,
  ) {
    precondition(points.columnCount == columnCount && rows.upperBound <= points.rowCount)
    precondition(labels.count == rows.count)
    var scratch = scratch
    unsafe kernel_mixture_memberships(
      points.values,
      points.stride,
      rows.lowerBound,
      rows.count,
      columnCount,
      isDiagonal ? 1 : 0,
      count,
      means,
      factors,
      constants,
      &scratch,
      &labels,
      shares
    )
  }

  /// The natural logarithm of a positive number, the same bits on every processor.
  static func logarithm(_ value: Double) -> Double { kernel_log(value) }

  private var scratch: [Double] { Self.scratch(components: count, columns: columnCount) }

  private static func scratch(components: Int, columns: Int) -> [Double] {
    [Double](repeating: 0, count: kernel_mixture_scratch(columns, components))
  }

  private static func blockCount(_ rows: Int) -> Int { (rows + blockSize - 1) / blockSize }

  private static func rows(of block: Int, among rows: Int) -> Range<Int> {
    block * blockSize..<min(rows, (block + 1) * blockSize)
  }

  /// The inverse factor of a covariance.
  ///
  /// Where regularization was too little for the size of the numbers, as much more is added to the
  /// diagonal as is needed, ten times more at each try.
  private static func factor(
    of covariance: [Double],
    size: Int,
  ) -> (matrix: [Double], factor: [Double]) {
    var matrix = covariance
    var added = 0.0
    for column in 0..<size { added = max(added, covariance[column * size + column] * 0x1p-45) }
    while added.isFinite {
      if let factor = Cholesky.inverseFactor(of: matrix, size: size) { return (matrix, factor) }
      for column in 0..<size { matrix[column * size + column] += added }
      added *= 10
    }
    preconditionFailure("a finite covariance becomes invertible when enough is added")
  }
}
