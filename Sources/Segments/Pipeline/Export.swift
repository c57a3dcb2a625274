import Tables

/// A file as the pipeline sees it: a name, the day it arrived and its bytes.
package struct Export: Sendable {
  /// Fills the array from its start (its count is the capacity) and returns how many bytes; 0 at the end.
  package typealias Blocks = @Sendable (inout [UInt8]) throws(ReadFailure) -> Int

  /// The name people know the file by; only its date is ever looked at.
  package var name: String
  /// Dates after this civil day (days since 1970-01-01) are unreadable; `nil` for no bound.
  package var receivedDay: Int32?
  /// What is too much of anything in it.
  package var limits = ReadingLimits()
  /// How much memory what is known of it may take.
  package var allowance = Allowance(bytes: 2 << 30)
  /// Whether it is read again that was accepted once, so that its columns are not in question any more.
  package var isAccepted = false
  /// Opens the bytes from their start; called once a reading.
  package var open: @Sendable () throws(ReadFailure) -> Blocks

  package init(
    name: String,
    receivedDay: Int32?,
    limits: ReadingLimits = ReadingLimits(),
    open: @escaping @Sendable () throws(ReadFailure) -> Blocks,
  ) {
    self.name = name
    self.receivedDay = receivedDay
    self.limits = limits
    self.open = open
  }

  /// The same of which more or less may be known in memory.
  package func allowing(_ allowance: Allowance) -> Export {
    var export = self
    export.allowance = allowance
    return export
  }

  /// An export that lies in memory.
  package init(name: String, receivedDay: Int32? = nil, bytes: [UInt8]) {
    self.init(name: name, receivedDay: receivedDay) {
      let cursor = BytesCursor(bytes)
      return { block in cursor.read(into: &block) }
    }
  }
}

/// Why the bytes of a file could not be read; the porter decides whether to try again.
package struct ReadFailure: Error, Sendable, Equatable {
  /// The system's error number.
  package var code: Int32
  package var words: String
  /// Set when not the disk but the file itself is to blame, so that no retry can help.
  package var refusal: Refusal?

  /// Makes the failure of a file whose bytes cannot be used, for example a damaged archive.
  package init(refusal: Refusal) {
    code = 0
    words = refusal.what
    self.refusal = refusal
  }

  /// What the pipeline throws for it.
  package var error: SegmentError {
    refusal.map(SegmentError.refused) ?? .unreadable(self)
  }

  package init(code: Int32, words: String) {
    self.code = code
    self.words = words
  }
}
