import Testing

@testable import Daemon

@Suite("A file in the inbox")
struct SettleBookTests {
  private let place = InboxPlace(folder: nil, name: FileName("june.csv"))
  private let quiet = SettleBook.Look(writer: .absent, endsWithNewline: true)

  private func facts(_ bytes: Int, inode: UInt64 = 1) -> FileFacts {
    FileFacts(kind: .file, device: 1, inode: inode, bytes: bytes)
  }

  @Test("is taken after it has not changed for the whole window")
  func window() {
    var book = SettleBook(window: .seconds(2))
    #expect(
      book.observe(place, facts(5), now: .zero) { quiet } == .waiting(.settling, until: .seconds(2))
    )
    #expect(
      book.observe(place, facts(5), now: .seconds(1)) { quiet }
        == .waiting(.settling, until: .seconds(2))
    )
    #expect(book.observe(place, facts(5), now: .seconds(2)) { quiet } == .settled)
  }

  @Test("waits anew after every change, of size, identity or times")
  func changes() {
    var book = SettleBook(window: .seconds(2))
    _ = book.observe(place, facts(5), now: .zero) { quiet }
    #expect(
      book.observe(place, facts(6), now: .seconds(2)) { quiet }
        == .waiting(.settling, until: .seconds(4))
    )
    #expect(
      book.observe(place, facts(6, inode: 2), now: .seconds(4)) { quiet }
        == .waiting(.settling, until: .seconds(6))
    )
    var later = facts(6, inode: 2)
    later.modifiedNanoseconds = -5
    #expect(
      book.observe(place, later, now: .seconds(6)) { quiet }
        == .waiting(.settling, until: .seconds(8))
    )
  }

  @Test("is not taken while somebody writes to it, however long it rests")
  func writer() {
    var book = SettleBook(window: .seconds(2))
    _ = book.observe(place, facts(5), now: .zero) { quiet }
    let busy = SettleBook.Look(writer: .present, endsWithNewline: true)
    #expect(
      book.observe(place, facts(5), now: .seconds(9)) { busy }
        == .waiting(.beingWritten, until: .seconds(11))
    )
    #expect(book.observe(place, facts(5), now: .seconds(11)) { quiet } == .settled)
  }

  @Test(
    "waits one window more when it is empty, ends without a newline, or writers cannot be seen",
    arguments: [
      (0, SettleBook.Look(writer: .absent, endsWithNewline: false), 2),
      (5, SettleBook.Look(writer: .absent, endsWithNewline: false), 2),
      (5, SettleBook.Look(writer: .unknown, endsWithNewline: true), 2),
      (5, SettleBook.Look(writer: .unknown, endsWithNewline: false), 3),
    ]
  )
  func doubt(_ bytes: Int, _ look: SettleBook.Look, _ windows: Int) {
    var book = SettleBook(window: .seconds(2))
    for second in stride(from: 0, to: windows * 2, by: 2) {
      let verdict = book.observe(place, facts(bytes), now: .seconds(second)) { look }
      #expect(verdict != .settled)
    }
    #expect(book.observe(place, facts(bytes), now: .seconds(windows * 2)) { look } == .settled)
  }

  @Test("is forgotten when it goes, and waits anew when it comes back")
  func forgotten() {
    var book = SettleBook(window: .seconds(2))
    _ = book.observe(place, facts(5), now: .zero) { quiet }
    book.keep(only: [])
    #expect(book.observe(place, facts(5), now: .seconds(5)) { quiet } != .settled)
  }
}
