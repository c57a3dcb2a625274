/// Why something did not work, in three parts: what happened, where, what to do.
package struct Reason: Equatable, Sendable {
  package var what: String
  package var place: String
  package var toDo: String

  package init(what: String, place: String, toDo: String) {
    self.what = what
    self.place = place
    self.toDo = toDo
  }

  /// The three parts, a line each, as they stand beside a refused file and on standard error.
  package var text: String {
    """
    What happened: \(what)
    Where:         \(place)
    What to do:    \(toDo)

    """
  }
}
