import Synchronization
import Tables
import Testing

@testable import Segments

@Suite("Orders that do not fit into memory")
struct SpillTests {
  /// A spill file that is none, and what was asked of it.
  private final class Spills: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    let opened = Mutex(0)
    /// Beyond so many bytes the disk is full.
    let room: Int

    init(room: Int = .max) { self.room = room }

    var count: Int { bytes.withLock { $0.count } }

    var opener: Spill.Opener {
      { () throws(ReadFailure) in
        self.opened.withLock { $0 += 1 }
        return Spill(
          append: { more throws(ReadFailure) in
            try self.bytes.withLock { bytes throws(ReadFailure) in
              guard bytes.count + more.count <= self.room else {
                throw ReadFailure(code: 28, words: "no space is left on the device")
              }
              bytes += more
              return bytes.count - more.count
            }
          },
          read: { place in self.bytes.withLock { Array($0[place]) } },
        )
      }
    }
  }

  private static let recipe: Recipe = {
    var recipe = Recipe()
    recipe.selection.methods = [MethodChoice(method: "kmeans", parameters: ["k": 3])]
    return recipe
  }()

  /// Lines of a shop in no order at all, so that an order's lines lie far from each other.
  private func shop(_ customers: Int, seed: UInt64) -> (header: String, lines: [String]) {
    var generator = SplitMix(seed: seed)
    let lines = SmallShop.orders(customers: customers, seed: seed).split(separator: "\n")
      .map(String.init)
    return (lines[0], lines.dropFirst().shuffled(using: &generator))
  }

  private func ledger(
    _ files: [String],
    _ allowance: Allowance,
    leavingOut erased: String? = nil,
  ) throws -> Ledger {
    let pipeline = Pipeline(dataset: "shop", recipe: Self.recipe)
    var ledger = Ledger()
    ledger.allow(allowance)
    for (place, text) in files.enumerated() {
      let export = SmallShop.export(text, name: "part-\(place).csv").allowing(allowance)
      var harvest = try pipeline.harvest(export, fitting: ledger)
      if let erased { try harvest.leaveOut { $0.text == erased } }
      try ledger.merge(harvest)
    }
    return ledger
  }

  @Test(
    "come to the ledger and the report that they come to in memory, for any allowance",
    arguments: [UInt64(3), 8]
  )
  func sameLedger(seed: UInt64) throws {
    let (header, lines) = shop(260, seed: seed)
    let third = lines.count / 3
    // The parts overlap, and some orders have lines in both: the newer version counts.
    let files = [lines[..<(2 * third)], lines[third...]].map {
      ([header] + $0).joined(separator: "\n")
    }
    let whole = try ledger(files, .endless)
    let study = try Pipeline(dataset: "shop", recipe: Self.recipe).study(whole)
    for bytes in [1, 20_000, 90_000, 400_000, 1 << 30] {
      let spills = Spills()
      let found = try ledger(files, Allowance(bytes: bytes, opener: spills.opener))
      #expect(found == whole, "\(bytes) bytes, seed \(seed)")
      #expect((spills.count > 0) == (bytes < 1 << 30), "\(bytes) bytes")
      #expect(try found.chunks() == whole.chunks(), "\(bytes) bytes")
      let again = try Pipeline(dataset: "shop", recipe: Self.recipe).study(found)
      #expect(again.assignments == study.assignments)
      #expect(try again.report.json() == study.report.json(), "\(bytes) bytes")
    }
  }

  @Test("are joined where their lines stand in several runs", arguments: [UInt64(1), 2])
  func runs(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var runs = try OrderRuns(Spills().opener, .line)
    var whole = OrderBook()
    for _ in 0..<4 {
      var pieces = FoldedOrders()
      for _ in 0..<300 {
        var row = OrderRow(day: Int32(generator.next() % 90), second: 0)
        (row.amount, row.lines) = (Micros(raw: Int64(generator.next() % 900) * 10_000), 1)
        let keys = KeyColumns(
          customers: TextColumn(["c\(generator.next() % 50)"]),
          orders: TextColumn(["\(generator.next() % 9)"]),
        )
        let one = HarvestedOrder(row: row, updated: Int64(generator.next() % 4))
        pieces.append(one, [UInt32(generator.next() % 8) * 2], of: 0, keys)
      }
      var book = OrderBook()
      book.join(pieces, .line)
      try runs.write(book, [:])
      whole.join(pieces, .line)
    }
    var found = 0
    for cell in 0..<OrderRuns.plan.count {
      let (orders, _) = try runs.cell(cell)
      for number in orders.orders.indices {
        let key = orders.key(of: number)
        let twin = try #require(whole.number(of: key))
        #expect(OrderRuns.plan.shelf(of: key.customer.sampleHash) == cell)
        #expect(whole[key]?.row == orders.orders[number].row)
        #expect(whole[key]?.updated == orders.orders[number].updated)
        #expect(Array(whole.codes(of: twin)) == Array(orders.codes(of: number)))
        found += 1
      }
    }
    #expect(found == whole.count, "seed \(seed)")
    #expect(runs.rowCount > found)
  }

  @Test("are given to the store one by one, and are what all of them at once would be")
  func deferred() throws {
    let (header, lines) = shop(200, seed: 4)
    let text = ([header] + lines).joined(separator: "\n")
    let spills = Spills()
    let changes = try ledger([text], Allowance(bytes: 1, opener: spills.opener)).changes()
    #expect(changes.deferred.count >= 2)
    let deferred = try changes.deferred.map { try $0.chunk }
    let all = try ledger([text], .endless).chunks()
    func sorted(_ chunks: [LedgerChunk]) -> [LedgerChunk] { chunks.sorted { $0.name < $1.name } }
    #expect(sorted(changes.written + deferred) == sorted(all))
  }

  @Test("lose their useless decimals and their erased people like any others")
  func rewritten() throws {
    let (header, lines) = shop(90, seed: 5)
    let names = header.split(separator: ",", omittingEmptySubsequences: false)
    let column = try #require(names.firstIndex { $0.lowercased().contains("customer") })
    func decimal(_ line: String) -> String {
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if !cells[column].isEmpty { cells[column] = "9\(cells[column].dropFirst()).0" }
      return cells.joined(separator: ",")
    }
    let text = ([header] + lines.map(decimal)).joined(separator: "\n")
    let whole = try ledger([text], .endless)
    let histories = CustomerHistories(whole)
    let customers = histories.keys.map(\.text)
    let person = try #require(customers.first)
    #expect(!person.hasSuffix(".0"))
    let less = try ledger([text], .endless, leavingOut: person)
    #expect(less.rowCount < whole.rowCount)
    for bytes in [1, 30_000] {
      let allowance = Allowance(bytes: bytes, opener: Spills().opener)
      #expect(try ledger([text], allowance) == whole)
      let found = try ledger([text], allowance, leavingOut: person)
      #expect(found == less)
      #expect(found.tally.rowsKept == less.tally.rowsKept)
    }
  }

  @Test("without numbers are counted as often as they stand in the file")
  func loose() throws {
    var generator = SplitMix(seed: 6)
    let lines = (0..<4_000).map { _ in
      "c\(generator.next() % 60),2026-03-\(10 + generator.next() % 9),\(1 + generator.next() % 3)"
    }
    let text = "customer,date,amount\n" + lines.joined(separator: "\n")
    let whole = try ledger([text, text], .endless)
    let found = try ledger([text, text], Allowance(bytes: 1, opener: Spills().opener))
    #expect(found == whole)
    #expect(CustomerHistories(found).amount == CustomerHistories(whole).amount)
  }

  @Test("are looked at by `inspect` with the same result")
  func inspection() throws {
    let (header, lines) = shop(80, seed: 7)
    let text = ([header] + lines).joined(separator: "\n")
    let spills = Spills()
    let export = SmallShop.export(text)
    let found = try Inspection.make(
      of: export.allowing(Allowance(bytes: 5_000, opener: spills.opener)),
      recipe: Recipe()
    )
    #expect(spills.count > 0)
    #expect(try found == Inspection.make(of: export, recipe: Recipe()))
  }

  @Test("say so when the disk is full too, and do not blame the file")
  func full() throws {
    let (header, lines) = shop(80, seed: 8)
    let text = ([header] + lines).joined(separator: "\n")
    for room in [0, 20_000] {
      let failure = ReadFailure(code: 28, words: "no space is left on the device")
      #expect(throws: SegmentError.spillFailed(failure)) {
        _ = try ledger([text], Allowance(bytes: 1, opener: Spills(room: room).opener))
      }
    }
    #expect(!SegmentError.spillFailed(ReadFailure(code: 28, words: "")).isBadData)
  }

  @Test("are filled from the first line of their order as ever, as long as those fit")
  func continued() throws {
    var text = ""
    ShopSample(customers: 60, seed: 9).write(asPlatform: "shopify-orders") { text += $0 }
    let spills = Spills()
    let whole = try ledger([text], .endless)
    #expect(whole.schema?.isContinued == true)
    #expect(try ledger([text], Allowance(bytes: 100_000, opener: spills.opener)) == whole)
    #expect(spills.count > 0)
    do {
      _ = try ledger([text], Allowance(bytes: 1_000, opener: spills.opener))
      Issue.record("the file was taken")
    } catch SegmentError.refused(let refusal) {
      #expect(refusal.what.contains("need more than the 0 MiB of memory allowed"), "\(refusal)")
    }
  }

  @Test("do not help a file of which too many rows must be listed as rejected")
  func tooManyRejected() throws {
    let rows = (0..<3_000).map { row in
      "\(row / 3),c\(row % 70),2026-03-01," + (row % 3 > 0 ? "5" : "not to be read \(row)")
    }
    let text = "order,customer,date,amount\n" + rows.joined(separator: "\n")
    do {
      _ = try ledger([text], Allowance(bytes: 40_000, opener: Spills().opener))
      Issue.record("the file was taken")
    } catch SegmentError.refused(let refusal) {
      #expect(refusal.what.contains("their list needs more"), "\(refusal)")
    }
  }
}

