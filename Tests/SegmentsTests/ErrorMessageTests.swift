import Testing

@testable import Segments

@Suite("What a refused file is told")
struct ErrorMessageTests {
  static let all: [SegmentError] = [
    .refused(.missingColumn("client", role: "customer", header: ["id", "spend"])),
    .refused(.noCustomer(["a"])), .refused(.noDate(["a"])), .refused(.noAmount(["a"])),
    .refused(.nothingToRead(["hello"])), .refused(.severalCurrencies(["EUR", "USD"])),
    .refused(.noCustomer(["a"], advice: "Export another report.")),
    .refused(.secretColumn("password_hash")),
    .refused(.undecidedDates("Date", example: "03/04/2026")),
    .refused(.noRate(["USD"], base: "EUR")),
    .refused(.noReadableRow(read: 0)), .refused(.noReadableRow(read: 9)),
    .refused(.tooManyRejected(6, of: 9, limit: 0.5, worst: "missing")),
    .refused(.otherColumns(missing: ["visits"])),
    .refused(.otherColumns(missing: ["visits"], new: ["views"])),
    .refused(.lostColumns([(.order, "Name")], new: ["Number"])),
    .refused(.unlikeKeys("Name", role: .order)), .refused(.unlikeKeys("Email", role: .customer)),
    .refused(.otherGrain(.orders, known: .customers)),
    .refused(.tooMuchMemory(orders: 9, limit: 2 << 30)),
    .refused(.tooManyToList(9, limit: 2 << 30)),
    .unreadable(ReadFailure(code: 5, words: "Input/output error")), .stopped(.search),
    .spillFailed(ReadFailure(code: 28, words: "no space is left on the device")),
    .damagedLedger(chunk: "orders/0"), .unreadableReport("it was made by a newer version"),
    .computation("A matrix has no columns."),
  ]

  @Test("is a whole sentence that says what happened, and another that says what to do")
  func sentences() {
    for error in Self.all {
      #expect(error.errorDescription.hasSuffix("."), "\(error.errorDescription)")
      #expect(error.whatToDo.hasSuffix("."), "\(error.whatToDo)")
      #expect(error.errorDescription.count > 15)
    }
  }

  @Test("names the columns it found")
  func header() {
    let refusal = Refusal.noCustomer(["Order", "Datum"])
    #expect(refusal.what == "No column says which customer an order belongs to.")
    #expect(refusal.place == "header: “Order”, “Datum”")
  }

  @Test("only bad data is the file's own fault")
  func fault() {
    #expect(Self.all.prefix(21).allSatisfy { $0.isBadData })
    #expect(Self.all.dropFirst(21).allSatisfy { !$0.isBadData })
  }
}
