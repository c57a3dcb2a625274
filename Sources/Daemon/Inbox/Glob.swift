/// A pattern of file names: `*` stands for any bytes, `?` for one; capitals do not matter.
struct Glob {
  private let pattern: [UInt8]

  init(_ pattern: String) {
    self.pattern = pattern.utf8.map(DatasetNaming.lowercased)
  }

  /// Does the whole name fit? Takes time in proportion to name × pattern at worst.
  func matches(_ name: FileName) -> Bool {
    let name = name.bytes.map(DatasetNaming.lowercased)
    var n = 0
    var p = 0
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] || pattern[p] == UInt8(ascii: "?") {
        n += 1
        p += 1
      } else if let last = star {
        // The last star takes one byte more, and the rest is tried again.
        star = (last.pattern, last.name + 1)
        n = last.name + 1
        p = last.pattern + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
