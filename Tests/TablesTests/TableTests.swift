import Testing

@testable import Tables

@Suite("Tables")
struct TableTests {
  private let small = "id,n,d\nA,1,2026-05-01\nB,x,2026-05-02\nC,,1950-01-01\n"
  private let kinds: [String: ColumnKind] = ["id": .text, "n": .number, "d": .date]

  @Test("are joined below each other, unreadable texts included")
  func append() throws {
    var joined = try table(small, kinds: kinds)
    joined.append(try table(small, kinds: kinds))
    #expect(joined.rowCount == 6)
    #expect(joined.lines == [2, 3, 4, 2, 3, 4])
    #expect(joined.rows[0...2] == joined.rows[3...5])
    #expect(joined.column(named: "n")?.numbers?.raw == [1: "x", 4: "x"])
    #expect(joined.column(named: "d")?.dates?.raw == [2: "1950-01-01", 5: "1950-01-01"])
  }

  @Test("keep the rows that are marked, unreadable texts included")
  func keeping() throws {
    let kept = try table(small, kinds: kinds).keeping([false, true, true])
    #expect(kept.rows == [["B", "x", "2026-05-02"], ["C", "", "1950-01-01"]])
    #expect(kept.lines == [3, 4])
    #expect(kept.column(named: "n")?.numbers?.raw == [0: "x"])
    #expect(kept.column(named: "d")?.state(at: 1) == .unreadable)
    #expect(kept.column(named: "n")?.numbers?[1] == nil)
  }

  @Test("number equal texts alike, however many there are")
  func textSet() {
    var bytes: [UInt8] = []
    var set = TextSet(expected: 1)
    var numbers: [Int] = []
    for number in 0..<2000 {
      let start = bytes.count
      bytes += Array("key \(number % 700)".utf8)
      numbers.append(set.insert(bytes, start..<bytes.count))
    }
    #expect(numbers == (0..<2000).map { $0 % 700 })
    #expect(set.count == 700)
  }
}
