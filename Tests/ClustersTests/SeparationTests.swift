import Testing

@testable import Clusters

@Suite("Separation")
struct SeparationTests {
  @Test("is 1 where clusters explain everything, 0 where they explain nothing")
  func extremes() throws {
    let matrix = OrderedMatrix(try Matrix(columns: [[0, 0, 5, 5, 9]]))
    let partition = Partition(labels: [0, 0, 1, 1, -1], on: matrix)
    #expect(Separation.etaSquared(of: [1, 1, 2, 2, 100], by: partition) == 1)
    #expect(Separation.etaSquared(of: [1, 2, 1, 2, 100], by: partition) == 0)
    #expect(Separation.etaSquared(of: [1, 3, 3, 5, 100], by: partition) == 0.5)
    #expect(Separation.etaSquared(of: [4, 4, 4, 4, 100], by: partition) == nil)
  }
}
