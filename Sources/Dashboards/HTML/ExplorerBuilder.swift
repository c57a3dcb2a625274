import Foundation
import Plots
import Segments

/// Gathers what the interactive page needs from a report, in no more bytes than given.
struct ExplorerBuilder {
  let reading: Reading
  private let measures: [Measure]

  init(reading: Reading) {
    self.reading = reading
    measures = reading.varying
  }

  /// The data as JSON that may stand inside a script element, at most `limit` bytes where that is possible.
  ///
  /// When there is too much, grids of weak pairs go first, then measures that hardly tell segments apart.
  func json(limit: Int) -> String {
    var kept = measures
    var data = data(of: kept)
    var text = Self.text(data)
    while text.utf8.count > limit, kept.count > 1 {
      let weak = kept.sorted { ($0.facts.separation ?? -1) > ($1.facts.separation ?? -1) }
        .prefix(max(1, kept.count * 3 / 4)).map(\.place)
      kept = kept.filter { weak.contains($0.place) }
      data = self.data(of: kept)
      data.omitted = [omitted("explorer.omitted.measures", measures.count - kept.count)]
      text = Self.text(data)
    }
    if let past {
      data.before = past
      let withPast = Self.text(data)
      // Grids of pairs take what is left; half of the room is theirs first.
      if withPast.utf8.count <= max(limit / 2, text.utf8.count) {
        text = withPast
      } else {
        data.before = nil
        data.omitted.append(reading.words("explorer.omitted.before"))
      }
    }
    let grids = grids(of: kept)
    var room = limit - text.utf8.count - 400
    var written: [String] = []
    for grid in grids {
      let text = grid.json
      room -= text.utf8.count + 1
      guard room > 0 else { break }
      written.append(text)
    }
    let missing = grids.count - written.count
    if missing > 0 { data.omitted.append(omitted("explorer.omitted.pairs", missing)) }
    return Self.text(data, pairs: written)
  }

  /// The data with grids that are written already: they are nearly all of it, and the encoder takes long.
  private static func text(_ data: ExplorerData, pairs: [String]) -> String {
    let (text, marker) = (Array(text(data).utf8), Array("\"pairs\":[".utf8))
    // In a text the quotation marks would be escaped, so this is the list itself.
    guard let place = text.indices.first(where: { text[$0...].starts(with: marker) }) else {
      return String(decoding: text, as: UTF8.self)
    }
    let middle = place + marker.count
    return String(decoding: text[..<middle], as: UTF8.self) + pairs.joined(separator: ",")
      + String(decoding: text[middle...], as: UTF8.self)
  }

  private func omitted(_ id: String, _ count: Int) -> String {
    reading.words.counted(count, id, reading.format)
  }

  /// The only way for data into the page: no sign that could end the script element is left.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // All numbers were made finite, so nothing can fail; an empty object would show a plain page.
    guard let bytes = try? encoder.encode(value) else { return "{}" }
    return String(decoding: safe(bytes), as: UTF8.self)
  }

  /// The bytes without `<` and the two ends of lines that scripts of old took for such.
  private static func safe(_ bytes: Data) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count)
    let lines: [[UInt8]] = [Array("\u{2028}".utf8), Array("\u{2029}".utf8)]
    for byte in bytes {
      safe.append(byte)
      if byte == UInt8(ascii: "<") {
        safe.removeLast()
        safe += Array("\\u003c".utf8)
      } else if byte & 0xFE == 0xA8,
        let line = lines.firstIndex(where: safe.suffix(3).elementsEqual)
      {
        safe.removeLast(3)
        safe += Array((line == 0 ? "\\u2028" : "\\u2029").utf8)
      }
    }
    return safe
  }
}

// MARK: - Parts

extension ExplorerBuilder {
  private func data(of measures: [Measure]) -> ExplorerData {
    let bySeparation = reading.bySeparation.compactMap { wanted in
      measures.firstIndex { $0.place == wanted.place }
    }
    let value = reading.value.flatMap { value in
      measures.firstIndex { $0.place == value.place }
    }
    let first = value ?? bySeparation.first ?? 0
    return ExplorerData(
      title: DashboardTitle.text(of: reading),
      few: reading.style.smallestCell,
      customers: reading.report.customers,
      numbers: numbers,
      segments: reading.segments.map(group),
      measures: measures.map(variable),
      order: bySeparation,
      first: first,
      second: bySeparation.first { $0 != first } ?? first,
      correlations: measures.map { one in
        measures.map { other in correlation(one.place, other.place) }
      },
      ratio: ratio(of: measures),
      words: reading.words.all(below: "x.")
    )
  }

  /// The run before, as its own report told of it.
  private var past: ExplorerData.Past? {
    guard let before = reading.report.before else { return nil }
    var report = reading.report
    (report.customers, report.asOf) = (before.customers, before.asOf)
    (report.features, report.segments) = (before.features, before.segments)
    report.before = nil
    let earlier = Reading(report, presentation: reading.presentation, style: reading.style)
    let builder = ExplorerBuilder(reading: earlier)
    let data = builder.data(of: builder.measures)
    let day = before.asOf.flatMap(Day.init(iso:)).map(reading.format.date)
    return ExplorerData.Past(
      name: day.map { reading.words("explorer.before", ["date": $0]) }
        ?? reading.words("explorer.before.undated"),
      customers: data.customers,
      segments: data.segments,
      measures: data.measures,
      order: data.order,
      first: data.first,
      second: data.second,
      ratio: data.ratio
    )
  }

