import Testing

@testable import Plots

/// What the eye sees of every mark, kept beside the tests.
@Suite("The goldens")
struct MarkGoldenTests {
  private static func scene(of contract: MarkContract) -> Scene {
    let style = PlotStyle(measure: TextMeasure())
    return contract.plot(.golden).scene(size: Size(200, 100), style: style)
  }

  @Test("of every mark are the scenes it draws", arguments: MarkContract.all)
  func scenes(contract: MarkContract) {
    Golden.expect(Golden.file(of: contract.name), Self.scene(of: contract).description)
  }

  @Test(
    "of a few marks are the pictures a reader sees",
    arguments: ["BarMark", "BoxMark", "FlowMark"]
  )
  func pictures(name: String) throws {
    let contract = try #require(MarkContract.all.first { $0.name == name })
    let png = try PNGPainter(scale: 1).paint(Self.scene(of: contract), measure: TextMeasure())
    try PictureGolden.expect(name, png)
  }
}
