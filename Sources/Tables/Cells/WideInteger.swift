/// A whole number of any length: the few operations that exact rounding needs.
struct WideInteger: Sendable {
  /// The digits to the base 2³², the lowest first, the highest never zero.
  private(set) var words: [UInt32]

  /// Makes a number of 64 bits.
  init(_ value: UInt64) {
    words = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    dropZeros()
  }

  /// Makes the number that decimal digits say, each from 0 to 9.
  init(digits: [UInt8]) {
    words = []
    var position = 0
    while position < digits.count {
      let next = min(position + 9, digits.count)
      var chunk: UInt32 = 0
      var scale: UInt32 = 1
      while position < next {
        chunk = chunk * 10 + UInt32(digits[position])
        scale *= 10
        position += 1
      }
      multiply(by: scale, adding: chunk)
    }
  }

  /// How many bits the number has; 0 has none.
  var bitWidth: Int {
    guard let last = words.last else { return 0 }
    return words.count * 32 - last.leadingZeroBitCount
  }

  /// The 64 bits from a place on; the place may lie below the lowest bit.
  func bits(at place: Int) -> UInt64 {
    let (first, offset) = (place >> 5, place & 31)
    var value: UInt64 = 0
    for step in 0..<3 where words.indices.contains(first + step) {
      value |= UInt64(words[first + step]) << (step * 32 - offset)
    }
    return value
  }

  /// Multiplies by a small number and adds another.
  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for place in words.indices {
      carry += UInt64(words[place]) * UInt64(factor)
      words[place] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }

  /// Multiplies by five, so many times.
  mutating func multiply(byFiveTo power: Int) {
    var left = power
    while left >= 13 {
      multiply(by: 1_220_703_125)
      left -= 13
    }
    for _ in 0..<left { multiply(by: 5) }
  }

  /// Divides by five and forgets the rest.
  mutating func divideByFive() {
    var rest: UInt64 = 0
    for place in words.indices.reversed() {
      let (quotient, remainder) = (rest << 32 | UInt64(words[place])).quotientAndRemainder(
        dividingBy: 5
      )
      words[place] = UInt32(truncatingIfNeeded: quotient)
      rest = remainder
    }
    dropZeros()
  }

  /// Multiplies by a power of two.
  mutating func shift(by bits: Int) {
    guard bits > 0, !words.isEmpty else { return }
    multiply(by: 1 << UInt32(bits & 31))
    words.insert(contentsOf: repeatElement(0, count: bits >> 5), at: 0)
  }

  private mutating func dropZeros() {
    while words.last == 0 { words.removeLast() }
  }
}

extension WideInteger: Comparable {
  static func < (left: WideInteger, right: WideInteger) -> Bool {
    guard left.words.count == right.words.count else {
      return left.words.count < right.words.count
    }
    for place in left.words.indices.reversed() where left.words[place] != right.words[place] {
      return left.words[place] < right.words[place]
    }
    return false
  }
}
