/// A field of dots as runs of one color; a row like the one above it is only counted.
///
/// Pages are mostly paper, so there are far fewer runs than dots, and all later work is by runs.
struct DotRuns {
  /// Dots of one color that follow each other.
  struct Run: Equatable {
    /// 0xRRGGBB.
    let color: UInt32
    let length: UInt32
  }

  let width: Int
  private(set) var runs: [Run] = []
  /// Where the runs of each row that differs from the one above begin.
  private(set) var starts: [Int] = []
  /// How many rows look like each of these rows, itself included.
  private(set) var counts: [Int] = []

  init(width: Int) {
    self.width = width
  }

  /// A field of dots as 0xRRGGBB, row by row.
  init(width: Int, colors: [UInt32]) {
    self.init(width: width)
    for start in stride(from: 0, to: colors.count - width + 1, by: max(1, width)) {
      unsafe colors.withUnsafeBufferPointer { dots in
        unsafe add(UnsafeBufferPointer(rebasing: dots[start..<start + width]))
      }
    }
  }

  /// Where the runs of a row lie, counted among those that differ.
  func row(_ place: Int) -> Range<Int> {
    starts[place]..<(place + 1 < starts.count ? starts[place + 1] : runs.count)
  }

  /// Whether all dots of the last row are of one color.
  func endsPlain(in color: UInt32) -> Bool {
    guard let start = starts.last, runs.count == start + 1 else { return false }
    return runs[start].color == color
  }

  /// Counts the row above once more.
  mutating func repeatRow() {
    counts[counts.count - 1] += 1
  }

  /// Adds a row of `width` dots; the byte above the colors may hold anything.
  mutating func add(_ dots: UnsafeBufferPointer<UInt32>) {
    let first = runs.count
    var start = 0
    while start < width {
      let color = unsafe dots[start] & 0xFF_FFFF
      let end = unsafe Self.end(of: color, from: start + 1, in: dots, width: width)
      runs.append(Run(color: color, length: UInt32(end - start)))
      start = end
    }
    if let above = starts.last, runs[above..<first] == runs[first...] {
      runs.removeLast(runs.count - first)
      repeatRow()
    } else {
      starts.append(first)
      counts.append(1)
    }
  }

  /// Whether dots are the same as those `distance` dots before them, which must be memory of the same field.
  static func areEqual(_ dots: UnsafeBufferPointer<UInt32>, before distance: Int) -> Bool {
    guard let base = dots.baseAddress else { return true }
    let (here, above) = unsafe (UnsafeRawPointer(base), UnsafeRawPointer(base - distance))
    var place = 0
    while place + 8 <= dots.count {
      // Eight dots at a time, all of them inside of both rows.
      guard unsafe difference(here + place * 4, above + place * 4) == 0 else { return false }
      place += 8
    }
    while place < dots.count {
      guard unsafe base[place] == base[place - distance] else { return false }
      place += 1
    }
    return true
  }

  /// What is different between eight dots and eight others; nothing where it is 0.
  @inline(__always)
  private static func difference(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer) -> UInt64 {
    var all: UInt64 = 0
    for place in stride(from: 0, to: 32, by: 8) {
      let here = unsafe one.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let there = unsafe other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      all |= here ^ there
    }
    return all
  }

  /// The first place from `start` on where another color stands.
  private static func end(
    of color: UInt32,
    from start: Int,
    in dots: UnsafeBufferPointer<UInt32>,
    width: Int
  )
    -> Int
  {
    var end = start
    // The edges of letters have a color for each dot: no wide look before one dot is the same.
    guard end < width, unsafe dots[end] & 0xFF_FFFF == color else { return end }
    if let base = dots.baseAddress {
      // Dots are like the first as long as each is like the one before it. Eight at a time, all of them inside of
      // the row; where only the byte above the colors differs, the rest is looked at dot by dot.
      let raw = unsafe UnsafeRawPointer(base)
      while end + 8 <= width, unsafe difference(raw + end * 4, raw + end * 4 - 4) == 0 {
        end += 8
      }
    }
    while end < width, unsafe dots[end] & 0xFF_FFFF == color { end += 1 }
    return end
  }
}
