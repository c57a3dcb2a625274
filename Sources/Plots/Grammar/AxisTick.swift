/// A marked value of an axis.
struct AxisTick: Equatable {
  let value: Double
  let label: String
  /// A second line below the label, such as the year below a month.
  var below: String?
}
