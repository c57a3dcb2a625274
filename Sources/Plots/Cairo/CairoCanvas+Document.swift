import CCairo

extension CairoCanvas {
  /// Writes a region that leads to a destination.
  func link(_ rect: Rect, to name: String) {
    let name = SafeText.identifier(name)
    guard purpose == .document, known.contains(name) else { return }
    let box = [rect.minX, rect.minY, rect.width, rect.height].map(SVGNumber.text)
      .joined(separator: " ")
    tag("Link", "rect=[\(box)] dest='\(name)'")
  }

  /// Writes a place that links lead to.
  func destination(_ name: String, at place: Point) {
    let name = SafeText.identifier(name)
    // The first of two places with one name counts.
    guard purpose == .document, awaited.remove(name) != nil else { return }
    let x = SVGNumber.text(place.x)
    let y = SVGNumber.text(place.y)
    tag("cairo.dest", "name='\(name)' x=\(x) y=\(y)")
  }

  private func tag(_ name: String, _ attributes: String) {
    // Places in attributes are those of the page, so no shift may be in force.
    unsafe cairo_save(pointer)
    unsafe cairo_identity_matrix(pointer)
    unsafe cairo_tag_begin(pointer, name, attributes)
    unsafe cairo_tag_end(pointer, name)
    unsafe cairo_restore(pointer)
  }
}

extension SceneRole {
  /// The name of the role among the structure elements of a PDF; nil for what has none.
  var tagName: String? {
    switch self {
    case .none, .decoration: nil
    case .figure: "Figure"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .paragraph: "P"
    case .table: "Table"
    }
  }
}