@Suite("Deliveries joined at once")
struct JoinedAtOnceTests {
  @Test("come to what they come to one after another, and say the same of what is new")
  func sameAsInTurn() throws {
    let recipe = Recipe()
    let pipeline = Pipeline(dataset: "shop", recipe: recipe)
    for seed in [UInt64(1), 2, 3] {
      var generator = SplitMix(seed: seed)
      let header = "order,customer,date,amount,updated at\n"
      let files = (0..<5).map { _ in
        header
          + (0..<400).map { _ in
            let (order, day) = (generator.next() % 500, 10 + generator.next() % 9)
            let sign = generator.next() % 6 == 0 ? "-" : ""
            return "\(order),c\(order % 40),2026-03-\(day),\(sign)\(1 + generator.next() % 4),"
              + "2026-04-1\(generator.next() % 5)"
          }.joined(separator: "\n")
      }
      // The last tells nothing new.
      let texts = files + [files[4]]
      var (one, atOnce) = (Ledger(), Ledger())
      var news: [Bool] = []
      var harvests: [Harvest] = []
      for (place, text) in texts.enumerated() {
        let export = SmallShop.export(text, name: "f\(place).csv")
        let harvest = try pipeline.harvest(export, fitting: one)
        news.append(try one.merge(harvest))
        harvests.append(try pipeline.harvest(export, fitting: atOnce))
        try atOnce.admit(harvests[place])
      }
      #expect(try atOnce.join(harvests) == news)
      #expect(!news[5] && news[0])
      #expect(atOnce == one, "seed \(seed)")
      #expect(CustomerHistories(atOnce).orders == CustomerHistories(one).orders)
    }
  }
}
