import RealModule
import Testing

@testable import Clusters

@Suite("Scaling")
struct ScalingTests {
  static let column: [Double] = [1, 2, 4, 4, 9]

  private func scaled(_ method: ScalingMethod, _ values: [Double] = column) throws -> [Double] {
    let matrix = try Matrix(columns: [values])
    return try Scaling.fit(matrix, method).apply(to: matrix).column(0)
  }

  @Test("gives the values worked out by hand")
  func byHand() throws {
    #expect(try scaled(.none) == Self.column)
    #expect(try scaled(.minMax) == [0, 0.125, 0.375, 0.375, 1])
    #expect(try scaled(.maxAbs, [-8, 2, 4]) == [-1, 0.25, 0.5])
    // Median 4, quartiles 2 and 4.
    #expect(try scaled(.robust) == [-1.5, -1, 0, 0, 2.5])
    // Mean 4, variance (9 + 4 + 0 + 0 + 25) / 5 = 7.6.
    let deviation = 7.6.squareRoot()
    #expect(
      zip(try scaled(.standard), Self.column).allSatisfy {
        near($0, ($1 - 4) / deviation, within: 1e-12)
      }
    )
    let logs = Self.column.map { Double.log(onePlus: $0) }
    let standardized = try scaled(.standard, logs)
    #expect(zip(try scaled(.log), standardized).allSatisfy { near($0, $1, within: 1e-12) })
  }

  @Test("can be undone", arguments: ScalingMethod.allCases.filter(\.isReversible))
  func undo(method: ScalingMethod) throws {
    let matrix = try Matrix(columns: [[-3, 0, 5.5, 1_000], [7, 7, 7, 7]])
    let scaling = try Scaling.fit(matrix, method)
    let back = scaling.undo(scaling.apply(to: matrix))
    for (column, original) in zip(back.columns, matrix.columns) {
      #expect(zip(column, original).allSatisfy { near($0, $1, within: 1e-9) })
    }
  }

  @Test("leaves a constant column its width", arguments: ScalingMethod.allCases)
  func constant(method: ScalingMethod) throws {
    let matrix = try Matrix(columns: [[0.1, 0.1, 0.1]])
    let scaling = try Scaling.fit(matrix, method)
    if method != .maxAbs { #expect(scaling.scales == [1]) }
    let scaled = scaling.apply(to: matrix).column(0)
    #expect(scaled.allSatisfy { $0.isFinite })
    #expect(throws: ClusterError.noRows) { try Scaling.fit(Matrix(columns: [[]]), method) }
  }

  @Test("does not depend on the order of rows, to the last bit", arguments: ScalingMethod.allCases)
  func rowOrder(method: ScalingMethod) throws {
    let world = Worlds.blobs(rows: 999, columns: 2, groups: 3, spread: 0.3, seed: 51)
    let order = Worlds.shuffle(999, seed: 7)
    let plain = try Scaling.fit(Matrix(columns: world), method)
    #expect(try Scaling.fit(Matrix(columns: Worlds.rows(of: world, in: order)), method) == plain)
  }
}
