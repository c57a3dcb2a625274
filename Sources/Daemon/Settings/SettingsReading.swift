import Dashboards
import Segments

extension Settings {
  /// Checks everything that was typed; all faults come at once.
  package init(_ typed: TypedSettings) throws(SettingsFaults) {
    try self.init(typed, faults: FaultBook())
  }

  init(_ typed: TypedSettings, faults: FaultBook) throws(SettingsFaults) {
    let top = SettingsSection(typed.file, path: "", typed: typed, faults: faults)
    inbox = top.text("inbox", default: "./inbox")
    outbox = top.text("outbox", default: "./outbox")
    state = top.text("state", default: "./state")
    templates = top.text("templates", default: "./templates")
    let sections = ["watch", "limits", "keep", "hooks", "report"].map(top.section)
    watch = WatchSettings(sections[0])
    limits = LimitSettings(sections[1])
    keep = KeepSettings(sections[2])
    hooks = HookSettings(sections[3])
    report = ReportSettings(sections[4])
    datasets = Self.datasets(top.section("datasets"), rejectedShare: limits.rejectedShare)
    top.finish()
    sections.forEach { $0.finish() }
    filePath = typed.filePath
    let known = ([top] + sections).flatMap(\.variables) + Self.reservedVariables + privacyVariables
    for name in typed.environment.keys.sorted() where !known.contains(name) {
      let advice = NearestKey.of(name, among: known).map { " Did you mean \($0)?" } ?? ""
      faults.warn("The environment variable \(EscapedText.escape(name)) is no setting.\(advice)")
    }
    noteUnused(faults)
    warnings = faults.warnings
    guard faults.faults.isEmpty else { throw SettingsFaults(faults: faults.faults) }
  }

  // Variables of the same prefix that belong to tests and checks.
  private static let reservedVariables = ["SEGMENTD_SHARED", "SEGMENTD_DATA", "SEGMENTD_CONFIG"]

  /// Warns of settings that are understood and checked, but that this version does not act on.
  private func noteUnused(_ faults: FaultBook) {
    let nothing = SettingsSection(nil, path: "", typed: TypedSettings(), faults: FaultBook())
    let unused = [
      ("hooks", hooks != HookSettings(nothing)),
      ("report.as-of", report.asOf != ReportSettings().asOf),
    ]
    for (key, isSet) in unused where isSet {
      faults.warn("This version does not act on `\(key)` yet.")
    }
  }

  private var privacyVariables: [String] {
    ["ids", "smallest-cell"].map { TypedSettings.variable("report.privacy." + $0) }
  }

  private static func datasets(
    _ section: SettingsSection,
    rejectedShare: Double,
  ) -> [DatasetSettings] {
    section.typedEntries.compactMap { entry in
      guard DatasetSettings.isName(entry.key) else {
        section.faults.note(
          entry.keyOrigin,
          section.path(of: EscapedText.escape(entry.key)),
          "This is not a name for a dataset.",
          "Use lower-case letters, digits, `_` and `-`, at most 64 of them."
        )
        return nil
      }
      let inner = section.section(entry.key)
      defer { inner.finish() }
      return DatasetSettings(inner, name: entry.key, rejectedShare: rejectedShare)
    }
  }
}

extension WatchSettings {
  init(_ section: SettingsSection) {
    settle = section.duration("settle", default: .seconds(2), atLeast: .milliseconds(10))
    sweep = section.duration("sweep", default: .seconds(10), atLeast: .milliseconds(100))
    ignore = section.optionalTexts("ignore") ?? ["*.part", "*.crdownload", "~*", ".*"]
    doneMarker = section.optionalText("done-marker")
  }
}

extension LimitSettings {
  init(_ section: SettingsSection) {
    fileBytes = section.bytes("file", default: 20 << 30)
    expandedBytes = section.bytes("expanded", default: 100 << 30)
    ratio = section.integer("ratio", default: 300, in: 1...1_000_000)
    columns = section.integer("columns", default: 4096, in: 1...65_536)
    // A stretch of text in memory is addressed with 32 bits, and a field must fit well into one.
    fieldBytes = section.bytes("field", default: 1 << 20, atMost: 512 << 20)
    rejectedShare = section.share("rejected-share", default: 0.5)
    memoryBytes = section.bytes("memory", default: 2 << 30)
  }
}

extension KeepSettings {
  init(_ section: SettingsSection) {
    files = section.value(
      "files",
      default: nil,
      expected: "Write `forever` or a time like `400d`.",
    ) { text -> Duration?? in
      text == "forever" ? .some(nil) : Quantity.duration(text).map { .some($0) }
    }
    runs = section.integer("runs", default: 52, in: 1...100_000)
  }
}

extension HookSettings {
  init(_ section: SettingsSection) {
    published = Self.command(section, "published")
    failed = Self.command(section, "failed")
  }

  private static func command(_ section: SettingsSection, _ key: String) -> [String]? {
    guard let node = section.node(key), node.value != .null else { return nil }
    guard case .list(let items) = node.value, !items.isEmpty else {
      section.note(
        node,
        key,
        "A list of a program and its arguments is expected.",
        "Write `\(key): [/usr/bin/program, argument]`; no shell reads it."
      )
      return nil
    }
    return section.optionalTexts(key)
  }
}

extension ReportSettings {
  init(_ section: SettingsSection) {
    self.init()
    template = section.text("template", default: template)
    let words = ReportFormat.allCases.map(\.rawValue)
    let chosen = section.words("formats", among: words, default: words)
    formats = ReportFormat.allCases.filter { chosen.contains($0.rawValue) }
    language = section.choice("language", among: Self.languages, default: language)
    // Whoever writes German also writes 1.234,5 unless somebody says otherwise.
    locale = section.text("locale", default: Words(language: language)?.locale ?? locale)
    currency = section.value("currency", default: nil, expected: "Write a code like `EUR`.") {
      text in
      let isCode = text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      return isCode ? text : nil
    }
    let paper = section.choice("page", among: Self.pages, default: "")
    page = paper.isEmpty ? nil : paper
    theme = section.optionalText("theme")
    title = section.optionalText("title")
    asOf = section.value("as-of", default: asOf, expected: "Write `latest` or a day, `2026-05-31`.")
    {
      $0 == "latest" || Quantity.isDay($0) ? $0 : nil
    }
    unchanged = section.choice("unchanged", default: unchanged)
    let inner = section.section("privacy")
    privacy.ids = inner.choice("ids", default: privacy.ids)
    privacy.smallestCell = inner.integer(
      "smallest-cell",
      default: privacy.smallestCell,
      in: 0...1_000_000
    )
    inner.finish()
  }
}
