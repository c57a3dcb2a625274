import Testing

@testable import Dashboards

@Suite("Rows on sheets of paper")
struct PagingTests {
  private func sheets(_ heights: [Double], room: Double = 100) -> [Range<Int>] {
    Paging(heights: heights, room: room, gap: 10).sheets
  }

  @Test("stay on one sheet when they fit")
  func one() {
    #expect(sheets([30, 30, 20]) == [0..<3])
    #expect(sheets([]) == [0..<0])
    #expect(sheets([400]) == [0..<1])
  }

  @Test("are spread evenly instead of leaving the last sheet nearly empty")
  func even() {
    #expect(sheets([20, 20, 20, 20]) == [0..<2, 2..<4])
    #expect(sheets([45, 45, 10]) == [0..<1, 1..<3])
    #expect(sheets([20, 20, 20, 20, 20, 20, 20]) == [0..<3, 3..<6, 6..<7])
  }

  @Test("keep their order and lose none, on as few sheets as filling from the top takes")
  func complete() {
    var state: UInt64 = 4711
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<400 {
      let heights = (0..<(1 + next(14))).map { _ in Double(5 + next(90)) }
      let sheets = sheets(heights)
      #expect(sheets.flatMap { Array($0) } == Array(heights.indices), "\(heights)")
      for sheet in sheets where sheet.count > 1 {
        #expect(heights[sheet].reduce(-10) { $0 + $1 + 10 } <= 100.5, "\(heights)")
      }
      #expect(sheets.count == greedy(heights), "\(heights)")
    }
  }

  /// The slow twin: how many sheets filling from the top takes.
  private func greedy(_ heights: [Double]) -> Int {
    var (count, used) = (1, -10.0)
    for height in heights {
      if used > 0, used + 10 + height > 100.5 { (count, used) = (count + 1, -10) }
      used += 10 + height
    }
    return count
  }
}
