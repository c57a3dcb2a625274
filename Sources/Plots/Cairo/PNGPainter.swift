/// Turns a scene into a picture made of dots, as a PNG file.
package struct PNGPainter: Sendable {
  /// Dots per point.
  package let scale: Double

  /// A painter; two dots a point unless told otherwise, which is 144 dpi.
  package init(scale: Double = 2) {
    self.scale = scale.isFinite ? min(max(scale, 0.1), 10) : 2
  }

  /// The bytes of a PNG file; the same scene gives the same bytes.
  package func paint(_ scene: Scene, measure: TextMeasure) throws(PlotError) -> [UInt8] {
    let surface = try surface(for: scene)
    try draw(scene, on: surface, measure: measure)
    return try pack(surface, leaving: Self.paper(of: scene))
  }

  /// The color of the paper of a scene, 0xRRGGBB.
  static func paper(of scene: Scene) -> UInt32 {
    let white = Color(0xFFFFFF)
    return (scene.background ?? white).over(white).rgb
  }

  /// A field of dots for a scene, all of the color of its paper.
  func surface(for scene: Scene) throws(PlotError) -> CairoSurface {
    let surface = try CairoSurface.image(
      width: max(1, Int((scene.size.width * scale).rounded(.up))),
      height: max(1, Int((scene.size.height * scale).rounded(.up)))
    )
    try surface.cover(with: Self.paper(of: scene))
    return surface
  }

  /// Draws a scene on a field of dots that is all paper.
  func draw(
    _ scene: Scene,
    on surface: CairoSurface,
    measure: TextMeasure
  ) throws(PlotError) {
    let canvas = try CairoCanvas(on: surface, measure: measure, purpose: .picture)
    canvas.scale(by: scale)
    try canvas.draw(scene)
  }

  /// The dots of a field as the bytes of a PNG file; the field is all paper afterwards.
  func pack(_ surface: CairoSurface, leaving paper: UInt32) throws(PlotError) -> [UInt8] {
    PNGFile.bytes(of: IndexedImage(try surface.runs(leaving: paper)), dotsPerPoint: scale)
  }

  /// The bytes of a PNG file with one dot for each dot of a raster.
  package static func paint(_ raster: Raster) throws(PlotError) -> [UInt8] {
    let colors = raster.palette.map(\.rgb)
    let image = IndexedImage(
      width: raster.width,
      colors: raster.pixels.map { colors[Int($0)] },
    )
    return PNGFile.bytes(of: image, dotsPerPoint: nil)
  }
}
