import Segments
import Synchronization

/// The bytes that packed bytes stand for, as a stream that never holds more than a block of them.
///
/// A class, because what reads is shared; everything it changes lies behind a lock.
final class DecodedStream: Sendable {
  /// Bombs unpack to a thousand times their size and more; small files may by chance.
  static let unjudgedBytes = 16 << 20
  /// More parts than this were made to keep us busy.
  static let mostParts = 10_000

  private let packed: Export.Blocks
  private let compression: Compression
  private let limits: LimitSettings
  private let content: Content
  private let stream: Mutex<Stream>

  /// What may come out.
  enum Content {
    /// A table; more packed bytes are refused.
    case table
    /// Whatever a person dropped.
    case delivery
  }

  init(
    _ packed: @escaping Export.Blocks,
    _ compression: Compression,
    of content: Content,
    limits: LimitSettings,
  ) {
    self.content = content
    self.packed = packed
    self.compression = compression
    self.limits = limits
    stream = Mutex(Stream(compression))
  }

  /// Fills the block as far as there are bytes and says how many; 0 at the end.
  func read(into block: inout [UInt8]) throws(ReadFailure) -> Int {
    try stream.withLock { (stream) throws(ReadFailure) -> Int in
      do throws(StreamFault) {
        let isFirst = stream.used == 0
        let count = try stream.read(into: &block, from: packed, limits: limits)
        if isFirst, content == .table, Compression(ofContent: block[..<count]) != nil {
          throw .packedTwice
        }
        return count
      } catch {
        throw stream.failure
          ?? ReadFailure(refusal: error.refusal(of: compression, at: stream.used))
      }
    }
  }

  /// The place in the file and the state of the decoder.
  private struct Stream {
    private let decoder: any StreamDecoder
    private let compression: Compression
    private var input: [UInt8]
    private var waiting = 0..<0
    private var isAtEnd = false
    private var made = 0
    /// How many packed bytes were used.
    private(set) var used = 0
    /// Why the disk did not give the file.
    private(set) var failure: ReadFailure?

    init(_ compression: Compression) {
      self.compression = compression
      decoder = compression.decoder()
      input = Array(repeating: 0, count: 256 << 10)
    }

    mutating func read(
      into block: inout [UInt8],
      from packed: Export.Blocks,
      limits: LimitSettings,
    ) throws(StreamFault) -> Int {
      var filled = 0
      while filled < block.count {
        if waiting.isEmpty, !isAtEnd { try refill(packed) }
        if !decoder.isInsidePart {
          guard !waiting.isEmpty else { break }
          try checkPartBegins()
        }
        let step = try decoder.decode(input[waiting], into: &block, from: filled)
        if step.used == 0, step.made == 0, waiting.isEmpty, isAtEnd { throw .cutOff }
        // Neither library stands still while it has input and room; if one did, we would too.
        if step.used == 0, step.made == 0, !waiting.isEmpty { throw .damaged }
        waiting = waiting.lowerBound + step.used..<waiting.upperBound
        filled += step.made
        used += step.used
        try judge(step.made, limits)
      }
      return filled
    }

    /// A part must begin as its format does; nothing else may stand between or after parts.
    private mutating func checkPartBegins() throws(StreamFault) {
      guard decoder.finishedParts < DecodedStream.mostParts else {
        throw .tooManyParts(limit: DecodedStream.mostParts)
      }
      guard isBeginning(input[waiting]) else {
        throw decoder.finishedParts == 0 ? .otherFormat : .followedByOther
      }
    }

    /// Looks at as many bytes as are here: a part may begin with the last one of a block.
    private func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
      switch compression {
      case .gzip:
        return zip(bytes, [0x1f, 0x8b] as [UInt8]).allSatisfy(==)
      case .zstandard:
        // A frame, or one to be skipped: any of sixteen numbers.
        let isFrame = zip(bytes, [0x28, 0xb5, 0x2f, 0xfd] as [UInt8]).allSatisfy(==)
        let isSkippable =
          bytes.first.map { $0 & 0xf0 == 0x50 } == true
          && zip(bytes.dropFirst(), [0x2a, 0x4d, 0x18] as [UInt8]).allSatisfy(==)
        return isFrame || isSkippable
      }
    }

    private mutating func refill(_ packed: Export.Blocks) throws(StreamFault) {
      do throws(ReadFailure) {
        let count = try packed(&input)
        waiting = 0..<count
        isAtEnd = count == 0
      } catch {
        failure = error
        throw .cutOff
      }
    }

    private mutating func judge(_ more: Int, _ limits: LimitSettings) throws(StreamFault) {
      made += more
      guard made <= limits.expandedBytes else { throw .tooLong(limit: limits.expandedBytes) }
      guard made > DecodedStream.unjudgedBytes else { return }
      guard made / max(1, used) <= limits.ratio else { throw .grows(limit: limits.ratio) }
    }
  }
}
