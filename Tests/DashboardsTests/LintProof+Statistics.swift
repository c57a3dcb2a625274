import Plots

@testable import Dashboards

extension LintWorkshop {
  /// Points 28 to 34: statistics and honesty.
  var statistics: [LintProof] {
    [
      LintProof(
        rule: CountShownRule(),
        broken: counted(book { $0.add(chart()) }),
        sound: counted(book { $0.add([chart(), text("n = 4,338 customers")]) })
      ),
      LintProof(
        rule: StatisticNamedRule(),
        broken: book(Self.figure("Orders")) { $0.add(chart()) },
        sound: book(Self.figure("Orders", "Median per segment")) { $0.add(chart()) }
      ),
      LintProof(
        rule: ExclusionRule(),
        broken: leftOut(book { $0.add(text("All records were kept")) }),
        sound: leftOut(book { $0.add(text("1,054 records left out")) })
      ),
      LintProof(
        rule: SharesAddUpRule(),
        broken: strip(gap: 0.75, shares: [0.4, 0.4]),
        sound: strip(gap: 0.75)
      ),
      LintProof(
        rule: SampleRule(),
        broken: book(sampled) { $0.add([chart(), text("All customers")]) },
        sound: book(sampled) { $0.add([chart(), text("5,000 of them, by hash")]) }
      ),
      LintProof(
        rule: TrueSentenceRule(),
        broken: sentence("Loyal customers bring 72% of revenue"),
        sound: sentence("Loyal customers bring 62% of revenue")
      ),
    ]
  }

  private func counted(_ book: LintedBook) -> LintedBook {
    var book = book
    book.customers = "4,338 customers"
    return book
  }

  private func leftOut(_ book: LintedBook) -> LintedBook {
    var book = book
    book.exclusions = [(what: "rows left out", number: "1,054", figure: nil)]
    return book
  }

  private var sampled: LintedFigure {
    var figure = Self.figure("The map")
    figure.sample = "5,000"
    return figure
  }

  private func sentence(_ title: String) -> LintedBook {
    book(Self.figure(title)) { $0.add([text("A 62%"), text("B 38%", 4, 40)]) }
  }
}
