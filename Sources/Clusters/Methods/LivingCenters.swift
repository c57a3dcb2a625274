import CKernels

/// The clusters that Ward's method has so far, found by where their centers are.
///
/// A balanced tree of boxes over leaves of eight slots (layout: `Ward.h`). A node knows the box of
/// its centers and its smallest size, and thereby how cheap a merge with any of them can be at
/// best. A merged cluster stays in the slot of its larger half, and the boxes above are refreshed.
struct LivingCenters: Sendable {
  let columnCount: Int
  private(set) var livingCount: Int
  private let leafCount: Int
  private var boxes: [Double]
  private var slots: [Double]
  private var ids: [Int32]
  /// The place of each cluster; −1 for those that are gone.
  private var places: [Int32]

  /// Puts clusters into a tree, in the order given, which keeps neighbors together.
  init(_ order: [Int32], centers: [[Double]], sizes: [Double]) {
    columnCount = centers.count
    livingCount = order.count
    var leafCount = 1
    while leafCount * 8 < order.count { leafCount *= 2 }
    self.leafCount = leafCount
    boxes = [Double](repeating: 0, count: 2 * leafCount * (2 * centers.count + 1))
    slots = [Double](
      repeating: .infinity,
      count: leafCount * 8 * (centers.count + 1)
    )
    ids = [Int32](repeating: -1, count: leafCount * 8)
    places = [Int32](repeating: -1, count: sizes.count)
    for leaf in 0..<leafCount {
      let start = order.count * leaf / leafCount
      let end = order.count * (leaf + 1) / leafCount
      for lane in 0..<8 {
        let base = leaf * 8 * (columnCount + 1) + lane
        guard start + lane < end else {
          slots[base + columnCount * 8] = 1
          continue
        }
        let id = Int(order[start + lane])
        for column in 0..<columnCount { slots[base + column * 8] = centers[column][id] }
        slots[base + columnCount * 8] = sizes[id]
        ids[leaf * 8 + lane] = Int32(id)
        places[id] = Int32(leaf * 8 + lane)
      }
      refreshLeaf(leaf)
    }
    for node in stride(from: leafCount - 1, to: 0, by: -1) { _ = refreshNode(node) }
  }

  /// The living clusters, as they stand in space.
  var living: [Int32] { ids.filter { $0 >= 0 } }

  /// The place of a living cluster.
  func place(of id: Int32) -> Int32 { places[Int(id)] }

  /// How many rows a living cluster has.
  func size(of id: Int32) -> Double { slots[base(of: id) + columnCount * 8] }

  /// One coordinate of the center of a living cluster.
  func center(of id: Int32, _ column: Int) -> Double { slots[base(of: id) + column * 8] }

  /// The same clusters in a tree without the gaps of those that are gone.
  func compacted() -> Self {
    let living = living
    var centers = [[Double]](
      repeating: [Double](repeating: 0, count: places.count),
      count: columnCount
    )
    var sizes = [Double](repeating: 0, count: places.count)
    for id in living {
      for column in 0..<columnCount { centers[column][Int(id)] = center(of: id, column) }
      sizes[Int(id)] = size(of: id)
    }
    return Self(living, centers: centers, sizes: sizes)
  }

  /// The cheapest partner of the cluster in each place; ties go to the lowest id.
  func partners(of places: [Int32]) -> [WardPartner] {
    Parallel.blocks(of: places.count, size: 512) { block in
      var found = [Int32](repeating: -1, count: block.count)
      var costs = [Double](repeating: 0, count: block.count)
      unsafe kernel_ward_nearest(
        boxes,
        slots,
        ids,
        columnCount,
        leafCount,
        places,
        block.lowerBound,
        block.count,
        &found,
        &costs
      )
      return zip(found, costs).map(WardPartner.init)
    }
  }

  /// Joins two clusters; the one with the lower id goes on, the other is gone.
  mutating func merge(_ a: Int32, _ b: Int32) {
    let (sizeA, sizeB) = (size(of: a), size(of: b))
    let (keptPlace, freePlace) =
      sizeA >= sizeB ? (place(of: a), place(of: b)) : (place(of: b), place(of: a))
    let kept = base(at: keptPlace)
    let free = base(at: freePlace)
    let (keptSize, freeSize) = (max(sizeA, sizeB), min(sizeA, sizeB))
    let share = freeSize / (keptSize + freeSize)
    for column in 0..<columnCount {
      // As a step from the larger center: far from zero a sum would lose more digits.
      let center = slots[kept + column * 8]
      slots[kept + column * 8] = center + (slots[free + column * 8] - center) * share
      slots[free + column * 8] = .infinity
    }
    slots[kept + columnCount * 8] = keptSize + freeSize
    slots[free + columnCount * 8] = 1
    ids[Int(keptPlace)] = min(a, b)
    ids[Int(freePlace)] = -1
    places[Int(max(a, b))] = -1
    places[Int(min(a, b))] = keptPlace
    livingCount -= 1
    refresh(from: Int(keptPlace) / 8)
    if keptPlace / 8 != freePlace / 8 { refresh(from: Int(freePlace) / 8) }
  }

  private func base(of id: Int32) -> Int { base(at: places[Int(id)]) }

  private func base(at place: Int32) -> Int {
    Int(place) / 8 * 8 * (columnCount + 1) + Int(place) % 8
  }

  private mutating func refresh(from leaf: Int) {
    refreshLeaf(leaf)
    var node = (leafCount + leaf) / 2
    while node > 0, refreshNode(node) { node /= 2 }
  }

  private mutating func refreshLeaf(_ leaf: Int) {
    let box = (leafCount + leaf) * (2 * columnCount + 1)
    let slot = leaf * 8 * (columnCount + 1)
    for column in 0..<columnCount {
      var low = Double.infinity
      var high = -Double.infinity
      for lane in 0..<8 where ids[leaf * 8 + lane] >= 0 {
        let value = slots[slot + column * 8 + lane]
        low = value < low ? value : low
        high = value > high ? value : high
      }
      boxes[box + 2 * column] = low
      boxes[box + 2 * column + 1] = high
    }
    var least = 0x1p60
    for lane in 0..<8 where ids[leaf * 8 + lane] >= 0 {
      least = min(least, slots[slot + columnCount * 8 + lane])
    }
    boxes[box + 2 * columnCount] = least
  }

  /// Makes a node's box that of its children; answers whether it changed.
  private mutating func refreshNode(_ node: Int) -> Bool {
    let width = 2 * columnCount + 1
    let left = 2 * node * width
    var changed = false
    for at in 0..<width {
      let (x, y) = (boxes[left + at], boxes[left + width + at])
      let isHigh = at % 2 == 1
      let value = isHigh ? (x > y ? x : y) : (x < y ? x : y)
      if boxes[node * width + at] != value {
        boxes[node * width + at] = value
        changed = true
      }
    }
    return changed
  }
}

/// The cluster that is cheapest to join with, and what joining costs.
struct WardPartner: Sendable {
  var id: Int32
  /// By how much the sum of squared distances to the centers would grow.
  var cost: Double
}
