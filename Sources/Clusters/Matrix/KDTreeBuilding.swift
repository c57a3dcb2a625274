/// A search tree, or a part of one, while it is being built.
struct KDTreeBuilding: Sendable {
  /// Parts of at most this many rows are built in one go; fixed, so that cores do not show.
  private static let partSize = 8_192

  private let columns: [[Double]]
  /// The row before the first of this part.
  private let start: Int
  private(set) var positions: [Int32]
  /// Rows are counted from the beginning of the whole tree, children from that of this part.
  private(set) var nodes: [KDTree.Node] = []
  private(set) var boxes: [Double] = []
  /// Value and place of the rows that are being halved, in one number: equal values are told apart
  /// by their place, so the halves do not depend on chance.
  private var keys: [UInt128] = []

  /// Builds the whole tree of some columns.
  init(columns: [[Double]]) {
    self.init(
      columns: columns,
      positions: (0..<Int32(columns.first?.count ?? 0)).map { $0 },
      start: 0
    )
  }

  private init(columns: [[Double]], positions: [Int32], start: Int) {
    self.columns = columns
    self.positions = positions
    self.start = start
    if positions.count > Self.partSize {
      splitAtOnce()
    } else if !positions.isEmpty {
      split(0..<positions.count)
    }
  }

  /// Adds the first node and lets both halves be built at the same time.
  private mutating func splitAtOnce() {
    let middle = addNode(0..<positions.count)
    let (columns, start) = (columns, start)
    let ranges = [0..<middle, middle..<positions.count]
    let rows = ranges.map { Array(positions[$0]) }
    let halves = Parallel.map(2) { half in
      Self(columns: columns, positions: rows[half], start: start + ranges[half].lowerBound)
    }
    nodes[0].right = Int32(1 + halves[0].nodes.count)
    positions.removeAll(keepingCapacity: true)
    for half in halves {
      let offset = Int32(nodes.count)
      for var node in half.nodes {
        if !node.isLeaf { node.right += offset }
        nodes.append(node)
      }
      boxes += half.boxes
      positions += half.positions
    }
  }

  /// Adds the node of a range of rows and everything below it.
  private mutating func split(_ rows: Range<Int>) {
    guard rows.count > KDTree.leafSize else {
      _ = addBox(rows)
      nodes.append(node(of: rows))
      positions[rows].sort()
      return
    }
    let node = nodes.count
    let middle = addNode(rows)
    split(rows.lowerBound..<middle)
    nodes[node].right = Int32(nodes.count)
    split(middle..<rows.upperBound)
  }

  private func node(of rows: Range<Int>) -> KDTree.Node {
    .init(start: Int32(start + rows.lowerBound), end: Int32(start + rows.upperBound), right: 0)
  }

  /// Adds a node, puts the lower half of its rows in front and answers where the other begins.
  private mutating func addNode(_ rows: Range<Int>) -> Int {
    nodes.append(node(of: rows))
    let values = columns[addBox(rows)]
    keys.removeAll(keepingCapacity: true)
    for row in rows {
      let position = positions[row]
      let value = Radix.key(of: values[Int(position)])
      keys.append(UInt128(value) << 32 | UInt128(UInt32(bitPattern: position)))
    }
    let half = rows.count / 2
    select(half)
    for (row, key) in zip(rows, keys) { positions[row] = Int32(truncatingIfNeeded: key) }
    return rows.lowerBound + half
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
      if rounds > 64 { return keys[low...high].sort() }
      var span = keys.mutableSpan
      let place = Self.part(&span, low, high)
      if place == count { return }
      if count < place { high = place - 1 } else { low = place + 1 }
    }
  }

  /// Puts smaller keys before a middling one and larger behind it; answers its place.
  private static func part(_ keys: inout MutableSpan<UInt128>, _ low: Int, _ high: Int) -> Int {
    let middle = (low + high) / 2
    let (a, b, c) = (keys[low], keys[middle], keys[high])
    let pivot = max(min(a, b), min(max(a, b), c))
    keys.swapAt(pivot == a ? low : pivot == b ? middle : high, high)
    var place = low
    for at in low..<high {
      let key = keys[at]
      keys[at] = keys[place]
      keys[place] = key
      // Counted, not branched: half of all branches would be guessed wrong.
      place += key < pivot ? 1 : 0
    }
    keys.swapAt(place, high)
    return place
  }
}
