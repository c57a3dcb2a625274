/// Which products and categories an order holds, as a short ascending list of numbers.
///
/// A number is a fingerprint of the code as the shop wrote it; its lowest bit says product or category. Two
/// products of one customer share a number once in two thousand million pairs: good enough to count by, and the
/// same for any order of files, which numbers in order of arrival would not be.
struct ItemCodes: Hashable, Sendable {
  private(set) var codes: [UInt32] = []

  /// What one line was about.
  typealias Line = (product: UInt32?, category: UInt32?)

  static let none = ItemCodes()

  init() {}

  /// A list as it was kept; `nil` unless it is ascending.
  init?(ascending codes: [UInt32]) {
    guard zip(codes, codes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    self.codes = codes
  }

  init(_ line: Line) {
    insert(line)
  }

  var isEmpty: Bool { codes.isEmpty }

  /// The number of the product that stands in a stretch of bytes, or `nil` for an empty cell.
  @inline(__always)
  static func product(_ bytes: [UInt8], _ cell: Range<Int>) -> UInt32? {
    cell.isEmpty ? nil : UInt32(truncatingIfNeeded: Fingerprint.of(bytes, cell)) & ~1
  }

  /// The number of the category that stands in a stretch of bytes, or `nil` for an empty cell.
  @inline(__always)
  static func category(_ bytes: [UInt8], _ cell: Range<Int>) -> UInt32? {
    cell.isEmpty ? nil : UInt32(truncatingIfNeeded: Fingerprint.of(bytes, cell)) | 1
  }

  static func isProduct(_ code: UInt32) -> Bool { code & 1 == 0 }

  mutating func insert(_ code: UInt32) {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    if low < codes.count, codes[low] == code { return }
    codes.insert(code, at: low)
  }

  mutating func insert(_ line: Line) {
    if let product = line.product { insert(product) }
    if let category = line.category { insert(category) }
  }

  mutating func formUnion(_ other: ItemCodes) {
    if codes.isEmpty { codes = other.codes } else { other.codes.forEach { insert($0) } }
  }
}
