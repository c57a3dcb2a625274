import Testing

@testable import Plots

@Suite("Placing labels")
struct LabelSpacingTests {
  @Test("keeps what is far apart and pushes the rest by as little as can be")
  func pushing() {
    #expect(LabelSpacing.spread([10, 50], gap: 9, in: 0...100) == [10, 50])
    #expect(LabelSpacing.spread([50, 50], gap: 10, in: 0...100) == [45, 55])
    #expect(LabelSpacing.spread([0, 1], gap: 10, in: 0...100) == [0, 10])
    #expect(LabelSpacing.spread([99, 98], gap: 10, in: 0...100) == [100, 90])
    #expect(LabelSpacing.spread([1, 2, 3], gap: 100, in: 0...10) == [0, 5, 10])
    #expect(LabelSpacing.spread([], gap: 9, in: 0...1).isEmpty)
  }
}

@Suite("Density shading")
struct DensityShadingTests {
  @Test("colors a place by the segment with the most customers there")
  func dominant() throws {
    let shading = DensityShading(
      colors: [Color(0xFF0000), Color(0x0000FF)],
      page: Color(0xFFFFFF)
    )
    let raster = try #require(
      shading.raster(width: 3, height: 1, counts: [[5, 0, 1], [1, 0, 100]])
    )
    #expect(raster.pixels[1] == 0)
    #expect((1...12).contains(raster.pixels[0]))
    #expect(raster.pixels[2] == 24)
    #expect(shading.raster(width: 3, height: 1, counts: [[1]]) == nil)
  }
}

@Suite("Time ticks")
struct TimeTicksTests {
  @Test("stand at the starts of months, the year below the first of each")
  func months() throws {
    let low = Double(try #require(Day(iso: "2010-12-01")).number)
    let high = Double(try #require(Day(iso: "2011-12-09")).number)
    let ticks = TimeTicks.ticks(low, high, most: 5, numbers: NumberFormat())
    #expect(ticks.map(\.label) == ["Jan", "Apr", "Jul", "Oct"])
    #expect(ticks.map(\.year) == ["2011", nil, nil, nil])
  }

  @Test("are never more than fit", arguments: [1, 8, 40, 400, 4000, 40_000, 400_000])
  func bounded(days: Int) {
    let ticks = TimeTicks.ticks(0, Double(days), most: 6, numbers: NumberFormat())
    #expect(ticks.count <= 8)
  }
}
