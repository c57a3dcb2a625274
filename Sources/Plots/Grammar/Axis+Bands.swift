extension Axis {
  /// The side of the square with a segment's letter.
  static func badgeSide(_ style: PlotStyle) -> Double { 10 * style.type.factor }

  /// The room for names beside the bands of a vertical axis.
  func bandLabelWidth(in width: Double, style: PlotStyle) -> Double {
    guard case .band(let labels) = kind else { return 0 }
    let widest = labels.map { Self.width(of: $0, style) }.max() ?? 0
    return widest > 0 ? min(widest + 8, width * labelShare) : 0
  }

  /// The room for values at the far ends of the bands of a vertical axis.
  func trailingWidth(_ style: PlotStyle) -> Double {
    guard case .band(let labels) = kind else { return 0 }
    let font = style.type[.data]
    let widest = labels.compactMap(\.trailing).map { style.measure.width($0, style: font) }.max()
    return widest.map { $0 + 10 } ?? 0
  }

  /// The room one name needs.
  static func width(of label: BandLabel, _ style: PlotStyle) -> Double {
    let badge = label.paint?.hasLetter == true ? badgeSide(style) + 5 : 0
    guard !label.text.isEmpty else { return badge }
    let name = style.measure.width(label.text, style: nameFont(label, style))
    let note = label.note.map { style.measure.width($0, style: style.type[.note]) } ?? 0
    return badge + max(name, note)
  }

  /// The style of a name: bolder for segments.
  static func nameFont(_ label: BandLabel, _ style: PlotStyle) -> TextStyle {
    let font = style.type[.data].proportionalFigures
    return label.paint == nil ? font : font.weight(.semibold)
  }
}
