extension Outbox {
  /// Removes publications that are not to be kept any longer; `latest` is never one of them.
  ///
  /// Each is renamed first, so that nobody sees half of one.
  func retire(_ runs: [String], of dataset: String) throws {
    guard try root.facts(of: FileName(dataset))?.kind == .folder else { return }
    let folder = try root.folder(FileName(dataset))
    var isChanged = false
    for run in runs {
      let name = FileName(run)
      guard try folder.facts(of: name)?.kind == .folder else { continue }
      let aside = FileName(Self.staging + "retired-" + run)
      try folder.removeTree(aside)
      _ = try folder.move(name, to: folder, as: aside)
      try folder.removeTree(aside)
      isChanged = true
    }
    if isChanged { try writeIndex(of: folder) }
  }
}
