import Segments

extension Outbox {
  /// Tables of a publication that name customers.
  private static let tables = ["segments.csv", "movers.csv", "rejected.csv"]

  /// Exchanges every publication of a dataset that names a person for one that does not.
  ///
  /// The exchange is one step, so nobody sees half of one; all other files are the same.
  ///
  /// - Parameter tokens: What stands for people where publications do not name them.
  func erase(
    _ person: Key,
    from dataset: String,
    tokens: ShownKeys,
    _ receipt: inout ErasureReceipt,
  ) throws {
    guard try root.facts(of: FileName(dataset))?.kind == .folder else { return }
    let folder = try root.folder(FileName(dataset))
    for run in try Self.runs(in: folder) {
      let published = try folder.folder(run)
      guard let manifest = try Self.manifest(in: published) else { continue }
      let isPlain = manifest.configuration.report.privacy.ids == .plain
      let shown = isPlain ? person : Key.normalized(tokens(person.text))
      var changed: [String: [UInt8]] = [:]
      for table in Self.tables where manifest.outputs.contains(where: { $0.path == table }) {
        let bytes = try published.contents(of: FileName(table), atMost: .max)
        let (rest, lines) = Self.without(shown, bytes)
        guard lines > 0 else { continue }
        changed[table] = rest
        receipt.publishedLines += lines
      }
      guard !changed.isEmpty else { continue }
      receipt.publications += 1
      try exchange(run, in: folder, manifest, changed)
    }
  }

  private func exchange(
    _ run: FileName,
    in folder: Folder,
    _ manifest: Manifest,
    _ changed: [String: [UInt8]],
  ) throws {
    let published = try folder.folder(run)
    let artifacts = try manifest.outputs.map { output in
      Artifact(
        path: output.path,
        bytes: try changed[output.path]
          ?? PublicationWriter.contents(of: output.path, in: published)
      )
    }
    let aside = FileName(bytes: Array(Self.staging.utf8) + run.bytes)
    try folder.removeTree(aside)
    try PublicationWriter.write(artifacts, manifest, into: folder.folderMade(aside))
    try folder.exchange(aside, with: run)
    try folder.sync()
    try folder.removeTree(aside)
  }

  /// The lines of one of our tables in which no cell is the person's key.
  static func without(_ person: Key, _ bytes: [UInt8]) -> (bytes: [UInt8], lines: Int) {
    let cell = SafeCell.quoted(person.text)
    var rest: [UInt8] = []
    rest.reserveCapacity(bytes.count)
    var lines = 0
    // Our cells hold no line breaks, so a record is a line.
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let cells = cells(of: line)
      if cells.contains(where: { names(person, $0, cell) }) {
        lines += 1
      } else {
        rest += line
        rest.append(0x0A)
      }
    }
    if !rest.isEmpty { rest.removeLast() }
    return (rest, lines)
  }

  private static func names(_ person: Key, _ field: ArraySlice<UInt8>, _ cell: [UInt8]) -> Bool {
    if field.elementsEqual(cell) { return true }
    guard field.first == 0x22 else { return false }
    let text = String(decoding: field.dropFirst().dropLast(), as: UTF8.self)
    return Key.normalized(text) == person
  }

  /// The fields of a record of ours: texts in quotes, numbers plain.
  private static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var (start, isQuoted) = (line.startIndex, false)
    for place in line.indices {
      if line[place] == 0x22 { isQuoted.toggle() }
      guard line[place] == 0x2C, !isQuoted else { continue }
      cells.append(line[start..<place])
      start = place + 1
    }
    let last = line[start...]
    return cells + [last.last == 0x0D ? last.dropLast() : last]
  }
}
