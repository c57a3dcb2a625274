import Foundation
import Testing

@testable import Segments

@Suite("Columns that change between deliveries")
struct FittingTests {
  static let first = """
    order,customer,date,price,quantity,status,sku
    1,anna,2024-01-01,10,2,paid,red
    2,berta,2024-01-02,5,1,paid,blue
    """

  /// The first delivery and a second one of which a column has another name, or none at all.
  private func joined(_ column: String, as name: String?) throws -> Ledger {
    let rows = Self.first.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let place = rows[0].firstIndex(of: column)
    let changed = rows.enumerated().map { line, cells in
      cells.enumerated().compactMap { index, cell in
        index != place ? cell : line == 0 ? name : name.map { _ in cell }
      }.joined(separator: ",")
    }.joined(separator: "\n")
    return try SmallShop.ledger([("a.csv", Self.first), ("b.csv", changed)])
  }

  private func refusal(_ body: () throws -> Ledger) -> Refusal? {
    do {
      _ = try body()
      return nil
    } catch SegmentError.refused(let refusal) {
      return refusal
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test(
    "are refused where they would falsify what counts, and the error names them",
    arguments: ["order", "customer", "date", "price", "quantity", "status"]
  )
  func counted(column: String) throws {
    let gone = try #require(refusal { try joined(column, as: nil) })
    let renamed = try #require(refusal { try joined(column, as: "x_\(column)") })
    let isKnown = column != "customer" && column != "date"
    if isKnown { #expect(gone.what.contains("“\(column)”")) }
    #expect(renamed.what.contains("“x_\(column)”") || renamed.place.contains("“x_\(column)”"))
    #expect(renamed.toDo.contains("`columns"), "\(renamed.toDo)")
  }

  @Test("may be new, may be called otherwise in words that are known, and may say what was bought")
  func accepted() throws {
    for (column, name) in [("order", "Order ID"), ("sku", nil), ("sku", "x_sku")] {
      #expect(try joined(column, as: name).rowCount == 2)
    }
    let more = Self.first.replacingOccurrences(of: "sku", with: "sku,coupon")
      .replacingOccurrences(of: "red", with: "red,x")
      .replacingOccurrences(of: "blue", with: "blue,y")
    #expect(try SmallShop.ledger([("a.csv", Self.first), ("b.csv", more)]).rowCount == 2)
  }

  @Test("are no fault of another kind of export, which has its own columns")
  func otherExport() throws {
    let other = "Order ID,Customer ID,Order Date,Total\n7,anna,2024-02-01,3\n"
    let ledger = try SmallShop.ledger([("a.csv", Self.first), ("b.csv", other)])
    #expect(ledger.rowCount == 3)
    #expect(ledger.tally.layouts?.count == 2)
    let less = "Order ID,Customer ID,Order Date,Items sold,Price\n8,anna,2024-02-01,3,5\n"
    #expect(
      refusal { try SmallShop.ledger([("a.csv", Self.first), ("b.csv", other), ("c.csv", less)]) }
        != nil
    )
  }

  @Test("are refused where orders, or customers, would get or lose their keys")
  func keys() throws {
    let loose = "customer,date,price,quantity\nanna,2024-01-01,10,2\n"
    let orders = [("a.csv", loose), ("b.csv", Self.first)]
    #expect(try #require(refusal { try SmallShop.ledger(orders) }).what.contains("“order”"))
    let named = ("a.csv", "customer_id,visits,total_spent\n1,2,3\n2,3,4\n")
    let nameless = ("b.csv", "visits,total_spent\n2,3\n3,4\n")
    let lost = try #require(refusal { try SmallShop.ledger([named, nameless]) })
    #expect(lost.what.contains("“customer_id”"))
    let gained = try #require(refusal { try SmallShop.ledger([nameless, named]) })
    #expect(gained.what.contains("“customer_id”"))
  }

  @Test("of files that were accepted once are not in question again")
  func acceptedOnce() throws {
    let pipeline = Pipeline(dataset: "shop", recipe: Recipe())
    var ledger = try SmallShop.ledger([("a.csv", Self.first)])
    var export = SmallShop.export("customer,date,price,quantity\nanna,2024-01-01,10,2\n")
    export.isAccepted = true
    try ledger.merge(pipeline.harvest(export, fitting: ledger))
    #expect(ledger.rowCount == 3)
  }

  @Test("are known the same whatever the order of files, and from the first where none were noted")
  func layouts() throws {
    let other = "Order ID,Customer ID,Order Date,Total\n7,anna,2024-02-01,3\n"
    let files = [("a.csv", Self.first), ("b.csv", other)]
    let (one, two) = (try SmallShop.ledger(files), try SmallShop.ledger(files.reversed()))
    #expect(one.tally.layouts == two.tally.layouts)
    #expect(try Ledger(chunks: one.chunks()).tally.layouts == one.tally.layouts)
    var old = one
    old.noteAsEarlier()
    #expect(try !Ledger(chunks: old.chunks()).notesColumns)
    let fewer = SmallShop.export("order,customer,date,price\n9,anna,2024-01-01,10\n")
    #expect(throws: SegmentError.self) {
      try Pipeline(dataset: "shop", recipe: Recipe()).harvest(fewer, fitting: old)
    }
  }
}
