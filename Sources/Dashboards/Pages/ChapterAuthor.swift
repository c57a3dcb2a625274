import Plots

/// Fills the pages of a template with pictures.
struct ChapterAuthor {
  let reading: Reading
  let geometry: PageGeometry
  /// What is on which page; nil before that is known.
  var contents: [ContentsEntry]?
  /// The segment that a repeated page speaks of; nil on other pages.
  var focus: Portrait?

  /// The pages that have something to show, and why the others were left out.
  func chapters(of template: Template) -> (chapters: [Chapter], omissions: [String]) {
    var chapters: [Chapter] = []
    var omissions: [String] = []
    for draft in Companion.map(template.pages, drafts).joined() {
      switch draft {
      case .chapter(let chapter): chapters.append(chapter)
      case .omitted(let reason): if !reason.isEmpty { omissions.append(reason) }
      }
    }
    appendOmissions(omissions, to: &chapters)
    return (chapters, omissions)
  }

  /// One page filled with pictures; nil when it has nothing to show.
  func chapter(of page: TemplatePage) -> Chapter? {
    guard case .chapter(let chapter) = draft(of: page) else { return nil }
    return chapter
  }

  /// What becomes of a page of the template.
  private enum Draft {
    case chapter(Chapter)
    /// The reason; empty where it is not worth a sentence.
    case omitted(String)
  }

  /// A page, or one for each segment that is large enough to show values.
  private func drafts(of page: TemplatePage) -> [Draft] {
    guard page.isRepeated, page.condition?.holds(for: reading) ?? true else {
      return [draft(of: page)]
    }
    return reading.shown.map { portrait in
      var author = self
      author.focus = portrait
      return author.draft(of: page)
    }
  }

  private func draft(of page: TemplatePage) -> Draft {
    let name = reading.words.find("page." + page.id) ?? authored(page.title) ?? page.id
    guard page.condition?.holds(for: reading) ?? true else {
      return .omitted(reading.words(reason(for: page), ["page": name]))
    }
    var missing: [String] = []
    let rows = self.rows(of: page, missing: &missing)
    guard !rows.allSatisfy(\.isEmpty) else {
      guard let reason = missing.first else { return .omitted("") }
      return .omitted(reading.words("omitted.page", ["page": name, "reason": reason]))
    }
    return .chapter(chapter(page, rows: rows.filter { !$0.isEmpty }, missing: missing))
  }

  /// Why the condition of a page does not hold.
  private func reason(for page: TemplatePage) -> String {
    if reading.isFirstRun, page.condition?.asks(for: .runs) ?? false {
      return "omitted.first-run"
    }
    return reading.isSegmented ? "omitted.condition" : "omitted.one-segment"
  }

  private typealias Row = [(columns: Int, picture: Picture)]

  private func chapter(_ page: TemplatePage, rows: [Row], missing: [String]) -> Chapter {
    var rows = rows
    // What does not apply says so once, at the foot of its page.
    let reasons = missing.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !reasons.isEmpty { rows.append([(12, sentence(reasons.joined(separator: " ")))]) }
    let place = focus.map { "-" + $0.letter.lowercased() } ?? ""
    return Chapter(
      id: page.id + place,
      section: page.section,
      title: title(of: page),
      isSingle: page.isSingle,
      rows: rows
    )
  }

  /// As the author wrote it, with the segment of a repeated page before it unless it speaks of that
  /// itself; else our own.
  private func title(of page: TemplatePage) -> String {
    let headlines = Headlines(reading: reading)
    let title = authored(page.title)
    guard let focus else { return title ?? headlines.title(of: page.id) }
    guard let title else { return headlines.title(of: focus) }
    return page.title?.speaksOfEach == true ? title : "\(focus.letter) \(focus.name): \(title)"
  }

  private func authored(_ text: AuthoredText?) -> String? {
    text?.text(of: reading, each: focus)
  }

  /// Says on the last page what was left out.
  private func appendOmissions(_ omissions: [String], to chapters: inout [Chapter]) {
    guard !omissions.isEmpty, let last = chapters.indices.last else { return }
    let note = reading.words("omitted.title") + ": " + omissions.joined(separator: " ")
    // A sheet for these sentences alone would be all but empty.
    if let row = chapters[last].rows.indices.last, chapters[last].rows[row].count == 1 {
      chapters[last].rows[row][0].picture.add(note: note)
    } else {
      var picture = sentence(omissions.joined(separator: " "))
      picture.title = reading.words("omitted.title")
      chapters[last].rows.append([(12, picture)])
    }
  }

  private func sentence(_ text: String) -> Picture {
    TextPanel.picture(text, width: geometry.width(of: 12), reading: reading)
  }

  /// All rows of a page; on a page for one sheet the row before the last is drawn as high as fits.
  private func rows(of page: TemplatePage, missing: inout [String]) -> [Row] {
    var rows = page.rows.map { self.rows(of: $0, height: nil, missing: &missing) }
    guard page.isSingle, rows.count > 2 else { return rows.flatMap(\.self) }
    let frame = BlockFrame(style: reading.style)
    let place = rows.count - 2
    let others = rows.indices.filter { $0 != place }.flatMap { rows[$0] }.filter { !$0.isEmpty }
    let taken = others.map { row in
      (row.map { frame.scene(of: $0.picture).size.height }.max() ?? 0) + geometry.rowGap
    }
    let title = title(of: page)
    let binder = Binder(geometry: geometry, style: reading.style)
    let body = geometry.bodyBottom - geometry.bodyTop - binder.extraTitle(title)
    let left = body - taken.reduce(0, +)
    // A panel guesses what its heading takes; where that was too little it gets less to fill.
    var height = max(0, left)
    for _ in 0..<3 {
      var again: [String] = []
      rows[place] = self.rows(of: page.rows[place], height: height, missing: &again)
      let drawn = rows[place].flatMap(\.self).map { frame.scene(of: $0.picture).size.height }
      let excess = (drawn.max() ?? 0) + geometry.rowGap - left
      guard excess > 0.5, height > excess else { break }
      height -= excess
    }
    return rows.flatMap(\.self)
  }

