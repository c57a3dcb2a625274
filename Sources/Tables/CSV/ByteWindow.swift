/// The stretch of a file that is in memory: what was read and not yet used.
///
/// Bytes that were used are overwritten, so its size does not grow with the file, only with the
/// longest record. After the stretch stand 64 spare bytes for the scanner.
struct ByteWindow: Sendable {
  private var source: any ByteSource
  private var block: [UInt8]
  private var decoder: TextDecoder?
  private var head: [UInt8] = []
  /// The memory of the stretch before, to be used again when nobody looks at it any more.
  private var spare: [UInt8] = []
  /// The text, UTF-8 or Windows-1252, then the spare bytes.
  private(set) var bytes: [UInt8] = []
  /// The first byte that was not used yet.
  private(set) var start = 0
  /// The byte after the last one.
  private(set) var end = 0
  /// Whether nothing comes after `end`.
  private(set) var isAtEnd = false
  /// How many bytes were used in all.
  private(set) var used = 0

  /// How many characters could not be decoded on the way in.
  var undecodable: Int { decoder?.undecodable ?? 0 }

  /// Makes a window that has read nothing.
  init(_ source: any ByteSource, blockBytes: Int) {
    self.source = source
    block = Array(repeating: 0, count: max(1, blockBytes))
    pad()
  }

  /// Reads the first `count` bytes of the file as they are, fewer if it has no more.
  mutating func readHead(_ count: Int) throws(TableError) -> (bytes: [UInt8], isWhole: Bool) {
    // One byte more than is asked for: it tells whether there is more.
    while head.count <= count, !isAtEnd {
      let read = try source.read(into: &block)
      isAtEnd = read == 0
      head += block[..<read]
    }
    return head.count <= count ? (head, true) : (Array(head[..<count]), false)
  }

  /// Begins the text with what `readHead` has read.
  mutating func begin(_ dialect: CSVDialect) throws(TableError) {
    decoder = try TextDecoder(dialect.encoding)
    let markBytes = dialect.hasBOM ? dialect.encoding.markBytes : 0
    add(head[min(markBytes, head.count)...])
    head = []
    if isAtEnd { finish() }
  }

  /// Marks the bytes before `position` as used.
  mutating func use(upTo position: Int) {
    used += position - start
    start = position
  }

  /// Reads on: at least one byte more, or `isAtEnd` is true.
  ///
  /// - Parameter blocks: About how many blocks the window is to hold.
  mutating func fill(blocks: Int = 1) throws(TableError) {
    // The old stretch may still be looked at: what is left of it moves to other memory.
    swap(&bytes, &spare)
    bytes.removeAll(keepingCapacity: true)
    bytes += spare[start..<end]
    end -= start
    start = 0
    // As much again as is waiting: a long record is scanned from its start each time it has grown.
    let goal = max(end * 2, block.count * blocks)
    while end < goal, !isAtEnd {
      let read = try source.read(into: &block)
      isAtEnd = read == 0
      add(block[..<read])
      if isAtEnd { finish() }
    }
  }

  /// Forgets the text, so that who holds a copy of the window holds the only one.
  mutating func release() {
    bytes = []
    spare = []
    block = []
  }

  private mutating func add(_ read: ArraySlice<UInt8>) {
    bytes.removeSubrange(end...)
    if decoder == nil {
      bytes += read
    } else {
      decoder?.decode(read, into: &bytes)
    }
    end = bytes.count
    pad()
  }

  private mutating func finish() {
    bytes.removeSubrange(end...)
    decoder?.finish(into: &bytes)
    end = bytes.count
    pad()
  }

  private mutating func pad() {
    bytes.append(contentsOf: repeatElement(0, count: ByteKernels.blockBytes))
  }
}
