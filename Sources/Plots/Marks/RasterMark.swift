/// A picture made of dots over a range of both axes, such as a map of customers.
package struct RasterMark: Mark {
  /// The picture, its first row at the top.
  package let raster: Raster
  /// What it covers of the horizontal axis.
  package let x: ClosedRange<Double>
  /// What it covers of the vertical axis.
  package let y: ClosedRange<Double>

  /// A picture over a range of both axes.
  package init(_ raster: Raster, x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.raster = raster
    self.x = x
    self.y = y
  }

  /// The ranges.
  package var extent: MarkExtent {
    MarkExtent(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound])
  }

  /// Draws the picture, cut at the axes.
  package func draw(in frame: PlotFrame, on scene: inout Scene) {
    let rect = Rect(
      from: frame.point(x.lowerBound, y.upperBound),
      to: frame.point(x.upperBound, y.lowerBound)
    )
    scene.group(clip: frame.area) { $0.add(.image(raster, in: rect)) }
  }
}
