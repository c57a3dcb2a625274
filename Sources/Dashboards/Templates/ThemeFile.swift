import Plots
import Yams

/// A theme of the user's own: ground, colors, fonts, logo and paper.
///
/// Read strictly from `NAME.theme.yaml`, or from the lines of a template under `theme`.
package struct ThemeFile: Sendable, Codable, Equatable {
  /// The name by which it is chosen.
  package let name: String
  /// The ground that everything else stands on.
  var base = Presentation.Look.auto
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
  /// The paper it is made for.
  package var page: Presentation.Page?

  /// One of the grounds of the house, by its name alone.
  init(_ look: Presentation.Look) {
    name = look.rawValue
    base = look
  }

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
    let members = reader.members(YAMLPlace(node: node, path: ""), known: ["version"] + Self.keys)
    reader.version(
      members.first { $0.key == "version" }?.place,
      of: YAMLPlace(node: node, path: "")
    )
    read(members, with: &reader)
    guard reader.faults.isEmpty else { throw .template(reader.faults) }
  }

  /// Reads a theme that stands in a template.
  init(_ place: YAMLPlace, with reader: inout TemplateReader) {
    name = "own"
    read(reader.members(place, known: Self.keys), with: &reader)
  }

  private static let keys = ["base", "palette", "accent", "fonts", "logo", "page"]

  private mutating func read(
    _ members: [(key: String, place: YAMLPlace)],
    with reader: inout TemplateReader
  ) {
    var colors: YAMLPlace?
    var accent: YAMLPlace?
    for (key, value) in members {
      switch key {
      case "base":
        let word = reader.word(value, among: Presentation.Look.allCases.map(\.rawValue))
        base = word.flatMap(Presentation.Look.init(rawValue:)) ?? base
      case "page":
        let word = reader.word(value, among: Presentation.Page.allCases.map(\.rawValue))
        page = word.flatMap(Presentation.Page.init(rawValue:))
      case "palette": colors = value
      case "accent": accent = value
      case "fonts": fonts = reader.elements(value).compactMap { reader.text($0) }
      case "logo": logo = reader.text(value)
      default: break
      }
    }
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
}

extension ThemeFile {
  /// The colors of the theme.
  var theme: Theme {
    var own: [Int: Color] = [:]
    for (place, style) in ground.segments.enumerated() {
      own[place] = palette[style.letter].map { Color($0) }
    }
    return ground.with(segments: own, single: accent.map { Color($0) })
  }

  /// The theme on another ground; its colors were chosen for its own, so they stay behind.
  func on(_ look: Presentation.Look) -> ThemeFile {
    var theme = self
    theme.base = look
    guard (look == .dark) != (base == .dark) else { return theme }
    (theme.palette, theme.accent) = ([:], nil)
    return theme
  }

  /// The logo for a place of a size in points; nil without one.
  func logo(on page: Color) -> Raster? {
    // Four dots a point are enough for any printer.
    picture.isEmpty ? nil : Raster(png: picture, on: page, atMost: Size(640, 160))
  }

  /// Throws when its first font is not installed.
  package func checkFonts() throws(DashboardError) { _ = try letters() }

  /// What measures letters in its fonts.
  func letters() throws(DashboardError) -> TextMeasure {
    let measure = TextMeasure(fonts: fonts)
    if let wanted = fonts.first, measure.fontFamily.lowercased() != wanted.lowercased() {
      throw .noFont(wanted, found: measure.fontFamily)
    }
    return measure
  }
}
