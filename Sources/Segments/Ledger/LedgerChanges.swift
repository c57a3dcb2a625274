/// The pieces of a ledger that must be written or removed to make an older one a newer one.
package struct LedgerChanges: Sendable, Equatable {
  package var written: [LedgerChunk]
  /// Names of pieces that are no more.
  package var removed: [String]

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

  package var isEmpty: Bool { written.isEmpty && removed.isEmpty }
}
