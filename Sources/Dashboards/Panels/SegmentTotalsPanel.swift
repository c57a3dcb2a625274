import Plots
import Segments

/// The totals of one segment: how many customers, what they bring, and their part of it.
struct SegmentTotalsPanel: Panel {
  static let id = "segment_totals"
  static let takesSegment = true

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    guard let portrait = subject.segments?.first, !portrait.isHidden else {
      return .absent(reading.words("absent.no-segment"))
    }
    let tiles = tiles(of: portrait, reading)
    return .picture(Tile.picture(Array(tiles.prefix(6)), width: subject.width, reading))
  }

  private func tiles(of portrait: Portrait, _ reading: Reading) -> [Tile] {
    let words = reading.words
    var tiles = [
      Tile(
        label: words("kpi.customers"),
        value: reading.format.integer(portrait.size),
        note: words("card.share", ["share": reading.format.percent(portrait.facts.share)])
      )
    ]
    let value = reading.value
    for measure in [value].compactMap(\.self) + reading.measures
    where measure.isSummable && measure.facts.sum > 0 {
      guard let total = portrait.facts.totals[measure.facts.name],
        !tiles.contains(where: { $0.label == measure.label })
      else { continue }
      let part = reading.format.percent(total / measure.facts.sum)
      tiles.append(
        Tile(
          label: measure.label,
          value: measure.total(total),
          note: words("card.value-share", ["share": part, "of": measure.of])
        )
      )
    }
    tiles += ratio(of: portrait, reading)
    for measure in reading.varying where !measure.isSummable && tiles.count < 6 {
      guard let own = portrait.value(of: measure) else { continue }
      tiles.append(
        Tile(
          label: measure.shortLabel,
          value: measure.text(own.median),
          note: words("kpi.median")
        )
      )
    }
    return tiles
  }

  /// Value for each visit, where the data count visits.
  private func ratio(of portrait: Portrait, _ reading: Reading) -> [Tile] {
    guard let value = reading.value,
      let visits = reading.measures.first(where: { $0.facts.role == "visits" }),
      let count = portrait.facts.totals[visits.facts.name], count > 0,
      let total = portrait.facts.totals[value.facts.name]
    else { return [] }
    return [
      Tile(
        label: reading.words("kpi.per-visit"),
        value: value.text(total / count),
        note: reading.words("kpi.per-visit.note", ["measure": value.inner])
      )
    ]
  }
}
