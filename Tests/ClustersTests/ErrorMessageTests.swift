import Testing

@testable import Clusters

@Suite("What a user reads when clustering stops")
struct ErrorMessageTests {
  static let messages: [(ClusterError, String)] = [
    (
      .noColumns,
      "There is no column to cluster by. Choose at least one numeric feature."
    ),
    (.noRows, "There is no row to cluster. Check which rows the cleaning kept."),
    (
      .tooManyRows(2_000_000_000),
      "There are 2000000000 rows, and at most 1073741823 can be clustered at once. "
        + "Cluster a sample of them."
    ),
    (
      .unevenColumns(column: 1, expected: 3, found: 2),
      "Column 2 has 2 values where the first has 3. Every row needs a value in every clustered "
        + "column."
    ),
    (
      .valueNotFinite(row: 4, column: 0),
      "Row 5 has no finite number in clustered column 1. "
        + "Drop or fill missing values before clustering."
    ),
    (
      .valueTooLarge(row: 4, column: 0),
      "Row 5 has a number beyond 1e150 in clustered column 1, too large for distances. "
        + "Drop the row or correct the value."
    ),
    (.clusterCountOutOfRange(0), "0 clusters were asked for. Ask for at least 1."),
    (
      .restartsOutOfRange(minimum: 9, maximum: 3),
      "k-means was asked for 9 to 3 restarts. "
        + "Ask for at least 1, and for a maximum not below the minimum."
    ),
    (
      .radiusOutOfRange(-1),
      "The neighborhood radius (eps) is -1.0. "
        + "Give a finite number above 0, or leave it out to have it chosen."
    ),
    (
      .minPointsOutOfRange(0),
      "A dense neighborhood was asked to hold 0 points (min-points). "
        + "Give a number from 1 to the number of rows."
    ),
    (
      .startsOutOfRange(0),
      "The method was asked to start 0 times. Ask for at least 1 start."
    ),
    (
      .batchSizeOutOfRange(0),
      "Batches of 0 rows were asked for. Ask for at least 1 row a batch."
    ),
    (
      .referencesOutOfRange(0),
      "The gap statistic was asked to compare with 0 sets of random rows. "
        + "Ask for at least 1, better for 20."
    ),
    (
      .regularizationOutOfRange(0),
      "The regularization of the mixture is 0.0. "
        + "Give a finite number above 0, for example 0.000001."
    ),
    (
      .toleranceOutOfRange(-1),
      "The tolerance at which the method ends is -1.0. "
        + "Give a finite number above 0, for example 0.00001."
    ),
    (
      .minClusterSizeOutOfRange(1),
      "A cluster was asked to hold at least 1 points (min-cluster-size). "
        + "Give a number from 2 to half the number of rows."
    ),
    (
      .columnCountDiffers(expected: 3, found: 2),
      "The data have 2 clustered columns where the model has 3. "
        + "Use the columns that the model was made with."
    ),
    (
      .centerCountDiffers(expected: 3, found: 2),
      "k-means was asked for 3 clusters and given 2 centers to start from. "
        + "Give one center for each cluster."
    ),
    (
      .centerOutOfRange(1),
      "Center 2, from which k-means was to start, has a value that is not a number or beyond 1e150. "
        + "Start from the centers of a fit on the same scale, or without centers."
    ),
  ]

  @Test("is this sentence", arguments: messages)
  func sentence(error: ClusterError, expected: String) {
    #expect(error.errorDescription == expected)
  }
}
