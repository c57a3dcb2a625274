import Testing

@testable import Tables

/// All rules of the room.
private let allRules: [any CleaningRule] = [
  MissingValues(), NegativeValues(), ZeroValues(), DuplicateKeys(),
  UnreadableValues(), ImpossibleDates(latestDay: 20000), TestAddresses(),
]

@Suite("Every cleaning rule")
struct CleaningRuleContractTests {
  private let columns: [Column] = [
    Column(
      name: "n",
      values: .numbers(
        NumberColumn(
          values: [1, 0, -2, 0, 0, 5],
          states: [.value, .value, .value, .missing, .unreadable, .value],
          raw: [4: "x"]
        )
      )
    ),
    Column(
      name: "d",
      values: .dates(
        DateColumn(
          days: [1, 30000, 1, 0, 0, 7],
          seconds: [0, 0, 0, 0, 0, 0],
          offsetMinutes: [nil, nil, nil, nil, nil, nil],
          states: [.value, .value, .value, .missing, .unreadable, .value],
          raw: [4: "x"]
        )
      )
    ),
    Column(name: "t", values: .texts(TextColumn(["a", "b", "a", "", "c", "b"]))),
  ]

  @Test("is in the order of reasons, and the order names no other")
  func complete() {
    let names = allRules.map(\.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    #expect(names == Cleaner.order)
  }

  @Test(
    "names each row once, gives the same answer twice, and leaves the column alone",
    arguments: allRules
  )
  func marks(rule: any CleaningRule) {
    for column in columns {
      let standing = Array(repeating: true, count: 6)
      let first = rule.brokenRows(of: column, standing: standing)
      #expect(first == Set(first).sorted() && first.allSatisfy((0..<6).contains))
      #expect(rule.brokenRows(of: column, standing: standing) == first)
    }
  }

  @Test("has an answer for no rows and for one row", arguments: allRules)
  func small(rule: any CleaningRule) {
    for column in columns {
      for count in [0, 1] {
        let rows = (0..<6).map { $0 < count }
        let small = Column(name: column.name, values: column.values.keeping(rows))
        let broken = rule.brokenRows(of: small, standing: Array(repeating: true, count: count))
        #expect(broken.isEmpty)
      }
    }
  }

  @Test(
    "that looks at single cells says the same in any order of rows",
    arguments: allRules.filter { !$0.comparesRows }
  )
  func shuffled(rule: any CleaningRule) {
    for column in columns {
      let whole = rule.brokenRows(of: column, standing: Array(repeating: true, count: 6))
      for row in 0..<6 {
        let alone = Column(
          name: column.name,
          values: column.values.keeping((0..<6).map { $0 == row })
        )
        #expect(rule.brokenRows(of: alone, standing: [true]) == (whole.contains(row) ? [0] : []))
      }
    }
  }

  @Test(
    "never looks at a cell that holds no value as if it were zero",
    arguments: [ZeroValues(), NegativeValues()] as [any CleaningRule]
  )
  func noFalseZeros(rule: any CleaningRule) {
    let broken = rule.brokenRows(of: columns[0], standing: Array(repeating: true, count: 6))
    #expect(!broken.contains(3) && !broken.contains(4))
  }

  @Test("knows addresses that nobody reads, and no others")
  func testAddresses() {
    let addresses = [
      "test@shop.de", "Test+7@shop.de", "anna@example.com", "anna@mail.example.org", "a@b.test",
      "protest@shop.de", "anna@example.de", "test", "testa@shop.de", "a@b@example.com", "",
    ]
    let column = Column(name: "e", values: .texts(TextColumn(addresses)))
    let broken = TestAddresses()
      .brokenRows(of: column, standing: Array(repeating: true, count: addresses.count))
    #expect(broken == Array(0..<5))
  }

  @Test("breaks these rows of numbers, dates and texts")
  func table() {
    func rows(_ rule: any CleaningRule) -> [[Int]] {
      columns.map { column in
        rule.brokenRows(of: column, standing: Array(repeating: true, count: 6))
      }
    }
    #expect(rows(MissingValues()) == [[3], [3], [3]])
    #expect(rows(NegativeValues()) == [[2], [], []])
    #expect(rows(ZeroValues()) == [[1], [], []])
    #expect(rows(UnreadableValues()) == [[4], [4], []])
    #expect(rows(ImpossibleDates(latestDay: 20000)) == [[], [1], []])
    #expect(rows(ImpossibleDates()) == [[], [], []])
    #expect(rows(TestAddresses()) == [[], [], []])
    #expect(rows(DuplicateKeys()) == [[], [0], [0, 1]])
  }
}
