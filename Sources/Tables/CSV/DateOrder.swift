/// The order of year, month and day in the dates of a file.
package enum DateOrder: String, Sendable {
  /// Year first: 2011-12-09.
  case ymd
  /// Day first: 09.12.2011.
  case dmy
  /// Month first: 12/09/2011.
  case mdy
}
