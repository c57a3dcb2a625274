/// What stops a clustering: each case holds the facts, `errorDescription` makes the words.
package enum ClusterError: Error, Equatable, Sendable {
  case noColumns
  case noRows
  case tooManyRows(Int)
  case unevenColumns(column: Int, expected: Int, found: Int)
  case valueNotFinite(row: Int, column: Int)
  case valueTooLarge(row: Int, column: Int)
  case clusterCountOutOfRange(Int)
  case restartsOutOfRange(minimum: Int, maximum: Int)
  case radiusOutOfRange(Double)
  case minPointsOutOfRange(Int)
  case startsOutOfRange(Int)
  case batchSizeOutOfRange(Int)
  case referencesOutOfRange(Int)
  case regularizationOutOfRange(Double)
  case toleranceOutOfRange(Double)
  case minClusterSizeOutOfRange(Int)
  case columnCountDiffers(expected: Int, found: Int)
  case centerCountDiffers(expected: Int, found: Int)
  case centerOutOfRange(Int)
}

extension ClusterError {
  /// What happened, where, and what to do about it.
  package var errorDescription: String {
    switch self {
    case .noColumns:
      "There is no column to cluster by. Choose at least one numeric feature."
    case .noRows:
      "There is no row to cluster. Check which rows the cleaning kept."
    case .tooManyRows(let count):
      """
      There are \(count) rows, and at most \(Matrix.maximumRowCount) can be clustered at once. \
      Cluster a sample of them.
      """
    case .unevenColumns(let column, let expected, let found):
      """
      Column \(column + 1) has \(found) values where the first has \(expected). \
      Every row needs a value in every clustered column.
      """
    case .valueNotFinite(let row, let column):
      """
      Row \(row + 1) has no finite number in clustered column \(column + 1). \
      Drop or fill missing values before clustering.
      """
    case .valueTooLarge(let row, let column):
      """
      Row \(row + 1) has a number beyond 1e150 in clustered column \(column + 1), \
      too large for distances. Drop the row or correct the value.
      """
    case .clusterCountOutOfRange(let count):
      "\(count) clusters were asked for. Ask for at least 1."
    case .restartsOutOfRange(let minimum, let maximum):
      """
      k-means was asked for \(minimum) to \(maximum) restarts. \
      Ask for at least 1, and for a maximum not below the minimum.
      """
    case .radiusOutOfRange(let radius):
      """
      The neighborhood radius (eps) is \(radius). \
      Give a finite number above 0, or leave it out to have it chosen.
      """
    case .minPointsOutOfRange(let count):
      """
      A dense neighborhood was asked to hold \(count) points (min-points). \
      Give a number from 1 to the number of rows.
      """
    case .startsOutOfRange(let count):
      "The method was asked to start \(count) times. Ask for at least 1 start."
    case .batchSizeOutOfRange(let count):
      "Batches of \(count) rows were asked for. Ask for at least 1 row a batch."
    case .referencesOutOfRange(let count):
      """
      The gap statistic was asked to compare with \(count) sets of random rows. \
      Ask for at least 1, better for 20.
      """
    case .regularizationOutOfRange(let value):
      """
      The regularization of the mixture is \(value). \
      Give a finite number above 0, for example 0.000001.
      """
    case .toleranceOutOfRange(let value):
      """
      The tolerance at which the method ends is \(value). \
      Give a finite number above 0, for example 0.00001.
      """
    case .minClusterSizeOutOfRange(let count):
      """
      A cluster was asked to hold at least \(count) points (min-cluster-size). \
      Give a number from 2 to half the number of rows.
      """
    case .columnCountDiffers(let expected, let found):
      """
      The data have \(found) clustered columns where the model has \(expected). \
      Use the columns that the model was made with.
      """
    case .centerCountDiffers(let expected, let found):
      """
      k-means was asked for \(expected) clusters and given \(found) centers to start from. \
      Give one center for each cluster.
      """
    case .centerOutOfRange(let number):
      """
      Center \(number + 1), from which k-means was to start, has a value that is not a number or beyond \
      1e150. Start from the centers of a fit on the same scale, or without centers.
      """
    }
  }
}
