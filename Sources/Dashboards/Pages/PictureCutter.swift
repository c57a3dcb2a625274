import Plots

/// Cuts a picture that is higher than a page between its rows, so that nothing of it is lost.
///
/// Tables and lists are cut where no text or shape is; their header is repeated. What cannot be cut, such
/// as one chart, is drawn smaller.
struct PictureCutter {
  let style: Style
  let measure: TextMeasure

  /// No part is lower than this: a single row on a page of its own helps nobody.
  private static let leastHeight = 30.0

  /// The parts of a picture, none higher than given with its heading and notes.
  func parts(of picture: Picture, atMost limit: Double) -> [Picture] {
    let frame = BlockFrame(style: style)
    let height = frame.scene(of: picture).size.height
    guard height > limit + 0.5 else { return [picture] }
    let around = height - picture.plot.size.height
    let cuts = cuts(of: picture, first: limit - around, later: limit - around - picture.header)
    guard let cuts else { return [smaller(picture, room: limit - around)] }
    let ends = cuts + [picture.plot.size.height]
    return ends.indices.map { place in
      part(of: picture, from: place == 0 ? 0 : ends[place - 1], to: ends[place], of: ends.count)
    }
  }

  /// One drawn thing and where it is.
  private struct Atom {
    let item: SceneItem
    let rect: Rect
    /// Lines that go down may be cut anywhere.
    var isCuttable: Bool { rect.width < 1 }
  }

  private func atoms(of picture: Picture) -> [Atom] {
    // A table may be drawn as one group; its rows are what can be parted.
    let items = picture.plot.items.flatMap { item -> [SceneItem] in
      guard picture.header > 0, case .group(let group) = item, group.clip == nil,
        group.offset == .zero
      else { return [item] }
      return group.items
    }
    return items.map { item in
      var alone = Scene(size: picture.plot.size)
      alone.add(item)
      let survey = alone.survey(measure)
      let rects = survey.texts.map(\.rect) + survey.shapes.map(\.rect)
      let low = rects.map(\.minY).min() ?? 0
      let high = rects.map(\.maxY).max() ?? 0
      let left = rects.map(\.minX).min() ?? 0
      let right = rects.map(\.maxX).max() ?? 0
      return Atom(
        item: item,
        rect: Rect(x: left, y: low, width: right - left, height: high - low)
      )
    }
  }

  /// Where to cut, so that every part fits; nil where that is not possible.
  private func cuts(of picture: Picture, first: Double, later: Double) -> [Double]? {
    let solid = atoms(of: picture).filter { !$0.isCuttable }
    let edges = solid.map { $0.rect.maxY + 0.6 }.sorted()
    var cuts: [Double] = []
    var start = 0.0
    while picture.plot.size.height - start > (cuts.isEmpty ? first : later) {
      let room = start + (cuts.isEmpty ? first : later)
      let best = edges.last { edge in
        edge <= room && edge - start >= Self.leastHeight
          && !solid.contains { $0.rect.minY < edge - 0.5 && $0.rect.maxY > edge }
      }
      guard let best, cuts.count < 40 else { return nil }
      cuts.append(best)
      start = best
    }
    return cuts
  }

  private func part(
    of picture: Picture,
    from top: Double,
    to bottom: Double,
    of count: Int
  ) -> Picture {
    let isFirst = top == 0
    let header = isFirst ? 0 : picture.header
    let height = bottom - top + header
    var plot = Scene(size: Size(picture.plot.size.width, height))
    let atoms = atoms(of: picture)
    if !isFirst { plot.add(atoms.filter { $0.rect.maxY <= header + 0.5 }.map(\.item)) }
    let own = atoms.filter { $0.rect.minY < bottom - 0.4 && $0.rect.maxY > top + 0.4 }
    let limit = Rect(x: -20, y: top, width: picture.plot.size.width + 40, height: bottom - top)
    let (lines, whole) = (own.filter(\.isCuttable), own.filter { !$0.isCuttable })
    plot.add(.group(SceneGroup(whole.map(\.item), offset: Point(0, header - top))))
    if !lines.isEmpty {
      plot.add(
        .group(SceneGroup(lines.map(\.item), offset: Point(0, header - top), clip: limit))
      )
    }
    var part = picture
    part.plot = plot
    part.tallest = nil
    if !isFirst {
      part.title =
        picture.title.isEmpty ? "" : style.words("page.continued", ["title": picture.title])
      part.descriptor = ""
      part.anchor = nil
    }
    if bottom < picture.plot.size.height { part.notes = [] }
    return part
  }

  /// The whole picture, drawn as small as the room asks for.
  private func smaller(_ picture: Picture, room: Double) -> Picture {
    let factor = max(0.5, room / picture.plot.size.height)
    let scaled = picture.plot.scaled(by: factor)
    var plot = Scene(size: Size(picture.plot.size.width, scaled.size.height))
    plot.add(scaled.items)
    var smaller = picture
    smaller.plot = plot
    smaller.tallest = nil
    return smaller
  }
}
