/// A spanning tree while it is being built: components, and the shortest link each has found.
struct ForestGrowth {
  let tree: KDTree
  /// The squared core distance of each tree row.
  let cores: [Double]
  /// The smallest squared core distance in each node.
  let nodeCores: [Double]
  /// Rows within the core distance of each row, `width` places a row.
  let lists: [Int32]
  let width: Int

  private(set) var edges: [SpanningTree.Edge] = []
  private(set) var componentCount: Int
  /// The component of each row, and of each node whose rows are all in one (else −1).
  private(set) var components: [Int32]
  private(set) var nodeComponents: [Int32]
  /// No row outside its component reaches a row at less than this.
  private(set) var floors: [Double]
  /// The nearest row outside as far as known, −1 for none, and how near it is.
  private var candidates: [Int32]
  private var squares: [Double]
  /// The shortest link out of each component as far as known.
  private(set) var bounds: [Double] = []
  private var links: [SpanningTree.Edge?] = []
  private var largest: Int32 = -1

  init(tree: KDTree, cores: [Double], lists: [Int32], width: Int) {
    self.tree = tree
    self.cores = cores
    self.lists = lists
    self.width = width
    nodeCores = tree.leastInNodes(of: cores)
    componentCount = cores.count
    components = (0..<Int32(cores.count)).map { $0 }
    nodeComponents = [Int32](repeating: -1, count: tree.nodes.count)
    floors = cores
    candidates = [Int32](repeating: -1, count: cores.count)
    squares = [Double](repeating: .infinity, count: cores.count)
  }

  /// Whether a component looks for its own links in this round.
  func isSearching(_ component: Int32) -> Bool { component != largest }

  /// Finds the shortest link of every component but the largest, and joins along them.
  mutating func round() {
    refreshNodes()
    bounds = [Double](repeating: .infinity, count: componentCount)
    links = [SpanningTree.Edge?](repeating: nil, count: componentCount)
    largest = largestComponent()
    offerKnown()
    search()
    join()
  }

  /// The squared length of the shortest link from each component of some rows to any other.
  static func shortestLinks(
    between components: [Int32],
    count: Int,
    in tree: KDTree,
    cores: [Double],
  ) -> [Double] {
    var growth = ForestGrowth(tree: tree, cores: cores, lists: [], width: 0)
    growth.components = components
    growth.componentCount = count
    growth.bounds = [Double](repeating: .infinity, count: count)
    growth.links = [SpanningTree.Edge?](repeating: nil, count: count)
    growth.refreshNodes()
    growth.search()
    return growth.bounds
  }

  private mutating func refreshNodes() {
    for node in tree.nodes.indices.reversed() {
      let entry = tree.nodes[node]
      if entry.isLeaf {
        let first = components[entry.rows.lowerBound]
        nodeComponents[node] = entry.rows.allSatisfy { components[$0] == first } ? first : -1
      } else {
        let left = nodeComponents[node + 1]
        nodeComponents[node] = left == nodeComponents[Int(entry.right)] ? left : -1
      }
    }
  }

  private func largestComponent() -> Int32 {
    var sizes = [Int](repeating: 0, count: componentCount)
    for component in components { sizes[Int(component)] += 1 }
    var best = 0
    for (component, size) in sizes.enumerated() where size > sizes[best] { best = component }
    return Int32(best)
  }

  /// Looks at neighbors known from earlier before searching the tree.
  private mutating func offerKnown() {
    let known = knownNeighbors()
    for row in known.indices {
      if known[row] != candidates[row] {
        candidates[row] = known[row]
        squares[row] = known[row] < 0 ? .infinity : max(cores[row], cores[Int(known[row])])
      }
      if known[row] >= 0, isSearching(components[row]) { offer(row) }
    }
  }

  private func knownNeighbors() -> [Int32] {
    Parallel.blocks(of: components.count, size: 4_096) { rows in
      rows.map { isSearching(components[$0]) ? knownNeighbor(of: $0) : candidates[$0] }
    }
  }

  /// The row outside that was found before, if it is still outside, else the densest of the list.
  private func knownNeighbor(of row: Int) -> Int32 {
    let component = components[row]
    let candidate = candidates[row]
    if candidate >= 0, components[Int(candidate)] != component { return candidate }
    var best: Int32 = -1
    var least = Double.infinity
    for place in row * width..<(row + 1) * width {
      let other = lists[place]
      let core = cores[Int(other)]
      if core < least || (core == least && other < best), components[Int(other)] != component {
        best = other
        least = core
      }
    }
    return best
  }

  private mutating func offer(_ row: Int) {
    let component = Int(components[row])
    guard squares[row] < bounds[component] else { return }
    bounds[component] = squares[row]
    links[component] = .init(a: Int32(row), b: candidates[row], square: squares[row])
  }

  /// Searches the tree leaf by leaf, in waves: what one wave finds shortens the next.
  private mutating func search() {
    let leaves = tree.leaves.count
    // Leaves far from each other come first, so that every large component is heard early.
    let step = Self.step(for: leaves)
    var done = 0
    var wave = 64
    while done < leaves {
      let start = done
      let end = min(leaves, done + wave)
      let found = linksFound(start..<end, step: step)
      for link in found.joined() {
        let row = Int(link.row)
        floors[row] = max(floors[row], link.square)
        guard link.other >= 0 else { continue }
        candidates[row] = link.other
        squares[row] = link.square
        offer(row)
      }
      done = end
      wave *= 2
    }
  }

  /// What the rows of some turns find; a turn is a leaf.
  private func linksFound(_ turns: Range<Int>, step: Int) -> [[LinkSearch.Found]] {
    let size = Self.leavesAtOnce
    return Parallel.map((turns.count + size - 1) / size) { block in
      var search = LinkSearch(self)
      let first = turns.lowerBound + block * size
      for turn in first..<min(turns.upperBound, first + size) {
        search.visit(tree.leaves[turn * step % tree.leaves.count])
      }
      return search.found
    }
  }

  private static let leavesAtOnce = 8

  /// A step that visits every leaf once before it returns to the first.
  private static func step(for leaves: Int) -> Int {
    var step = max(1, Int(Double(leaves) * 0.618_034))
    while Self.commonDivisor(step, leaves) != 1 { step += 1 }
    return step
  }

  private static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : commonDivisor(b, a % b)
  }

  /// Joins along the links found and numbers the components anew.
  private mutating func join() {
    var sets = DisjointSets(count: componentCount)
    for case .some(let link) in links
    where sets.unite(Int(components[Int(link.a)]), Int(components[Int(link.b)])) {
      edges.append(link)
    }
    let numbers = sets.numbers()
    for row in components.indices { components[row] = numbers.ofEach[Int(components[row])] }
    componentCount = numbers.count
  }
}
