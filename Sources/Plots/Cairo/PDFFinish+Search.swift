extension [UInt8] {
  /// Where the last occurrence of a text begins.
  func lastRange(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count, let first = wanted.first else { return nil }
    var index = count - wanted.count
    while index >= 0 {
      if self[index] == first, self[index..<(index + wanted.count)].elementsEqual(wanted) {
        return index
      }
      index -= 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Where the first occurrence of a text begins.
  func firstRange(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    return indices.first { index in
      index + wanted.count <= endIndex && self[index..<(index + wanted.count)].elementsEqual(wanted)
    }
  }
}

extension String {
  /// Where the last occurrence of a text begins.
  func range(ofLast text: String) -> Index? {
    indices.last { self[$0...].hasPrefix(text) }
  }

  /// Where the last occurrence of a text ends.
  func range(endOfLast text: String) -> Index? {
    range(ofLast: text).flatMap { index($0, offsetBy: text.count, limitedBy: endIndex) }
  }
}