  private func rows(of row: TemplateRow, height: Double?, missing: inout [String]) -> [Row] {
    guard let each = row.each, let block = row.blocks.first else {
      let orders = row.blocks.map { Order(block: $0, height: height) }
      let beside = pictures(of: orders, missing: &missing)
      guard beside.count > 1, beside.contains(where: \.picture.isCramped) else { return [beside] }
      return orders.map { pictures(of: [$0.alone], missing: &missing) }
    }
    var orders: [Order] = []
    switch each {
    case .measures:
      orders = reading.bySeparation.prefix(row.limit ?? .max).sorted { $0.place < $1.place }
        .map { Order(block: block, height: height, measure: $0) }
    case .segments:
      orders = row.segments(of: reading)
        .map { Order(block: block, height: height, segment: $0) }
    }
    let across = self.across(row, count: orders.count)
    if across != row.across {
      for place in orders.indices { orders[place].columns = 12 / across }
    }
    return stride(from: 0, to: orders.count, by: across).map { start in
      var chunk = Array(orders[start..<min(start + across, orders.count)])
      // The last segments share the whole width, so that no corner of the page stays empty.
      if each == .segments, start > 0, 12 % chunk.count == 0 {
        for place in chunk.indices { chunk[place].columns = 12 / chunk.count }
      }
      return pictures(of: chunk, missing: &missing)
    }
  }

  /// How many stand side by side: four to six on a tall page are better read in pairs.
  private func across(_ row: TemplateRow, count: Int) -> Int {
    let isTall = geometry.size.height > geometry.size.width
    return row.across == 3 && isTall && (4...6).contains(count) ? 2 : row.across
  }

  /// A block of the template with what it is to show.
  private struct Order {
    let block: TemplateBlock
    let height: Double?
    /// Other columns than the template gives it.
    var columns: Int?
    var measure: Measure?
    var segment: Portrait?

    /// The same in a row of its own.
    var alone: Order {
      var order = self
      order.columns = 12
      return order
    }
  }

  private func pictures(of orders: [Order], missing: inout [String]) -> Row {
    var row: Row = []
    for order in orders {
      let columns = order.columns ?? order.block.columns
      switch outcome(order, columns: columns) {
      case .picture(let picture): row.append((columns, picture))
      case .absent(let reason): note(reason, &missing)
      }
    }
    guard orders.allSatisfy({ $0.measure == nil && $0.segment == nil }), row.count == 1,
      orders.count > 1
    else { return row }
    // What stands alone in its row gets the room of its neighbors.
    for order in orders {
      if case .picture(let picture) = outcome(order, columns: 12) { return [(12, picture)] }
    }
    return row
  }

  private func outcome(_ order: Order, columns: Int) -> Outcome {
    guard let panel = PanelCatalogue.panel(named: order.block.panel) else { return .absent("") }
    let name = order.block.options.measure
    if order.measure == nil, let name, reading.measure(name) == nil {
      return .absent(reading.words("absent.unknown-measure", ["measure": SafeText.label(name)]))
    }
    let subject = subject(of: order, columns: columns)
    let outcome = panel.outcome(of: reading, for: subject)
    guard case .picture(let picture) = outcome else { return outcome }
    var first = dressed(picture, order)
    guard picture.tallest != nil else { return .picture(first) }
    let (author, drawn) = (self, first)
    first.redrawn = { height in
      var taller = subject
      taller.wanted = height
      guard case .picture(let again) = panel.outcome(of: author.reading, for: taller) else {
        return drawn
      }
      return author.dressed(again, order)
    }
    return .picture(first)
  }

  private func subject(of order: Order, columns: Int) -> Subject {
    let (each, options) = (order.segment ?? focus, order.block.options)
    let measure = order.measure ?? options.measure.flatMap(reading.measure)
    let chosen = options.segment.map { $0.portrait(in: reading, each: each) } ?? each
    var subject = Subject(width: geometry.width(of: columns), height: order.height)
    subject.measures = measure.map { [$0] }
    subject.segments = chosen.map { [$0] }
    subject.contents = contents
    // Heading and notes of a block take about 64 points.
    subject.limit = geometry.bodyBottom - geometry.bodyTop - 64
    subject.text = order.block.text?.text(of: reading, each: each)
    return subject
  }

  /// The picture with the name of its panel, and with the heading and the note that its author wants.
  private func dressed(_ picture: Picture, _ order: Order) -> Picture {
    let (each, options) = (order.segment ?? focus, order.block.options)
    var picture = picture
    picture.panel = order.block.panel
    if let title = options.title { picture.title = title.text(of: reading, each: each) }
    if let note = options.note { picture.notes.append(note.text(of: reading, each: each)) }
    return picture
  }

  /// Remembers a reason; that there is one group only is said elsewhere.
  private func note(_ reason: String, _ missing: inout [String]) {
    guard !reason.isEmpty, reason != reading.words("absent.one-segment") else { return }
    missing.append(reason)
  }
}
