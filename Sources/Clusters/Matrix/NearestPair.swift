/// The nearest center of some rows, and the squared distances to the two nearest.
struct NearestPair: Sendable {
  var labels: [Int32]
  var first: [Double]
  var second: [Double]

  init(count: Int) {
    labels = [Int32](repeating: 0, count: count)
    first = [Double](repeating: 0, count: count)
    second = [Double](repeating: 0, count: count)
  }
}
