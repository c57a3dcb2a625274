import CCairo

/// What Cairo draws on: the pages of a PDF or a field of dots.
///
/// A class, because it owns a Cairo object and gives it back at its end. It is `@safe`: the pointer
/// is never nil, never leaves this folder, and lives exactly as long as the class.
@safe final class CairoSurface {
  let pointer: OpaquePointer
  private let sink: ByteSink

  /// Pages of a PDF; the first has the given size.
  static func pdf(_ size: Size) throws(PlotError) -> CairoSurface {
    let sink = ByteSink()
    let made = unsafe cairo_pdf_surface_create_for_stream(
      ByteSink.write,
      sink.closure,
      size.width,
      size.height
    )
    return try unsafe CairoSurface(made, sink: sink)
  }

  /// A field of opaque dots.
  static func image(width: Int, height: Int) throws(PlotError) -> CairoSurface {
    guard (1...20_000).contains(width), (1...20_000).contains(height),
      width * height <= 200_000_000
    else { throw .tooManyDots(width: width, height: height) }
    let made = unsafe cairo_image_surface_create(
      CAIRO_FORMAT_RGB24,
      Int32(width),
      Int32(height)
    )
    return try unsafe CairoSurface(made, sink: ByteSink())
  }

  /// A raster as a field of dots.
  static func image(of raster: Raster) throws(PlotError) -> CairoSurface {
    let surface = try image(width: raster.width, height: raster.height)
    let colors = raster.palette.map(\.rgb)
    unsafe cairo_surface_flush(surface.pointer)
    let stride = unsafe Int(cairo_image_surface_get_stride(surface.pointer))
    guard let data = unsafe cairo_image_surface_get_data(surface.pointer) else {
      throw .drawing("no image memory")
    }
    for y in 0..<raster.height {
      // A row starts at a multiple of `stride`, which Cairo aligns to four bytes.
      let row = unsafe UnsafeMutableRawPointer(data + y * stride)
      for x in 0..<raster.width {
        let color = colors[Int(raster.pixels[y * raster.width + x])]
        unsafe row.storeBytes(of: color, toByteOffset: x * 4, as: UInt32.self)
      }
    }
    unsafe cairo_surface_mark_dirty(surface.pointer)
    return surface
  }

  private init(_ made: OpaquePointer?, sink: ByteSink) throws(PlotError) {
    guard let made = unsafe made else { throw .drawing("no surface") }
    unsafe pointer = made
    self.sink = sink
    try check()
  }

  deinit {
    unsafe cairo_surface_destroy(pointer)
  }

  /// Throws when Cairo has given up.
  func check() throws(PlotError) {
    let status = unsafe cairo_surface_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else { throw .drawing(Self.words(for: status)) }
  }

  /// Ends the last page.
  func finish() {
    unsafe cairo_surface_finish(pointer)
  }

  /// All bytes of a PDF that is finished.
  func written() throws(PlotError) -> [UInt8] {
    try check()
    return sink.bytes
  }

  /// The dots of a field of dots as 0xRRGGBB, row by row.
  func dots() throws(PlotError) -> (width: Int, height: Int, colors: [UInt32]) {
    let field = try field()
    var colors: [UInt32] = []
    colors.reserveCapacity(field.width * field.height)
    for y in 0..<field.height { unsafe colors.append(contentsOf: field.row(y)) }
    return (field.width, field.height, colors)
  }

  /// Covers a field of dots with a color, 0xRRGGBB.
  func cover(with color: UInt32) throws(PlotError) {
    let field = try field()
    for y in 0..<field.height { unsafe field.row(y).update(repeating: color) }
    unsafe cairo_surface_mark_dirty(pointer)
  }

  /// The dots of a field of dots as runs, read where Cairo keeps them; all are of the color of the ground afterwards.
  ///
  /// A row that was read is still at hand. To cover all of the field for the next page would take as long as to read it.
  func runs(leaving ground: UInt32) throws(PlotError) -> DotRuns {
    let field = try field()
    var runs = DotRuns(width: field.width)
    var isPlain = true
    for y in 0..<field.height {
      let dots = unsafe UnsafeBufferPointer(field.row(y))
      let isRepeated = unsafe y > 0 && DotRuns.areEqual(dots, before: field.stride / 4)
      if isRepeated { runs.repeatRow() } else { unsafe runs.add(dots) }
      // The row above is not compared with any more.
      if !isPlain { unsafe field.row(y - 1).update(repeating: ground) }
      isPlain = isRepeated ? isPlain : runs.endsPlain(in: ground)
    }
    if !isPlain { unsafe field.row(field.height - 1).update(repeating: ground) }
    unsafe cairo_surface_mark_dirty(pointer)
    return runs
  }

  /// Where Cairo keeps the dots of a field.
  @safe
  private struct Field {
    let width: Int
    let height: Int
    /// Bytes from a row to the next.
    let stride: Int
    let data: UnsafeMutablePointer<UInt8>

    func row(_ y: Int) -> UnsafeMutableBufferPointer<UInt32> {
      // A row has `width` dots of four bytes and starts at a multiple of `stride`, aligned to four.
      let row = unsafe UnsafeMutableRawBufferPointer(start: data + y * stride, count: width * 4)
      return unsafe row.bindMemory(to: UInt32.self)
    }
  }

  private func field() throws(PlotError) -> Field {
    unsafe cairo_surface_flush(pointer)
    guard let data = unsafe cairo_image_surface_get_data(pointer) else {
      throw .drawing("no image memory")
    }
    return unsafe Field(
      width: unsafe Int(cairo_image_surface_get_width(pointer)),
      height: unsafe Int(cairo_image_surface_get_height(pointer)),
      stride: unsafe Int(cairo_image_surface_get_stride(pointer)),
      data: unsafe data
    )
  }

  /// Cairo's words for a status.
  static func words(for status: cairo_status_t) -> String {
    guard let words = unsafe cairo_status_to_string(status) else { return "unknown" }
    return unsafe String(cString: words)
  }
}
