import CKernels

/// Who is near a point, for the inner loop of tree searches.
extension PaddedColumns {
  /// Squared distances from at most 64 rows to a point, and a bit for each that is within a limit.
  ///
  /// `distances` has room for four more than the rows.
  func near(
    _ rows: Range<Int>,
    to point: [Double],
    within limit: Double,
    into distances: inout [Double],
  ) -> UInt64 {
    precondition(rows.upperBound <= rowCount && distances.count >= rows.count + 3)
    precondition(point.count == columnCount && rows.count <= 64)
    return unsafe kernel_near(
      values,
      stride,
      rows.lowerBound,
      rows.count,
      columnCount,
      point,
      limit,
      &distances
    )
  }
}

extension KDTree {
  /// The smallest squared distance that a row of the node can have to the point; the same bits as
  /// `leastDistance`, sooner.
  func reach(_ node: Int, from point: [Double]) -> Double {
    precondition(point.count == points.columnCount && node < nodes.count)
    // The boxes hold two values for each node and column.
    return unsafe boxes.withUnsafeBufferPointer { boxes in
      guard let start = boxes.baseAddress else { return 0 }
      return unsafe kernel_box_distance(start + node * point.count * 2, point.count, point)
    }
  }
}
