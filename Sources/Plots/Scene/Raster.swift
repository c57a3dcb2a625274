/// A small picture made of square dots, each with a color out of a list.
///
/// Count rasters have few colors, so a dot is one byte. Dots are never blurred when drawn larger.
package struct Raster: Sendable, Equatable {
  /// Dots in a row.
  package let width: Int
  /// Rows.
  package let height: Int
  /// The colors; opaque, at most 256.
  package let palette: [Color]
  /// For each dot the place of its color in the list, row by row from the top.
  package let pixels: [UInt8]

  /// A picture; nil unless there is one color place for each dot and all colors are in the list.
  package init?(width: Int, height: Int, palette: [Color], pixels: [UInt8]) {
    guard width > 0, height > 0, width <= 8192, height <= 8192,
      pixels.count == width * height, palette.count <= 256,
      pixels.allSatisfy({ Int($0) < palette.count })
    else { return nil }
    self.width = width
    self.height = height
    self.palette = palette
    self.pixels = pixels
  }
}
