import Testing

@testable import Clusters

@Suite("A matrix")
struct MatrixTests {
  @Test("keeps its columns and reads rows across them")
  func keepsColumns() throws {
    let matrix = try Matrix(columns: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.columns == [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.row(1) == [2, 5])
    #expect(matrix.rowCount == 3)
    #expect(matrix.columnCount == 2)
  }

  @Test("refuses what cannot be clustered, and says where it is")
  func refuses() {
    #expect(throws: ClusterError.noColumns) { try Matrix(columns: []) }
    #expect(throws: ClusterError.unevenColumns(column: 1, expected: 2, found: 1)) {
      try Matrix(columns: [[1, 2], [3]])
    }
    #expect(throws: ClusterError.valueTooLarge(row: 0, column: 0)) {
      try Matrix(columns: [[1e200]])
    }
  }

  @Test("makes minus zero zero, so that equal rows are equal bit for bit")
  func minusZero() throws {
    #expect(try Matrix(columns: [[-0.0]]).column(0)[0].sign == .plus)
  }

  @Test("is put in the order of its values, first column first")
  func order() {
    let columns = Worlds.lattice(rows: 5_000, columns: 3, sides: 6, seed: 9)
    let order = RowOrder.lexicographic(columns).map { Int($0) }
    let sorted = Worlds.rows(Worlds.rows(of: columns, in: order))
    #expect(sorted == sorted.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(Set(order).count == 5_000)
  }

  @Test("sorts negative, tiny and huge numbers by radix as Swift sorts them")
  func radix() {
    var chance = SeededGenerator(seed: 4)
    let values = (0..<3_000).map { _ in
      (chance.nextUnit() - 0.5)
        * Double(sign: .plus, exponent: Int(chance.next() % 600) - 300, significand: 1)
    }
    #expect(Radix.sorted(values) == values.sorted())
  }

  @Test("counts distinct rows")
  func distinct() throws {
    let matrix = try Matrix(columns: [[1, 1, 2, 1], [3, 3, 3, 4]])
    #expect(OrderedMatrix(matrix).distinctRowCount == 3)
    #expect(OrderedMatrix(try Matrix(columns: [[]])).distinctRowCount == 0)
  }

  @Test("has a tree whose boxes hold exactly their rows")
  func tree() throws {
    let matrix = OrderedMatrix(
      try Matrix(columns: Worlds.blobs(rows: 777, columns: 4, groups: 3, spread: 0.1, seed: 5))
    )
    let tree = matrix.tree
    #expect(tree.positions.sorted() == (0..<777).map { $0 })
    for (node, entry) in tree.nodes.enumerated() {
      for column in 0..<4 {
        let values = entry.rows.map { tree.points.value($0, column) }
        #expect(values.min() == tree.boxes[(node * 4 + column) * 2])
        #expect(values.max() == tree.boxes[(node * 4 + column) * 2 + 1])
      }
      if entry.isLeaf { #expect(entry.rows.count <= KDTree.leafSize) }
    }
    #expect(tree.leaves.flatMap { tree.nodes[$0].rows } == Array(0..<777))
  }
}
