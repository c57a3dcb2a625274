/// Knows which files in the inbox have come to rest.
///
/// A listing is the truth; news from the kernel only say when to list again.
struct InboxWatcher {
  private let listing: InboxListing
  private var book: SettleBook

  /// What one look at the inbox has shown.
  struct Sweep {
    /// Files that may be taken, sorted by place.
    var settled: [InboxEntry] = []
    /// When the next waiting file may be ready.
    var nextLook: Duration?
    /// Files that will be taken later.
    var waiting: [(InboxPlace, WaitReason)] = []
    /// What is left alone, and why.
    var skipped: [(InboxPlace, SkipReason)] = []
  }

  init(root: Folder, watch: WatchSettings) {
    listing = InboxListing(root: root, watch: watch)
    book = SettleBook(window: watch.settle)
  }

  /// Lists the inbox once.
  mutating func sweep(now: Duration) throws -> Sweep {
    var sweep = Sweep()
    var seen: Set<InboxPlace> = []
    let listing = listing
    for entry in try listing.entries() {
      if let reason = entry.skipped {
        sweep.skipped.append((entry.place, reason))
        continue
      }
      seen.insert(entry.place)
      let verdict = book.observe(entry.place, entry.facts, now: now) {
        Self.look(entry, listing.root)
      }
      switch verdict {
      case .settled:
        sweep.settled.append(entry)
      case .waiting(let reason, let until):
        sweep.waiting.append((entry.place, reason))
        sweep.nextLook = min(sweep.nextLook ?? until, until)
      }
    }
    book.keep(only: seen)
    return sweep
  }

  private static func look(_ entry: InboxEntry, _ root: Folder) -> SettleBook.Look? {
    do {
      let folder = try entry.folder.map { try root.folder($0) } ?? root
      let file = try folder.open(entry.name)
      let last = entry.facts.bytes == 0 ? nil : try file.byte(at: entry.facts.bytes - 1)
      // Files that are no tables are refused for their name, whatever they end with.
      let isTable = FileEnding(of: entry.name) == .table
      let ended = !isTable || last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r")
      return SettleBook.Look(writer: file.writer(), endsWithNewline: ended)
    } catch {
      return nil
    }
  }
}
