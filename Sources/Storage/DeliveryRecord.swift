import Foundation

/// What the store knows about one file that was taken from the inbox.
package struct DeliveryRecord: Equatable, Sendable {
  /// Where its file is on its way.
  package enum State: String, Sendable {
    /// Taken, without an answer yet.
    case claimed
    /// Part of its dataset's ledger.
    case accepted
    /// Not taken in, with a reason.
    case refused
    /// The same bytes as an accepted one.
    case duplicate
  }

  /// The name of the claimed file.
  package var token: String
  package var dataset: String
  /// The name it had in the inbox, as bytes.
  package var name: [UInt8]
  /// It lay in the folder of its dataset.
  package var isPinned: Bool
  /// Lower-case hexadecimal.
  package var sha256: String
  package var bytes: Int
  /// The day it was taken, in days since 1970-01-01.
  package var receivedDay: Int32
  package var state = State.claimed
  /// How often a run with it was begun.
  package var attempts = 0
  /// A second attempt was reading just this file when it ended.
  package var isBeingRead = false
  /// The run that first contains it, or whose bytes it repeats.
  package var run: String?
  /// Its place in the order in which its dataset accepted files: 1, 2, ….
  package var acceptance: Int?
  package var refusal: StoredRefusal?
  /// It told something that was not known before.
  package var isNews = true
  /// The hash of what is kept of it, where somebody was erased from it.
  package var keptSha256: String?
  /// When it was answered, in seconds since 1970-01-01.
  package var answeredSeconds: Int64?

  package init(
    token: String,
    dataset: String,
    name: [UInt8],
    isPinned: Bool,
    sha256: String,
    bytes: Int,
    receivedDay: Int32,
  ) {
    self.token = token
    self.dataset = dataset
    self.name = name
    self.isPinned = isPinned
    self.sha256 = sha256
    self.bytes = bytes
    self.receivedDay = receivedDay
  }
}

/// Why a file was refused, in three parts.
package struct StoredRefusal: Equatable, Sendable {
  package var what: String
  package var place: String
  package var toDo: String

  package init(what: String, place: String, toDo: String) {
    self.what = what
    self.place = place
    self.toDo = toDo
  }
}
