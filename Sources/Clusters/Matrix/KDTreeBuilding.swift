/// A search tree while it is being built.
struct KDTreeBuilding {
  let columns: [[Double]]
  var positions: [Int32]
  var nodes: [KDTree.Node] = []
  var boxes: [Double] = []
  private var keys: [Key] = []

  private struct Key {
    var value: Double
    var position: Int32

    /// Equal values are told apart by their place, so the halves do not depend on chance.
    static func < (a: Key, b: Key) -> Bool {
      a.value < b.value || (a.value == b.value && a.position < b.position)
    }
  }

  init(columns: [[Double]]) {
    self.columns = columns
    positions = (0..<Int32(columns.first?.count ?? 0)).map { $0 }
  }

  /// Adds the node of a range of rows and everything below it.
  mutating func split(_ rows: Range<Int>) {
    let node = nodes.count
    nodes.append(.init(start: Int32(rows.lowerBound), end: Int32(rows.upperBound), right: 0))
    let widest = addBox(rows)
    guard rows.count > KDTree.leafSize else {
      positions[rows].sort()
      return
    }
    let middle = rows.lowerBound + rows.count / 2
    let values = columns[widest]
    keys.removeAll(keepingCapacity: true)
    for row in rows {
      keys.append(Key(value: values[Int(positions[row])], position: positions[row]))
    }
    select(middle - rows.lowerBound)
    for (offset, key) in keys.enumerated() { positions[rows.lowerBound + offset] = key.position }
    split(rows.lowerBound..<middle)
    nodes[node].right = Int32(nodes.count)
    split(middle..<rows.upperBound)
  }

  /// Adds the box of a range of rows and answers its widest column.
  private mutating func addBox(_ rows: Range<Int>) -> Int {
    var widest = 0
    var width = -1.0
    for (column, values) in columns.enumerated() {
      var low = Double.infinity
      var high = -Double.infinity
      for row in rows {
        let value = values[Int(positions[row])]
        low = value < low ? value : low
        high = value > high ? value : high
      }
      boxes.append(low)
      boxes.append(high)
      if high - low > width {
        width = high - low
        widest = column
      }
    }
    return widest
  }

  /// Puts the smallest `count` keys in front, in any order.
  private mutating func select(_ count: Int) {
    var low = 0
    var high = keys.count - 1
    var rounds = 0
    while low < high {
      rounds += 1
      // Bad luck with every pivot would cost the square: sort what is left instead.
      if rounds > 64 {
        keys[low...high].sort { $0 < $1 }
        return
      }
      let pivot = median(keys[low], keys[(low + high) / 2], keys[high])
      var left = low
      var right = high
      while left <= right {
        while keys[left] < pivot { left += 1 }
        while pivot < keys[right] { right -= 1 }
        if left <= right {
          keys.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count <= right {
        high = right
      } else if count >= left {
        low = left
      } else {
        return
      }
    }
  }

  private func median(_ a: Key, _ b: Key, _ c: Key) -> Key {
    if a < b {
      return b < c ? b : (a < c ? c : a)
    }
    return a < c ? a : (b < c ? c : b)
  }
}
