import Glibc
import Segments
import Synchronization

/// A file without a name that holds what does not fit into memory; the system removes it when nobody holds it.
///
/// A class, because the descriptor must be closed exactly once.
final class SpillFile: Sendable {
  private let file: OpenFile
  private let end = Mutex(0)

  /// Opens one in a folder; however the program ends, nothing is left of it.
  init(in folder: Folder) throws {
    file = try folder.createNameless()
  }

  /// Opens spill files in a folder.
  static func opener(in folder: Folder) -> Spill.Opener {
    { () throws(ReadFailure) in
      do {
        let spilled = try SpillFile(in: folder)
        return Spill(
          append: { bytes throws(ReadFailure) in try spilled.append(bytes) },
          read: { place throws(ReadFailure) in try spilled.read(place) },
        )
      } catch {
        throw failure(error)
      }
    }
  }

  /// Opens spill files in the folder for temporary files.
  static var temporary: Spill.Opener {
    { () throws(ReadFailure) in
      do {
        let path = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
        return try opener(in: Folder(at: path.isEmpty ? "/tmp" : path))()
      } catch {
        throw failure(error)
      }
    }
  }

  private func append(_ bytes: [UInt8]) throws(ReadFailure) -> Int {
    do {
      return try end.withLock { end in
        try file.write(bytes, at: end)
        defer { end += bytes.count }
        return end
      }
    } catch {
      throw Self.failure(error)
    }
  }

  private func read(_ place: Range<Int>) throws(ReadFailure) -> [UInt8] {
    do {
      return try file.bytes(place)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: any Error) -> ReadFailure {
    guard let error = error as? FileFailure else {
      return error as? ReadFailure ?? ReadFailure(code: -1, words: "unknown")
    }
    return ReadFailure(code: error.code, words: error.cause)
  }
}
