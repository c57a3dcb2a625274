import Testing

@testable import Clusters

@Suite("The elbow")
struct ElbowTests {
  @Test("is where the curve bends most")
  func bend() {
    #expect(Elbow.knee(k: [2, 3, 4, 5, 6], inertia: [100, 20, 15, 12, 10]) == 3)
  }

  @Test("is absent on a straight, rising or short curve")
  func absent() {
    #expect(Elbow.knee(k: [2, 3, 4], inertia: [3, 2, 1]) == nil)
    #expect(Elbow.knee(k: [2, 3, 4], inertia: [1, 2, 3]) == nil)
    #expect(Elbow.knee(k: [2, 3], inertia: [9, 1]) == nil)
    #expect(Elbow.knee(k: [], inertia: []) == nil)
  }
}