  private func correlation(_ one: Int, _ other: Int) -> Double? {
    let matrix = reading.report.correlations.spearman
    guard matrix.indices.contains(one), matrix[one].indices.contains(other) else { return nil }
    return matrix[one][other].map(Self.short)
  }

  private var numbers: ExplorerData.Numbers {
    let locale = reading.format.locale
    return ExplorerData.Numbers(
      decimal: locale.decimal,
      group: locale.group,
      groupSizes: locale.groupSizes,
      minimumGrouping: locale.minimumGrouping,
      money: locale.money,
      percent: locale.percent,
      currency: reading.format.currency,
      units: locale.units.map { .init(value: $0.value, word: $0.word) }
    )
  }

  private func group(_ portrait: Portrait) -> ExplorerData.Group {
    ExplorerData.Group(
      letter: portrait.letter,
      name: portrait.name,
      color: portrait.look.fill.name ?? "other",
      marker: portrait.look.marker.rawValue,
      dash: portrait.look.dash,
      // How many there are of a few is nobody's business.
      size: portrait.isHidden ? min(portrait.size, 1) : portrait.size,
      share: portrait.isHidden ? 0 : Self.short(portrait.facts.share),
      isHidden: portrait.isHidden,
      like: Traits(reading: reading).text(of: portrait, most: 4).capitalizedFirst + ".",
      actions: portrait.actions
    )
  }

  private func variable(_ measure: Measure) -> ExplorerData.Variable {
    let facts = measure.facts
    return ExplorerData.Variable(
      name: SafeText.label(facts.name),
      label: measure.label,
      inner: measure.inner,
      isMoney: measure.isMoney,
      isShare: measure.isShare,
      isBalance: measure.isBalance,
      isYear: measure.isYear,
      isWhole: facts.isWhole,
      isSummable: measure.isSummable,
      isSkewed: measure.isSkewed,
      separation: facts.separation.map(Self.short),
      missing: facts.missing,
      sum: Self.short(facts.sum),
      n: facts.n,
      mean: Self.short(facts.mean),
      sd: Self.short(facts.sd),
      q: facts.quantiles.map(Self.short),
      box: Self.box(facts.box),
      histogram: .init(
        start: Self.short(facts.histogram.start),
        width: Self.short(facts.histogram.width),
        counts: facts.histogram.counts,
        below: facts.histogram.below,
        above: facts.histogram.above
      ),
      log: facts.logHistogram.map {
        .init(
          first: $0.first,
          perDecade: $0.perDecade,
          counts: $0.counts,
          below: $0.below,
          above: $0.above
        )
      },
      by: reading.segments.map { part(measure, of: $0) }
    )
  }

  private func part(_ measure: Measure, of portrait: Portrait) -> ExplorerData.Part? {
    guard let value = portrait.value(of: measure),
      let histogram = portrait.facts.histograms[measure.facts.name]
    else { return nil }
    let log = portrait.facts.logHistograms?[measure.facts.name]
    return ExplorerData.Part(
      n: value.n,
      mean: Self.short(value.mean),
      sd: Self.short(value.sd),
      z: Self.short(value.z),
      total: Self.short(portrait.facts.totals[measure.facts.name] ?? 0),
      q: value.quantiles.map(Self.short),
      box: Self.box(value.box),
      counts: histogram.counts,
      log: log.map { .init(counts: $0.counts) }
    )
  }

  /// Value for each visit, else for each order, where the data count them.
  private func ratio(of measures: [Measure]) -> ExplorerData.Ratio? {
    guard let value = reading.value,
      let place = measures.firstIndex(where: { $0.place == value.place })
    else { return nil }
    for (role, word) in [("visits", "kpi.per-visit"), ("orders", "kpi.average-order")] {
      if let per = measures.firstIndex(where: { $0.facts.role == role && $0.facts.sum > 0 }) {
        return .init(label: reading.words(word), value: place, per: per)
      }
    }
    return nil
  }

  private static func box(_ box: SegmentReport.Box) -> ExplorerData.Box {
    ExplorerData.Box(
      low: short(box.low),
      q25: short(box.q25),
      median: short(box.median),
      q75: short(box.q75),
      high: short(box.high),
      below: box.below,
      above: box.above
    )
  }

  /// A number with seven digits: more than any page shows, and short to write.
  static func short(_ value: Double) -> Double {
    guard value.isFinite else { return 0 }
    guard value != 0, value != value.rounded() || value.magnitude >= 1e7 else { return value }
    let places = 6 - Int(log10(value.magnitude).rounded(.down))
    // Dividing by an exact power rounds once; multiplying by 0.1 would round twice.
    guard places <= 22 else { return value }
    if places >= 0 {
      let power = pow(10, Double(places))
      return (value * power).rounded() / power
    }
    let power = pow(10, Double(-places))
    return (value / power).rounded() * power
  }
}
