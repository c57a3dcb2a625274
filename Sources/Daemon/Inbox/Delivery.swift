/// A claimed file whose content is known by its hash.
struct Delivery {
  var claim: ClaimedFile
  /// Lower-case hexadecimal.
  var sha256: String

  var name: FileName { claim.name }
  var dataset: String { claim.note.dataset }

  /// The order in which the files of one run are read: by name, equal names by content.
  static func readsBefore(_ left: Delivery, _ right: Delivery) -> Bool {
    left.name == right.name ? left.sha256 < right.sha256 : left.name < right.name
  }
}
