/// Which of two versions of an order or customer is newer: the first part that differs decides.
package struct Version: Hashable, Sendable, Comparable, Codable {
  /// The row's own update stamp, in seconds; 0 where there is none.
  package var updated: Int64
  /// The newest day anywhere in the file.
  package var fileDay: Int32
  /// The day in the file's name.
  package var nameDay: Int32
  /// The place of the delivery in the order of acceptance.
  package var acceptance: Int32

  package static func < (left: Version, right: Version) -> Bool {
    (left.updated, left.fileDay, left.nameDay, left.acceptance)
      < (right.updated, right.fileDay, right.nameDay, right.acceptance)
  }
}
