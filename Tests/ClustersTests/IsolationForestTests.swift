import Testing

@testable import Clusters

@Suite("Isolation forest")
struct IsolationForestTests {
  private static func scores(_ columns: [[Double]], seed: UInt64 = 7) throws -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return IsolationForest(try Matrix(columns: columns)).scores(&generator)
  }

  private static let cloud: [[Double]] = {
    var generator = SeededGenerator(seed: 3)
    let x = (0..<400).map { _ in generator.nextUnit() + generator.nextUnit() }
    let y = (0..<400).map { _ in generator.nextUnit() + generator.nextUnit() }
    return [x + [9], y + [-7]]
  }()

  @Test("scores the row that stands apart highest, and ordinary rows below it by far")
  func apart() throws {
    let scores = try Self.scores(Self.cloud)
    let ordinary = scores.dropLast().sorted()
    #expect(scores[400] > 0.75)
    #expect(ordinary[200] < 0.5)
    #expect((ordinary.last ?? 1) < scores[400])
  }

  @Test("says the same for shuffled rows and the same seed")
  func shuffled() throws {
    let scores = try Self.scores(Self.cloud)
    let turned = try Self.scores(Self.cloud.map { $0.reversed() })
    #expect(Array(turned.reversed()) == scores)
    let again = try Self.scores(Self.cloud)
    #expect(again == scores)
  }

  @Test("equal rows score alike; one row, or rows all alike, have nothing to cut")
  func degenerate() throws {
    let single = try Self.scores([[1], [2]])
    #expect(single == [0.5])
    let same = try Self.scores([[3, 3, 3, 3]])
    #expect(Set(same).count == 1)
    let pairs = try Self.scores([[1, 1, 2, 2, 50], [0, 0, 1, 1, 50]])
    #expect(pairs[0] == pairs[1])
    #expect(pairs[2] == pairs[3])
    #expect(pairs.max() == pairs[4])
  }
}
