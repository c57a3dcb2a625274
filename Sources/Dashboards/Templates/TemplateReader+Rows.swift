import Yams

extension TemplateReader {
  mutating func row(_ place: YAMLPlace) -> TemplateRow? {
    var each: TemplateRow.Each?
    var (across, limit) = (1, Int?.none)
    var drafts: [Draft] = []
    for (key, value) in members(place, known: ["each", "across", "limit", "blocks"]) {
      switch key {
      case "each":
        each = word(value, among: TemplateRow.Each.allCases.map(\.rawValue))
          .flatMap(TemplateRow.Each.init(rawValue:))
      case "across": across = number(value, 1...6) ?? 1
      case "limit": limit = number(value, 1...200)
      default: drafts = elements(value).compactMap { block($0) }
      }
    }
    if drafts.isEmpty, place.node.mapping != nil { note(place, "the row has no blocks") }
    if each != nil, drafts.count > 1 { note(place, "a repeated row takes one block") }
    noteTwice(each, drafts, place)
    let share = each == nil ? 12 : 12 / across
    return TemplateRow(
      each: each,
      across: across,
      limit: limit,
      blocks: widths(drafts, of: share, place)
    )
  }

  /// What a row is repeated for is not chosen once more.
  private mutating func noteTwice(
    _ each: TemplateRow.Each?,
    _ drafts: [Draft],
    _ place: YAMLPlace
  ) {
    let isChosen = drafts.contains {
      switch each {
      case .measures: $0.options.measure != nil
      case .segments: $0.options.segment != nil && $0.options.segment != .each
      case nil: false
      }
    }
    guard isChosen, let each else { return }
    note(place, "a row that is repeated for \(each.rawValue) has its own already")
  }

  /// A block whose width may still be open.
  private struct Draft {
    var columns: Int?
    var panel: String
    var text: AuthoredText?
    var options = BlockOptions()
  }

  /// Blocks without a width share what the others leave.
  private mutating func widths(
    _ drafts: [Draft],
    of share: Int,
    _ place: YAMLPlace
  )
    -> [TemplateBlock]
  {
    let taken = drafts.compactMap(\.columns).reduce(0, +)
    let open = drafts.count { $0.columns == nil }
    let rest = open > 0 ? (share - taken) / open : 0
    if taken > share || (open > 0 && rest < 1) {
      note(place, "the blocks take \(taken + open) columns or more, the row has \(share)")
    }
    return drafts.map {
      TemplateBlock(
        columns: max(1, $0.columns ?? rest),
        panel: $0.panel,
        text: $0.text,
        options: $0.options,
      )
    }
  }

  private mutating func block(_ place: YAMLPlace) -> Draft? {
    var draft = Draft(columns: nil, panel: "")
    for (key, value) in members(place, known: ["cols"], extra: PanelCatalogue.names) {
      guard key != "cols" else {
        draft.columns = number(value, 1...12)
        continue
      }
      if !draft.panel.isEmpty { note(value, "a block shows one panel, not two") }
      draft.panel = key
      if key == TextPanel.id {
        draft.text = authored(value)
      } else if value.node.scalar?.string.isEmpty == false, value.node.scalar?.string != "~" {
        note(value, "the panel \"\(key)\" takes no text")
      } else if value.node.mapping?.isEmpty == false || value.node.sequence?.isEmpty == false {
        draft.options = options(value, of: key)
      }
    }
    if draft.panel.isEmpty {
      if place.node.mapping != nil { note(place, "the block names no panel") }
      return nil
    }
    return draft
  }

  private mutating func options(_ place: YAMLPlace, of name: String) -> BlockOptions {
    var options = BlockOptions()
    guard let panel = PanelCatalogue.panel(named: name) else { return options }
    for (key, value) in members(place, known: BlockOptions.names(for: panel)) {
      switch key {
      case "measure": options.measure = text(value)
      case "segment": options.segment = text(value).map(Variable.Which.init(named:))
      case "title": options.title = authored(value)
      default: options.note = authored(value)
      }
    }
    return options
  }
}
