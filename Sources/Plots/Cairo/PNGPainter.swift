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
    try paint(scene, on: surface(for: scene), measure: measure)
  }

  /// The bytes of a PNG file for each scene, as if each were painted alone.
  package func paint(_ scenes: [Scene], measure: TextMeasure) throws(PlotError) -> [[UInt8]] {
    var files: [[UInt8]] = []
    // Fresh memory for each page would take as long as drawing on it: one field of dots for all of a size.
    var last: (size: Size, surface: CairoSurface)?
    for scene in scenes {
      let surface =
        if let last, last.size == scene.size { last.surface } else { try surface(for: scene) }
      last = (scene.size, surface)
      files.append(try paint(scene, on: surface, measure: measure))
    }
    return files
  }

  private func surface(for scene: Scene) throws(PlotError) -> CairoSurface {
    try CairoSurface.image(
      width: max(1, Int((scene.size.width * scale).rounded(.up))),
      height: max(1, Int((scene.size.height * scale).rounded(.up)))
    )
  }

  private func paint(
    _ scene: Scene,
    on surface: CairoSurface,
    measure: TextMeasure
  ) throws(PlotError) -> [UInt8] {
    let canvas = try CairoCanvas(on: surface, measure: measure, purpose: .picture)
    canvas.fillAll(scene.background ?? Color(0xFFFFFF))
    canvas.scale(by: scale)
    try canvas.draw(scene)
    let image = IndexedImage(try surface.runs())
    return PNGFile.bytes(of: image, dotsPerPoint: scale)
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
