import Plots

@testable import Dashboards

extension LintWorkshop {
  /// Points 11 to 18: axes and scales.
  var scales: [LintProof] {
    let plain = book { $0.add(chart(x: axis())) }
    return [
      LintProof(
        rule: BarsFromZeroRule(),
        broken: bars([bar(0, length: 10, to: 10, from: 5)]),
        sound: bars([bar(0, length: 20, to: 10), bar(0, length: 40, to: 20)])
      ),
      LintProof(
        rule: RoundTicksRule(),
        broken: book { $0.add(chart(x: axis(ticks: [0, 3, 6]))) },
        sound: plain
      ),
      LintProof(
        rule: AxisTitleRule(),
        broken: book { $0.add(chart(x: axis(.linear, nil))) },
        sound: plain
      ),
      LintProof(
        rule: OneUnitRule(),
        broken: book {
          $0.add(chart(x: axis(ticks: [0, 5_000, 10_000], labels: ["0", "5,000", "10k"])))
        },
        sound: book {
          $0.add(chart(x: axis(ticks: [0, 5_000, 10_000], labels: ["0", "5k", "10k"])))
        }
      ),
      LintProof(
        rule: LogScaleRule(),
        broken: book { $0.add(chart(x: log)) },
        sound: book { $0.add([chart(x: log), text("Orders, log scale")]) }
      ),
      LintProof(
        rule: SharedScalesRule(),
        broken: book {
          $0.add([chart(x: axis(), family: "a"), chart(x: axis(ticks: [0, 1, 2]), family: "a")])
        },
        sound: book { $0.add([chart(x: axis(), family: "a"), chart(x: axis(), family: "a")]) }
      ),
      LintProof(
        rule: ClippedDataRule(),
        broken: book { $0.add(chart(x: axis(), [MarkFact("line", x: 0...90)])) },
        sound: book(noted) { $0.add(chart(x: axis(), [MarkFact("line", x: 0...90)])) }
      ),
      LintProof(
        rule: TrueScaleRule(),
        broken: book { $0.add(chart(x: axis(.time, places: [0, 30, 180]))) },
        sound: book { $0.add(chart(x: axis(.time, places: [0, 90, 180]))) }
      ),
    ]
  }

  func bars(_ pieces: [MarkPiece]) -> LintedBook {
    book { $0.add(chart([MarkFact(MarkFact.bar, pieces: pieces)])) }
  }

  private var log: AxisFact {
    axis(.log, "Orders", ticks: [1, 10, 100], places: [0, 90, 180])
  }

  private var noted: LintedFigure {
    var figure = Self.figure("Orders")
    figure.notes = ["41 customers lie beyond the axis."]
    return figure
  }
}
