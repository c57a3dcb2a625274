import Segments

extension DatasetSettings {
  init(_ section: SettingsSection, name: String, rejectedShare: Double) {
    self.init(name: name, rejectedShare: rejectedShare)
    match = section.optionalTexts("match") ?? []
    recipe.grain = section.choice("grain", default: recipe.grain)
    recipe.columns = Self.columns(section.section("columns"))
    recipe.reading = ReadingChoice(section)
    let cleaning = section.section("cleaning")
    recipe.cleaning.drop = cleaning.words(
      "drop",
      among: CleaningChoice.rules + CleaningChoice.rulesOnRequest,
      default: recipe.cleaning.drop
    )
    recipe.cleaning.outliers = Self.outliers(cleaning)
    recipe.cleaning.outlierMethod = cleaning.choice("outlier-method", default: .iqr)
    cleaning.finish()
    recipe.scaling = section.choice("scaling", default: recipe.scaling)
    recipe.selection = Self.selection(section.section("selection"), recipe.selection)
    recipe.snapshot = section.choice("snapshot", default: recipe.snapshot)
    recipe.continuity = Self.continuity(section.section("continuity"), recipe.continuity)
    let segments = section.section("segments")
    recipe.naming = Self.naming(segments)
    recipe.actions = Self.table(segments, "actions") ?? [:]
    segments.finish()
  }

  /// Both spellings of the middle choice are understood.
  private static func outliers(_ section: SettingsSection) -> OutlierTreatment {
    let words = ["keep", "winsorise", "winsorize", "drop"]
    let word = section.choice("outliers", among: words, default: "keep")
    return OutlierTreatment(rawValue: word) ?? .winsorize
  }

  private static func columns(_ section: SettingsSection) -> ColumnChoice {
    var columns = ColumnChoice()
    columns.features = section.optionalTexts("features")
    for role in ColumnChoice.roleNames {
      columns.roles[role] = section.optionalText(role)
    }
    section.finish()
    return columns
  }

  private static func selection(
    _ section: SettingsSection,
    _ standard: SelectionChoice,
  ) -> SelectionChoice {
    var selection = standard
    if let items = section.optionalList("methods") {
      selection.methods = items.compactMap { method($0, section) }
    }
    let range = section.value(
      "k",
      default: standard.smallestK...standard.largestK,
      expected: "Write a range like `2-10`, from 2 to 50.",
    ) {
      Quantity.range($0).flatMap {
        (2...50).contains($0.lowerBound) && $0.upperBound <= 50 ? $0 : nil
      }
    }
    selection.smallestK = range.lowerBound
    selection.largestK = range.upperBound
    selection.by = section.choice("by", default: standard.by)
    selection.exactRows = section.integer(
      "exact-rows",
      default: standard.exactRows,
      in: 100...10_000_000
    )
    section.finish()
    return selection
  }

  private static func continuity(
    _ section: SettingsSection,
    _ standard: ContinuityChoice,
  ) -> ContinuityChoice {
    var continuity = standard
    continuity.leastOverlap = section.share("overlap", default: standard.leastOverlap)
    if let baseline = section.optionalText("baseline") {
      continuity.baseline = BaselineChoice(baseline)
    }
    continuity.lapsedDays = section.value(
      "lapsed",
      default: standard.lapsedDays,
      expected: "Write a time in days, like `180d`.",
    ) { text in
      Quantity.duration(text).flatMap { time in
        let days = Int(time.components.seconds / 86_400)
        return (1...36_500).contains(days) ? days : nil
      }
    }
    section.finish()
    return continuity
  }

  private static func method(_ node: TypedNode, _ section: SettingsSection) -> MethodChoice? {
    guard case .map(let entries) = node.value else {
      return section.word(node, "methods", among: SelectionChoice.methods).map {
        MethodChoice(method: $0)
      }
    }
    guard entries.count == 1, let entry = entries.first else {
      section.note(
        node,
        "methods",
        "One method with its parameters is expected.",
        "Write `{dbscan: {eps: 0.04, min-points: 50}}`."
      )
      return nil
    }
    let name = TypedNode(value: .text(entry.key), origin: entry.keyOrigin)
    guard let method = section.word(name, "methods", among: SelectionChoice.methods) else {
      return nil
    }
    var choice = MethodChoice(method: method)
    readParameters(of: &choice, entry.node, section)
    return choice
  }

  private static func readParameters(
    of choice: inout MethodChoice,
    _ node: TypedNode,
    _ section: SettingsSection,
  ) {
    let numbers = MethodChoice.numbers[choice.method] ?? []
    let vocabulary = MethodChoice.vocabulary[choice.method] ?? [:]
    guard case .map(let entries) = node.value else {
      section.note(node, "methods", "Parameters are expected here.", "Write `{k: 4}`.")
      return
    }
    for entry in entries {
      let key = TypedNode(value: .text(entry.key), origin: entry.keyOrigin)
      let name = "methods.\(choice.method)"
      let known = numbers + vocabulary.keys.sorted()
      guard section.word(key, name, among: known) != nil else { continue }
      if let words = vocabulary[entry.key] {
        choice.words[entry.key] = section.word(entry.node, "\(name).\(entry.key)", among: words)
      } else {
        choice.parameters[entry.key] = positive(entry.node, "\(name).\(entry.key)", section)
      }
    }
  }

  private static func positive(
    _ node: TypedNode,
    _ key: String,
    _ section: SettingsSection,
  ) -> Double? {
    if case .text(let text) = node.value, let number = Double(text), number > 0, number.isFinite {
      return number
    }
    section.note(node, key, "\(node.kind) does not fit here.", "Write a number above 0.")
    return nil
  }

  private static func naming(_ section: SettingsSection) -> SegmentNaming {
    guard let node = section.node("names"), node.value != .null else { return .auto }
    if case .map = node.value { return .table(table(section, "names") ?? [:]) }
    return section.word(node, "names", among: ["auto", "rfm"]) == "rfm" ? .rfm : .auto
  }

  private static func table(_ section: SettingsSection, _ key: String) -> [String: String]? {
    guard let node = section.node(key), node.value != .null else { return nil }
    guard case .map(let entries) = node.value else {
      section.note(node, key, "A table is expected, not \(node.kind).", "Write `{name: text}`.")
      return nil
    }
    var table: [String: String] = [:]
    for entry in entries {
      guard case .text(let text) = entry.node.value else {
        section.note(
          entry.node,
          key,
          "A text is expected, not \(entry.node.kind).",
          "Write `name: text`."
        )
        continue
      }
      table[entry.key] = text
    }
    return table
  }
}
