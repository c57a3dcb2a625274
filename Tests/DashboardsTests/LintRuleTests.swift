import Plots
import Testing

@testable import Dashboards

@Suite("Every rule of the linter")
struct LintRuleTests {
  private static func proofs() -> [LintProof] {
    let workshop = LintWorkshop()
    return workshop.texts + workshop.scales + workshop.colors + workshop.statistics
      + workshop.pages
  }

  private func proof(_ name: String) throws -> LintProof {
    try #require(Self.proofs().first { $0.rule.name == name })
  }

  @Test("is proved by a page that breaks it and one that does not")
  func complete() {
    #expect(Self.proofs().map(\.rule.name) == LintCatalogue.all.map(\.name))
  }

  @Test("catches the page that breaks it", arguments: LintCatalogue.all.map(\.name))
  func broken(name: String) throws {
    let proof = try proof(name)
    let faults = proof.rule.faults(in: proof.broken)
    #expect(!faults.isEmpty)
    for fault in faults {
      #expect(fault.point == proof.rule.point && fault.rule == name)
      #expect(!fault.text.isEmpty && !fault.description.contains("\n"))
    }
  }

  @Test("is silent about a page that does not", arguments: LintCatalogue.all.map(\.name))
  func sound(name: String) throws {
    let proof = try proof(name)
    #expect(proof.rule.faults(in: proof.sound).isEmpty)
  }

  @Test("stands for a point of the checklist of its own, thirty at least")
  func points() {
    let points = LintCatalogue.all.map(\.point)
    #expect(points == points.sorted() && Set(points).count == points.count)
    #expect(points.allSatisfy { (1...40).contains($0) } && points.count >= 30)
    #expect(Set(LintCatalogue.all.map(\.name)).count == points.count)
  }

  @Test("may be broken in more ways than one")
  func otherWays() {
    let workshop = LintWorkshop()
    let uneven = workshop.bars([
      workshop.bar(0, length: 20, to: 10), workshop.bar(0, length: 30, to: 20),
    ])
    #expect(BarsFromZeroRule().faults(in: uneven).count == 1)
    let internalName = workshop.book { $0.add(workshop.text("rev_12m per customer")) }
    var named = internalName
    named.internalNames = ["rev_12m"]
    #expect(PlainWordsRule().faults(in: internalName).isEmpty)
    #expect(PlainWordsRule().faults(in: named).count == 1)
    let causal = workshop.book(LintWorkshop.figure("Sales fell due to rain")) { _ in }
    #expect(TrueSentenceRule().faults(in: causal).count == 1)
    let ticks = workshop.book {
      $0.add(workshop.chart(x: workshop.axis(ticks: [0, 1, 2, 3, 4, 5, 6, 7])))
    }
    #expect(RoundTicksRule().faults(in: ticks).count == 1)
    #expect(EmptyBlockRule().faults(in: blank(workshop)).map(\.text) == ["the page is blank"])
  }

  private func blank(_ workshop: LintWorkshop) -> LintedBook {
    var book = workshop.book { _ in }
    book.pages[0].figures = []
    return book
  }
}
