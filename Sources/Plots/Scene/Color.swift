import RealModule

/// A color with its opacity and, when it comes from a theme, the name it has there.
///
/// The name lets a page on screen change between light and dark without drawing it again.
package struct Color: Sendable, Hashable {
  /// Red, 0 to 255.
  package let red: UInt8
  /// Green, 0 to 255.
  package let green: UInt8
  /// Blue, 0 to 255.
  package let blue: UInt8
  /// 0 is invisible, 1 covers all.
  package let opacity: Double
  /// The name in the theme, such as `A-text`; nil for a color of no theme.
  package let name: String?

  /// A color from a number such as 0x376DEB.
  package init(_ rgb: UInt32, opacity: Double = 1, name: String? = nil) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
    self.opacity = opacity.isNaN ? 1 : min(max(opacity, 0), 1)
    self.name = name
  }

  /// The three parts as one number, 0xRRGGBB.
  package var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The same color with another opacity.
  package func opacity(_ opacity: Double) -> Color {
    Color(rgb, opacity: opacity, name: name)
  }

  /// Six hexadecimal digits after a number sign.
  package var hex: String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// What the eye sees when this color lies on another: an opaque color.
  package func over(_ backdrop: Color) -> Color {
    guard opacity < 1 else { return self }
    func mixed(_ top: UInt8, _ bottom: UInt8) -> UInt32 {
      UInt32((Double(top) * opacity + Double(bottom) * (1 - opacity)).rounded())
    }
    return Color(
      mixed(red, backdrop.red) << 16 | mixed(green, backdrop.green) << 8
        | mixed(blue, backdrop.blue)
    )
  }

  /// How light the color is to the eye, 0 black to 1 white, as WCAG 2 defines it.
  package var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : Double.pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The WCAG 2 contrast between two opaque colors, 1 to 21.
  package func contrast(to other: Color) -> Double {
    let one = luminance
    let two = other.luminance
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// Whichever of the candidates reads best on this color; ties go to the earlier.
  package func bestInk(of candidates: [Color]) -> Color {
    candidates.max { $0.contrast(to: self) < $1.contrast(to: self) } ?? self
  }
}
