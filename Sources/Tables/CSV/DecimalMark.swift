/// The mark between the whole and the fraction of a number.
package enum DecimalMark: String, Sendable {
  case point = "."
  case comma = ","

  /// The mark as a byte.
  var byte: UInt8 {
    switch self {
    case .point: UInt8(ascii: ".")
    case .comma: UInt8(ascii: ",")
    }
  }

  /// The mark that stands between thousands where this one stands before the fraction.
  var thousands: UInt8 {
    switch self {
    case .point: UInt8(ascii: ",")
    case .comma: UInt8(ascii: ".")
    }
  }
}
