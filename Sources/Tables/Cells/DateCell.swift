/// One date as it was read: the day, the time of day and, if written, the zone.
struct DateCell: Equatable {
  var day: Int32
  var second: Int32
  var offsetMinutes: Int16?
}
