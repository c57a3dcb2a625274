/// One thing that is wrong with the configuration, where, and what would be right.
package struct SettingsFault: Equatable, Sendable {
  /// File, line and column, or the flag or variable.
  package var place: String
  /// The dotted path of the key.
  package var key: String
  package var what: String
  package var toDo: String

  /// The whole fault on one line.
  package var shown: String {
    key.isEmpty ? "\(place): \(what) \(toDo)" : "\(place): \(key): \(what) \(toDo)"
  }
}

/// Every fault of a configuration at once, in the order of the file.
package struct SettingsFaults: Error, Equatable, Sendable {
  package var faults: [SettingsFault]

  package var errorDescription: String {
    let head =
      faults.count == 1
      ? "The configuration has a fault." : "The configuration has \(faults.count) faults."
    return ([head] + faults.map { "  " + $0.shown }).joined(separator: "\n")
  }
}

/// Collects the faults of all sections; a class, because they all write into the same list.
final class FaultBook {
  private var noted: [(origin: TypedOrigin, fault: SettingsFault)] = []
  private(set) var warnings: [String] = []

  func note(_ origin: TypedOrigin, _ key: String, _ what: String, _ toDo: String) {
    let fault = SettingsFault(place: origin.shown, key: key, what: what, toDo: toDo)
    noted.append((origin, fault))
  }

  /// In the order of the file; what was typed elsewhere comes last.
  var faults: [SettingsFault] {
    noted.enumerated().sorted { left, right in
      (left.element.origin.position, left.offset) < (right.element.origin.position, right.offset)
    }.map(\.element.fault)
  }

  func warn(_ sentence: String) {
    warnings.append(sentence)
  }
}
