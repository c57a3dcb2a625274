import CCairo

extension Raster {
  /// Reads a PNG file and lays it on a ground; nil for what is no PNG or has no dots.
  ///
  /// Larger pictures are drawn smaller, and more than 256 colors are made fewer.
  package init?(png bytes: [UInt8], on ground: Color, atMost most: Size) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]),
      let dots = try? Self.dots(of: bytes, on: ground, atMost: most)
    else { return nil }
    for drop in 0...5 {
      // Fewer bits a channel until the colors fit in one byte.
      let mask = UInt32((0xFF >> drop) << drop)
      let half = drop == 0 ? 0 : UInt32(1) << (drop - 1)
      func coarse(_ color: UInt32) -> UInt32 {
        [16, 8, 0].reduce(UInt32(0)) { sum, shift in
          sum | (min(0xFF, ((color >> shift) & 0xFF & mask) + half) << shift)
        }
      }
      let colors = dots.colors.map { drop == 0 ? $0 & 0xFFFFFF : coarse($0) }
      let palette = Set(colors).sorted()
      guard palette.count <= 256 else { continue }
      let places = Dictionary(
        palette.enumerated().map { ($1, UInt8($0)) },
        uniquingKeysWith: { one, _ in one }
      )
      self.init(
        width: dots.width,
        height: dots.height,
        palette: palette.map { Color($0) },
        pixels: colors.map { places[$0] ?? 0 }
      )
      return
    }
    return nil
  }

  private static func dots(
    of bytes: [UInt8],
    on ground: Color,
    atMost most: Size
  ) throws(PlotError) -> (width: Int, height: Int, colors: [UInt32]) {
    let reader = ByteSource(bytes)
    let made = unsafe cairo_image_surface_create_from_png_stream(ByteSource.read, reader.closure)
    guard let picture = unsafe made else { throw .drawing("no picture") }
    defer { unsafe cairo_surface_destroy(picture) }
    guard unsafe cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS else {
      throw .drawing("not a PNG")
    }
    let width = unsafe Double(cairo_image_surface_get_width(picture))
    let height = unsafe Double(cairo_image_surface_get_height(picture))
    guard width >= 1, height >= 1 else { throw .drawing("an empty picture") }
    let factor = min(1, most.width / width, most.height / height)
    let surface = try CairoSurface.image(
      width: max(1, Int(width * factor)),
      height: max(1, Int(height * factor))
    )
    guard let cairo = unsafe cairo_create(surface.pointer) else { throw .drawing("no context") }
    defer { unsafe cairo_destroy(cairo) }
    unsafe cairo_set_source_rgb(
      cairo,
      Double(ground.red) / 255,
      Double(ground.green) / 255,
      Double(ground.blue) / 255
    )
    unsafe cairo_paint(cairo)
    unsafe cairo_scale(cairo, factor, factor)
    unsafe cairo_set_source_surface(cairo, picture, 0, 0)
    unsafe cairo_paint(cairo)
    return try surface.dots()
  }
}
