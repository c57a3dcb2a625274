import Tables

extension LedgerChunk {
  /// Whether chunks have the digests that they had when they were written; worked out on all cores.
  package static func haveDigests(
    _ chunks: [LedgerChunk],
    _ digests: [[UInt8]],
    by digest: @Sendable ([UInt8]) -> [UInt8],
  ) -> Bool {
    // A chunk is small: handing over each by itself would take longer than its digest.
    let block = 64
    let parts = Parallel.map((chunks.count + block - 1) / block, work: .max) { number in
      (number * block..<min(chunks.count, (number + 1) * block)).allSatisfy { place in
        digest(chunks[place].bytes) == digests[place]
      }
    }
    return chunks.count == digests.count && parts.allSatisfy(\.self)
  }
}
