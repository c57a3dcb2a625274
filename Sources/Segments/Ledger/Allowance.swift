/// How much memory the orders of a dataset may take, and where goes what is more.
///
/// While a delivery is read and joined with its ledger, its orders may take a quarter of the bytes and the shelves
/// of the ledger an eighth: arrays that grow are held twice, and orders in hand several times.
package struct Allowance: Sendable {
  package var bytes: Int
  /// Opens a file for what is more; without one, what is more is refused or, in a ledger, kept in memory.
  package var opener: Spill.Opener?

  /// What the list of rejected rows of a delivery may take; a longer one refuses the file.
  package var listBytes: Int

  package init(bytes: Int, opener: Spill.Opener? = nil) {
    self.bytes = bytes
    self.opener = opener
    listBytes = bytes / 8
  }

  /// As much memory as there is.
  package static let endless = Allowance(bytes: .max)

  /// What the orders of a delivery may take.
  package var harvestBytes: Int { bytes / 4 }

  /// What the shelves of a ledger may take.
  var shelfBytes: Int { bytes / 8 }
}
