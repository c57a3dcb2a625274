/// Where the bytes of a file come from: somebody else opens files, this room only reads blocks.
package protocol ByteSource {
  /// Fills the block from its start with the next bytes and returns how many there are.
  ///
  /// At most `block.count` bytes; fewer are allowed at any time, 0 means the end. Must not change
  /// the length of the block.
  mutating func read(into block: inout [UInt8]) throws(TableError) -> Int
}
