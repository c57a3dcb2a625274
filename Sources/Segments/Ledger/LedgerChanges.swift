/// The pieces of a ledger that must be written or removed to make an older one a newer one.
package struct LedgerChanges: Sendable {
  package var written: [LedgerChunk]
  /// Names of pieces that are no more.
  package var removed: [String]
  /// Pieces to be written that would take too much memory all at once.
  package var deferred: [DeferredChunk] = []

  package init(written: [LedgerChunk] = [], removed: [String] = []) {
    self.written = written
    self.removed = removed
  }

  /// What makes the one list of pieces the other.
  package init(from old: [LedgerChunk], to new: [LedgerChunk]) {
    let known = Dictionary(old.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.map(\.name))
    written = new.filter { known[$0.name] != $0.bytes }
    removed = old.map(\.name).filter { !names.contains($0) }
  }

  package var isEmpty: Bool { written.isEmpty && removed.isEmpty && deferred.isEmpty }
}

/// A named piece of the ledger whose bytes are made only when they are asked for.
package struct DeferredChunk: Sendable {
  package let name: String
  private let make: @Sendable () throws(SegmentError) -> [UInt8]

  init(name: String, _ make: @escaping @Sendable () throws(SegmentError) -> [UInt8]) {
    self.name = name
    self.make = make
  }

  /// The piece, made now.
  package var chunk: LedgerChunk {
    get throws(SegmentError) { LedgerChunk(name: name, bytes: try make()) }
  }
}
