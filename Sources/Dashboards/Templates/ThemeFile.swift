import Plots
import Yams

/// A theme of the user's own: ground, colors, fonts and logo, read strictly from `NAME.theme.yaml`.
package struct ThemeFile: Sendable, Codable, Equatable {
  /// The name by which it is chosen.
  package let name: String
  /// The ground that everything else stands on.
  var base = Presentation.Look.light
  /// Colors of segments by letter, as `0xRRGGBB`.
  var palette: [String: UInt32] = [:]
  /// The color of data without segments.
  var accent: UInt32?
  /// Fonts that go before those of the house.
  var fonts: [String] = []
  /// The file of the logo, beside the theme.
  var logo: String?
  /// The bytes of the logo, once it was opened.
  var picture: [UInt8] = []

  /// Reads a theme; on any fault throws all of them at once.
  package init(yaml: String, name: String, file: String) throws(DashboardError) {
    self.name = name
    var reader = TemplateReader(file: file)
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch {
      throw .template([Template.fault(of: error, file: file)])
    }
    guard let node else {
      throw .template([
        TemplateFault(
          file: file,
          line: 1,
          column: 1,
          path: "",
          problem: "the theme is empty",
          suggestion: nil
        )
      ])
    }
    read(YAMLPlace(node: node, path: ""), with: &reader)
    guard reader.faults.isEmpty else { throw .template(reader.faults) }
  }

  private mutating func read(_ place: YAMLPlace, with reader: inout TemplateReader) {
    var hasVersion = false
    var colors: YAMLPlace?
    var accent: YAMLPlace?
    let keys = ["version", "base", "palette", "accent", "fonts", "logo"]
    for (key, value) in reader.members(place, known: keys) {
      switch key {
      case "version": hasVersion = reader.number(value, 1...1) != nil || true
      case "base":
        let word = reader.word(value, among: Presentation.Look.allCases.map(\.rawValue))
        base = word.flatMap(Presentation.Look.init(rawValue:)) ?? base
      case "palette": colors = value
      case "accent": accent = value
      case "fonts": fonts = reader.elements(value).compactMap { reader.text($0) }
      default: logo = reader.text(value)
      }
    }
    if !hasVersion { reader.note(place, "\"version: 1\" is missing") }
    // The ground decides which colors can be seen, wherever it stands in the file.
    if let accent { self.accent = color(accent, with: &reader) }
    if let colors { palette(colors, with: &reader) }
  }

  private mutating func palette(_ place: YAMLPlace, with reader: inout TemplateReader) {
    let letters = Theme.light.segments.map(\.letter)
    for (letter, value) in reader.members(place, known: letters) {
      guard let color = color(value, with: &reader) else { continue }
      if let other = palette.sorted(by: { $0.key < $1.key }).first(where: { $0.value == color }) {
        reader.note(value, "the segments \(other.key) and \(letter) have the same color")
      }
      palette[letter] = color
    }
  }

  /// A color that can be seen on the ground.
  private func color(_ place: YAMLPlace, with reader: inout TemplateReader) -> UInt32? {
    guard let text = reader.text(place) else { return nil }
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.count == 6, let value = UInt32(digits, radix: 16) else {
      reader.note(place, "\"\(text)\" is no color; write it as \"#376DEB\"")
      return nil
    }
    let theme = ground
    let color = Color(value)
    let contrast = color.contrast(to: theme.page)
    guard contrast >= Theme.leastContrast else {
      let better = theme.readable(color, contrast: Theme.leastContrast).hex.uppercased()
      let found = (contrast * 10).rounded(.down) / 10
      reader.note(
        place,
        "\(text) has a contrast of \(found) to the page, \(Theme.leastContrast) is needed",
        better
      )
      return nil
    }
    return value
  }

  private var ground: Theme { base == .dark ? .dark : .light }

  /// The colors of the theme.
  var theme: Theme {
    var own: [Int: Color] = [:]
    for (place, style) in ground.segments.enumerated() {
      own[place] = palette[style.letter].map { Color($0) }
    }
    return ground.with(segments: own, single: accent.map { Color($0) })
  }

  /// The logo for a place of a size in points; nil without one.
  func logo(on page: Color) -> Raster? {
    // Four dots a point are enough for any printer.
    picture.isEmpty ? nil : Raster(png: picture, on: page, atMost: Size(640, 160))
  }
}
