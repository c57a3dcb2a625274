/// Sorting of many numbers by their digits, in time that grows with their count only.
enum Radix {
  /// A whole number that sorts as the finite double does.
  static func key(of value: Double) -> UInt64 {
    let bits = value.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The places of the values from the smallest to the largest; equal values keep their order.
  ///
  /// Cost: six passes of eleven bits, less those in which all keys agree.
  static func order(of values: [Double]) -> [Int32] {
    var keys = values.map(key)
    var places = (0..<Int32(values.count)).map { $0 }
    sort(&keys, carrying: &places)
    return places
  }

  /// The values from the smallest to the largest.
  static func sorted(_ values: [Double]) -> [Double] {
    order(of: values).map { values[Int($0)] }
  }

  /// Sorts the keys and moves the places with them.
  static func sort(_ keys: inout [UInt64], carrying places: inout [Int32]) {
    let count = keys.count
    guard count > 1 else { return }
    let bits = 11
    let buckets = 1 << bits
    var otherKeys = [UInt64](repeating: 0, count: count)
    var otherPlaces = [Int32](repeating: 0, count: count)
    for shift in stride(from: 0, to: 64, by: bits) {
      var starts = [Int](repeating: 0, count: buckets)
      for key in keys { starts[Int(truncatingIfNeeded: key >> UInt64(shift)) & (buckets - 1)] += 1 }
      let firstDigit = Int(truncatingIfNeeded: keys[0] >> UInt64(shift)) & (buckets - 1)
      if starts[firstDigit] == count { continue }
      var total = 0
      for bucket in 0..<buckets {
        let size = starts[bucket]
        starts[bucket] = total
        total += size
      }
      for index in 0..<count {
        let digit = Int(truncatingIfNeeded: keys[index] >> UInt64(shift)) & (buckets - 1)
        let place = starts[digit]
        starts[digit] = place + 1
        otherKeys[place] = keys[index]
        otherPlaces[place] = places[index]
      }
      swap(&keys, &otherKeys)
      swap(&places, &otherPlaces)
    }
  }
}
