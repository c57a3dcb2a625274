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
    return try pack(surface)
  }

  /// A field of dots for scenes of a size.
  func surface(for scene: Scene) throws(PlotError) -> CairoSurface {
    try CairoSurface.image(
      width: max(1, Int((scene.size.width * scale).rounded(.up))),
      height: max(1, Int((scene.size.height * scale).rounded(.up)))
    )
  }

  /// Draws a scene over whatever is on a field of dots.
  func draw(
    _ scene: Scene,
    on surface: CairoSurface,
    measure: TextMeasure
  ) throws(PlotError) {
    let canvas = try CairoCanvas(on: surface, measure: measure, purpose: .picture)
    canvas.fillAll(scene.background ?? Color(0xFFFFFF))
    canvas.scale(by: scale)
    try canvas.draw(scene)
  }

  /// The dots of a field as the bytes of a PNG file.
  func pack(_ surface: CairoSurface) throws(PlotError) -> [UInt8] {
    PNGFile.bytes(of: IndexedImage(try surface.runs()), dotsPerPoint: scale)
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
