import Plots
import Segments

/// Up to six numbers that a shop owner repeats aloud.
struct KeyFiguresPanel: Panel {
  static let id = "kpis"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    .picture(Tile.picture(Array(tiles(of: reading).prefix(6)), width: subject.width, reading))
  }

  private func tiles(of reading: Reading) -> [Tile] {
    let words = reading.words
    let format = reading.format
    let left = reading.report.rows.read - reading.report.rows.kept
    var tiles = [
      Tile(
        label: words("kpi.customers"),
        value: format.integer(reading.report.customers),
        note: left > 0 ? words.counted(left, "kpi.left", format) : words("kpi.all-kept")
      )
    ]
    tiles += valueTiles(of: reading)
    tiles += orderTiles(of: reading)
    for measure in reading.measures
    where measure.isSummable && measure.facts.name != reading.value?.facts.name
      && measure.facts.sum > 0 && !(reading.report.orders != nil && measure.facts.role == "orders")
    {
      tiles.append(
        Tile(
          label: measure.label,
          value: measure.total(measure.facts.sum),
          note: words("kpi.median-each", ["value": measure.text(measure.facts.median)])
        )
      )
    }
    if let ratio = ratioTile(of: reading) { tiles.insert(ratio, at: min(5, tiles.count)) }
    tiles.append(
      Tile(
        label: words("kpi.segments"),
        value: format.integer(reading.segments.count),
        note: words("method." + reading.report.choice.method)
      )
    )
    // What was clustered matters more; a median of zero says nothing.
    let others = reading.varying.filter { !$0.isSummable && $0.facts.median != 0 }
    for measure in others.filter(\.facts.clustered) + others.filter({ !$0.facts.clustered }) {
      tiles.append(
        Tile(
          label: measure.shortLabel,
          value: measure.text(measure.facts.median),
          note: words("kpi.median")
        )
      )
    }
    return tiles
  }

  private func valueTiles(of reading: Reading) -> [Tile] {
    guard let value = reading.value, value.facts.n > 0 else { return [] }
    let words = reading.words
    return [
      Tile(
        label: value.label,
        value: value.total(reading.report.amount ?? value.facts.sum),
        note: words("kpi.sum")
      ),
      Tile(
        label: words("kpi.per-customer"),
        value: value.text(value.facts.mean),
        note: words("kpi.median-is", ["value": value.text(value.facts.median)])
      ),
    ]
  }

  private func orderTiles(of reading: Reading) -> [Tile] {
    guard let orders = reading.report.orders, orders > 0 else { return [] }
    let words = reading.words
    let each = Double(orders) / Double(max(1, reading.report.customers))
    var tiles = [
      Tile(
        label: words("kpi.orders"),
        value: reading.format.number(Double(orders)),
        note: words("kpi.each", ["value": reading.format.fixed(each, decimals: 1)])
      )
    ]
    if let amount = reading.report.amount, let value = reading.value {
      tiles.append(
        Tile(
          label: words("kpi.average-order"),
          value: value.text(amount / Double(orders)),
          note: words("kpi.mean-orders")
        )
      )
    }
    return tiles
  }

  /// Value for each visit, where the data count visits.
  private func ratioTile(of reading: Reading) -> Tile? {
    guard let value = reading.value,
      let visits = reading.measures.first(where: { $0.facts.role == "visits" }),
      visits.facts.sum > 0
    else { return nil }
    return Tile(
      label: reading.words("kpi.per-visit"),
      value: value.text(value.facts.sum / visits.facts.sum),
      note: reading.words("kpi.per-visit.note", ["measure": value.inner])
    )
  }
}
