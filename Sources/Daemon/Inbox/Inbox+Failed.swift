extension Inbox {
  /// Lays a file aside, untouched, with a text beside it that says why.
  ///
  /// May be repeated after a crash at any point. Gives the name the file has now.
  @discardableResult
  func refuse(_ claim: ClaimedFile, _ reason: Reason) throws -> FileName {
    let name = try freeName(for: claim)
    try failed.writeReplacing(Array(reason.text.utf8), to: Self.explanation(of: name), mode: 0o660)
    guard try work.move(claim.fileName, to: failed, as: name) else {
      // Somebody has laid a file there since the name was chosen; the next round chooses another.
      throw FileFailure(attempt: "lay aside", path: failed.path + "/" + name.shown, code: 11)
    }
    try failed.sync()
    try work.sync()
    try work.remove(claim.noteName)
    return name
  }

  /// `june.csv`, or `june.csv.2` when that is taken, and so on.
  private func freeName(for claim: ClaimedFile) throws -> FileName {
    // The explanation's name is longer than the file's and must fit into 255 bytes too.
    let short = claim.name.bytes.count <= 235
    let base =
      short ? claim.name.bytes : claim.name.bytes.prefix(200) + Array("~\(claim.token)".utf8)
    var number = 1
    while true {
      let name = FileName(bytes: number == 1 ? base : base + Array(".\(number)".utf8))
      if try failed.facts(of: name) == nil { return name }
      number += 1
    }
  }

  static func explanation(of name: FileName) -> FileName {
    FileName(bytes: name.bytes + Array(".error.txt".utf8))
  }
}
