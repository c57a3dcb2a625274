/// Writes the items of a scene as SVG elements, one after the other.
struct SVGWriter {
  let idPrefix: String
  let measure: TextMeasure
  private(set) var text = ""
  /// The first thing that went wrong; writing goes on so that the caller decides.
  private(set) var failure: PlotError?
  private var clips = 0
  private var hatches: [Hatch: String] = [:]

  init(idPrefix: String, measure: TextMeasure) {
    self.idPrefix = idPrefix
    self.measure = measure
  }

  mutating func put(_ piece: String) {
    text += piece
  }

  mutating func write(_ items: [SceneItem]) {
    for item in items { write(item) }
  }

  private mutating func write(_ item: SceneItem) {
    switch item {
    case .path(let path, let fill, let stroke):
      guard !path.elements.isEmpty else { return }
      let paint = paint(fill: fill, stroke: stroke)
      put("<path d=\"\(SVGPath.text(path))\"\(paint)/>")
    case .rectangle(let rect, let radius, let fill, let stroke):
      let paint = paint(fill: fill, stroke: stroke)
      let corner = radius > 0 ? " rx=\"\(SVGNumber.text(radius))\"" : ""
      put("<rect\(Self.box(rect))\(corner)\(paint)/>")
    case .circle(let center, let radius, let fill, let stroke):
      let paint = paint(fill: fill, stroke: stroke)
      put("<circle\(Self.place("cx", "cy", center)) r=\"\(SVGNumber.text(radius))\"\(paint)/>")
    case .dots(let points, let diameter, let color):
      guard !points.isEmpty else { return }
      let paint = stroke(Stroke(color, width: diameter, cap: .round))
      put("<path d=\"\(SVGPath.dots(points))\" fill=\"none\"\(paint)/>")
    case .text(let run): write(run)
    case .image(let raster, let rect): write(raster, in: rect)
    case .group(let group): write(group)
    case .link(let rect, let name):
      put("<a href=\"#\(SafeText.identifier(name))\"><rect\(Self.box(rect)) fill=\"none\"")
      put(" pointer-events=\"all\"/></a>")
    case .destination(let name, let place):
      put("<g id=\"\(SafeText.identifier(name))\" transform=\"\(Self.shift(place))\"/>")
    }
  }

  private mutating func write(_ group: SceneGroup) {
    var attributes = ""
    if group.offset != .zero { attributes += " transform=\"\(Self.shift(group.offset))\"" }
    if group.role == .decoration { attributes += " aria-hidden=\"true\"" }
    if let tag = group.tag { attributes += " data-tag=\"\(tag)\"" }
    if let clip = group.clip {
      clips += 1
      let id = "\(idPrefix)-c\(clips)"
      // A rule of SVG: a clip path is read in the coordinates of the element that uses it.
      put("<clipPath id=\"\(id)\"><rect\(Self.box(clip))/></clipPath>")
      attributes += " clip-path=\"url(#\(id))\""
    }
    // A group that says nothing would only make the file longer.
    let isPlain = attributes.isEmpty && group.title == nil && group.summary == nil
    guard !isPlain else { return write(group.items) }
    put("<g\(attributes)>")
    if let title = group.title { put("<title>\(XML.escaped(title))</title>") }
    if let summary = group.summary { put("<desc>\(XML.escaped(summary))</desc>") }
    write(group.items)
    put("</g>")
  }

  private mutating func write(_ run: TextRun) {
    let shown = measure.shown(run)
    guard !shown.isEmpty else { return }
    var attributes = Self.place("x", "y", run.position)
    attributes += " font-size=\"\(SVGNumber.text(run.style.size))\""
    if run.style.weight != .regular {
      attributes += " font-weight=\"\(run.style.weight.rawValue)\""
    }
    if run.anchor != .start { attributes += " text-anchor=\"\(run.anchor.rawValue)\"" }
    var classes = Self.name(of: run.color, "f").map { [$0] } ?? []
    if run.style.tabular { classes.append("tn") }
    attributes += Self.paint("fill", run.color)
    if let halo = run.halo {
      // The rim is painted first, so that it does not eat into the letters.
      attributes += Self.paint("stroke", halo)
      attributes += " stroke-width=\"\(SVGNumber.text(run.style.size * 0.3))\""
      attributes += " stroke-linejoin=\"round\" paint-order=\"stroke\""
      Self.name(of: halo, "s").map { classes.append($0) }
    }
    if !classes.isEmpty { attributes += " class=\"\(classes.joined(separator: " "))\"" }
    // What was cut away can still be read by pointing at the text.
    let whole = shown == run.text ? "" : "<title>\(XML.escaped(run.text))</title>"
    put("<text\(attributes)>\(whole)\(XML.escaped(shown))</text>")
  }

  private mutating func write(_ raster: Raster, in rect: Rect) {
    do throws(PlotError) {
      let data = Base64.text(try PNGPainter.paint(raster))
      put("<image\(Self.box(rect)) preserveAspectRatio=\"none\" image-rendering=\"pixelated\"")
      put(" href=\"data:image/png;base64,\(data)\"/>")
    } catch {
      failure = failure ?? error
    }
  }

  /// The attributes that paint a shape; a hatch is defined before its first use.
  private mutating func paint(fill: Fill?, stroke line: Stroke?) -> String {
    var attributes = ""
    var classes: [String] = []
    switch fill {
    case nil: attributes += " fill=\"none\""
    case .color(let color):
      attributes += Self.paint("fill", color)
      Self.name(of: color, "f").map { classes.append($0) }
    case .hatch(let hatch): attributes += " fill=\"url(#\(id(of: hatch)))\""
    }
    guard let line, line.width > 0 else { return attributes + Self.list(classes) }
    return attributes + stroke(line, classes: classes)
  }

  private func stroke(_ line: Stroke, classes: [String] = []) -> String {
    var attributes = Self.paint("stroke", line.color)
    attributes += " stroke-width=\"\(SVGNumber.text(line.width))\""
    if line.cap == .round {
      attributes += " stroke-linecap=\"round\" stroke-linejoin=\"round\""
    }
    if !line.dash.isEmpty {
      let dash = line.dash.map(SVGNumber.text).joined(separator: " ")
      attributes += " stroke-dasharray=\"\(dash)\""
    }
    return attributes + Self.list(classes + [Self.name(of: line.color, "s")].compactMap(\.self))
  }

  private mutating func id(of hatch: Hatch) -> String {
    if let known = hatches[hatch] { return known }
    let id = "\(idPrefix)-h\(hatches.count + 1)"
    hatches[hatch] = id
    let pitch = SVGNumber.text(hatch.pitch)
    put("<pattern id=\"\(id)\" width=\"\(pitch)\" height=\"\(pitch)\"")
    put(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
    if let background = hatch.background {
      let paint = paint(fill: .color(background), stroke: nil)
      put("<rect width=\"\(pitch)\" height=\"\(pitch)\"\(paint)/>")
    }
    let middle = SVGNumber.text(hatch.pitch / 2)
    put("<path d=\"M\(middle) 0V\(pitch)\"")
    put("\(stroke(Stroke(hatch.line, width: hatch.width)))/></pattern>")
    return id
  }
}
