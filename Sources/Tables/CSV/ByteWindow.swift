/// The stretch of a file that is in memory: what was read and not yet used.
///
/// Bytes that were used are overwritten, so its size does not grow with the file, only with the
/// longest record. After the stretch stand 64 spare bytes for the scanner.
struct ByteWindow: Sendable {
  private var source: any ByteSource
  private var block: [UInt8]
  private var decoder: TextDecoder?
  private var head: [UInt8] = []
  /// What was fetched beyond the stretch, with a gap before it; also memory to be used again.
  private var ahead: [UInt8] = []
  /// Where what was fetched ends; at the gap if nothing was.
  private var aheadEnd: Int
  /// So much of a stretch can be left over without being copied together with the next one.
  private let gapBytes: Int
  private var isSourceAtEnd = false
  /// The text, UTF-8 or Windows-1252, then the spare bytes.
  private(set) var bytes: [UInt8] = []
  /// The first byte that was not used yet.
  private(set) var start = 0
  /// The byte after the last one.
  private(set) var end = 0
  /// Whether nothing comes after `end`.
  var isAtEnd: Bool { isSourceAtEnd && aheadEnd == gapBytes }
  /// How many bytes were used in all.
  private(set) var used = 0

  /// How many characters could not be decoded on the way in.
  var undecodable: Int { decoder?.undecodable ?? 0 }

  /// Makes a window that has read nothing.
  init(_ source: any ByteSource, blockBytes: Int) {
    self.source = source
    block = Array(repeating: 0, count: max(1, blockBytes))
    gapBytes = min(block.count, 1 << 16)
    aheadEnd = gapBytes
    bytes = Array(repeating: 0, count: ByteKernels.blockBytes)
  }

  /// Reads the first `count` bytes of the file as they are, fewer if it has no more.
  mutating func readHead(_ count: Int) throws(TableError) -> (bytes: [UInt8], isWhole: Bool) {
    // One byte more than is asked for: it tells whether there is more.
    while head.count <= count, !isSourceAtEnd {
      let read = try source.read(into: &block)
      isSourceAtEnd = read == 0
      head += block[..<read]
    }
    return head.count <= count ? (head, true) : (Array(head[..<count]), false)
  }

  /// Begins the text with what `readHead` has read.
  mutating func begin(_ dialect: CSVDialect) throws(TableError) {
    decoder = try TextDecoder(dialect.encoding)
    let markBytes = dialect.hasBOM ? dialect.encoding.markBytes : 0
    beginAhead()
    add(head[min(markBytes, head.count)...])
    head = []
    endAhead()
    takeFetched()
  }

  /// Marks the bytes before `position` as used.
  mutating func use(upTo position: Int) {
    used += position - start
    start = position
  }

  /// Reads on: at least one byte more, or `isAtEnd` is true.
  ///
  /// - Parameter blocks: About how many blocks more the window is to hold.
  mutating func fill(blocks: Int = 1) throws(TableError) {
    // As much again as is waiting: a long record is scanned from its start each time it has grown.
    try fetch(bytes: max(end - start, block.count * blocks))
    takeFetched()
  }

  /// Reads on without touching the stretch in hand, which others may look at.
  mutating func fetch(blocks: Int) throws(TableError) {
    try fetch(bytes: block.count * blocks)
  }

  /// Puts what was fetched behind what is left of the stretch.
  mutating func takeFetched() {
    let left = end - start
    let isInGap = left <= gapBytes && aheadEnd > gapBytes
    if isInGap {
      ahead.replaceSubrange(gapBytes - left..<gapBytes, with: bytes[start..<end])
      swap(&bytes, &ahead)
      (start, end) = (gapBytes - left, aheadEnd)
    } else if aheadEnd > gapBytes {
      var joined: [UInt8] = []
      joined.reserveCapacity(left + ahead.count - gapBytes)
      joined += bytes[start..<end]
      joined += ahead[gapBytes...]
      bytes = joined
      (start, end) = (0, left + aheadEnd - gapBytes)
    }
    aheadEnd = gapBytes
  }

  /// Forgets the text, so that who holds a copy of the window can change it without copying.
  mutating func release() {
    bytes = []
    ahead = []
    block = []
  }

  private mutating func fetch(bytes count: Int) throws(TableError) {
    guard !isSourceAtEnd else { return }
    precondition(aheadEnd == gapBytes, "What was fetched is taken before more is fetched.")
    beginAhead()
    ahead.reserveCapacity(gapBytes + count + block.count + ByteKernels.blockBytes)
    while ahead.count < gapBytes + count, !isSourceAtEnd {
      let read = try source.read(into: &block)
      isSourceAtEnd = read == 0
      add(block[..<read])
    }
    endAhead()
  }

  private mutating func beginAhead() {
    // What stands in the gap does not matter.
    if ahead.count > gapBytes {
      ahead.removeSubrange(gapBytes...)
    } else {
      ahead.append(contentsOf: repeatElement(0, count: gapBytes - ahead.count))
    }
  }

  private mutating func add(_ read: ArraySlice<UInt8>) {
    if decoder == nil {
      ahead += read
    } else {
      decoder?.decode(read, into: &ahead)
    }
  }

  private mutating func endAhead() {
    if isSourceAtEnd { decoder?.finish(into: &ahead) }
    aheadEnd = ahead.count
    ahead.append(contentsOf: repeatElement(0, count: ByteKernels.blockBytes))
  }
}
