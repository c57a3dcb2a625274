import Plots
import Segments

extension BoxMark.Box {
  /// The box of a report, in a row of a chart.
  init(_ box: SegmentReport.Box, _ paint: Paint, band: Int) {
    self.init(
      band: band,
      low: box.low,
      q25: box.q25,
      median: box.median,
      q75: box.q75,
      high: box.high,
      paint: paint
    )
  }
}
