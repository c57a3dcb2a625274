import Testing

@testable import Daemon

@Suite("A cell of a written table")
struct SafeCellTests {
  @Test(
    "is guarded where a spreadsheet would run it",
    arguments: [
      "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{0}=1", "=\u{301}1+1", "  =1",
      "\u{A0}=1", "\u{FEFF}=1", "\u{200B}=1", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}A",
      "|cmd", "%0A", "=cmd|' /C calc'!A0", "'quoted", "-", "--1", "+", "-1e", "=",
    ]
  )
  func guarded(_ text: String) {
    let cell = SafeCell.quoted(text)
    #expect(cell.starts(with: Array("\"'".utf8)))
    #expect(!cell.dropFirst().dropLast().contains { $0 < 0x20 })
  }

  @Test(
    "is left as it is where it is harmless or a number",
    arguments: [
      "-1250.5", "+3", "-1,5", "-2e-3", "12345", "a=b", "Müller", "x;=cmd", "", "a-b", "5%",
    ]
  )
  func harmless(_ text: String) {
    #expect(SafeCell.quoted(text) == Array("\"\(text)\"".utf8))
  }

  @Test("doubles quotes and stays on one line")
  func quotes() {
    #expect(SafeCell.quoted("a\"b\nc\u{2028}d") == Array("\"a\"\"b c d\"".utf8))
  }

  @Test("is a number in its shortest form, never guarded")
  func numbers() {
    var table = TableWriter()
    table.number(-1250.5)
    table.number(198.0)
    table.number(0.1 + 0.2)
    table.number(nil)
    table.number(.nan)
    table.number(-7)
    table.endRecord()
    #expect(table.bytes == Array("-1250.5,198,0.30000000000000004,,,-7\r\n".utf8))
  }
}
