import Synchronization
import Tables

/// The bytes of an export, as the reader of tables wants them.
///
/// Remembers why reading failed, so that a failing disk is not mistaken for a bad file.
struct ExportSource: ByteSource {
  private let blocks: Export.Blocks
  let failure = FailureNote()
  private var offset = 0

  init(_ export: Export) throws(SegmentError) {
    do {
      blocks = try export.open()
    } catch {
      throw error.error
    }
  }

  mutating func read(into block: inout [UInt8]) throws(TableError) -> Int {
    do {
      let count = try blocks(&block)
      offset += count
      return count
    } catch {
      failure.note(error)
      throw .sourceFailed(error.words, at: offset)
    }
  }
}

extension Export {
  /// Opens the file as a table, written as it shows or as the owner said.
  func table(_ choice: ReadingChoice) throws(SegmentError) -> OpenTable {
    let source = try ExportSource(self)
    let pins = choice.dialect?.pins ?? DialectPins()
    do {
      let reader = try CSVReader(source: source, limits: limits.csv, pins: pins)
      return OpenTable(reader: reader, failure: source.failure)
    } catch {
      throw source.failure.explain(error)
    }
  }
}

/// A table that is being read, with what to say when its disk fails.
struct OpenTable {
  var reader: CSVReader
  let failure: FailureNote
}

/// A place for the first read failure.
///
/// A class, because the reader owns a copy of its source.
final class FailureNote: Sendable {
  private let first = Mutex<ReadFailure?>(nil)

  func note(_ failure: ReadFailure) {
    first.withLock { $0 = $0 ?? failure }
  }

  /// What the reader threw, or rather what was behind it.
  func explain(_ error: TableError) -> SegmentError {
    first.withLock { $0 }.map(\.error) ?? .table(error)
  }
}

/// Hands out the bytes of an array in blocks.
///
/// A class, because the closure that reads is shared.
final class BytesCursor: Sendable {
  private let bytes: [UInt8]
  private let next = Mutex(0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func read(into block: inout [UInt8]) -> Int {
    next.withLock { start in
      let count = min(block.count, bytes.count - start)
      block.replaceSubrange(0..<count, with: bytes[start..<start + count])
      start += count
      return count
    }
  }
}
