/// A file for what does not fit into memory: bytes are added at its end and read back from where they lie.
package struct Spill: Sendable {
  /// Opens a new one; it is gone when nobody holds it any more.
  package typealias Opener = @Sendable () throws(ReadFailure) -> Spill

  /// Adds bytes at the end and says where they begin.
  private let append: @Sendable ([UInt8]) throws(ReadFailure) -> Int
  /// Reads the bytes of a place.
  private let read: @Sendable (Range<Int>) throws(ReadFailure) -> [UInt8]

  package init(
    append: @escaping @Sendable ([UInt8]) throws(ReadFailure) -> Int,
    read: @escaping @Sendable (Range<Int>) throws(ReadFailure) -> [UInt8],
  ) {
    self.append = append
    self.read = read
  }

  /// Opens a new one.
  init(_ opener: Opener) throws(SegmentError) {
    do {
      self = try opener()
    } catch {
      throw .spillFailed(error)
    }
  }

  /// Takes bytes out of memory.
  func write(_ bytes: [UInt8]) throws(SegmentError) -> SpilledBytes {
    do {
      let start = try append(bytes)
      return SpilledBytes(spill: self, place: start..<start + bytes.count)
    } catch {
      throw .spillFailed(error)
    }
  }

  fileprivate func bytes(of place: Range<Int>) throws(SegmentError) -> [UInt8] {
    do {
      return try read(place)
    } catch {
      throw .spillFailed(error)
    }
  }
}

/// Bytes that lie in a spill file, which stays open as long as anybody holds them.
struct SpilledBytes: Sendable {
  fileprivate let spill: Spill
  fileprivate let place: Range<Int>

  /// How many there are.
  var count: Int { place.count }

  /// The bytes, read anew.
  func read() throws(SegmentError) -> [UInt8] {
    place.isEmpty ? [] : try spill.bytes(of: place)
  }
}
