/// A named piece of the ledger in its canonical bytes, as the store keeps it.
package struct LedgerChunk: Sendable, Equatable {
  package var name: String
  package var bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
