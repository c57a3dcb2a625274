/// The groups in which the digits before the decimal mark are written.
struct DigitGroups {
  /// What stands between two groups.
  enum Mark: Equatable {
    case blank
    case apostrophe
    case thousands

    /// What a character is between digits; nil if it does not belong there.
    init?(_ scalar: UInt32, _ mark: DecimalMark) {
      if CellScalar.isBlank(scalar) {
        self = .blank
      } else if CellScalar.isApostrophe(scalar) {
        self = .apostrophe
      } else if scalar == UInt32(mark.thousands) {
        self = .thousands
      } else {
        return nil
      }
    }
  }

  private var mark: Mark?
  private var first = 0
  private var current = 0
  private var count = 0
  private var areThrees = true
  private var arePairs = true

  /// Adds a digit to the group that is being written.
  mutating func addDigit() {
    current += 1
  }

  /// Ends a group; false if another mark was used before.
  mutating func end(with mark: Mark) -> Bool {
    guard self.mark == nil || self.mark == mark else { return false }
    self.mark = mark
    if count == 0 {
      first = current
    } else {
      areThrees = areThrees && current == 3
      arePairs = arePairs && current == 2
    }
    count += 1
    current = 0
    return true
  }

  /// Whether the groups stand as people write them.
  ///
  /// - Parameter allowsPairs: Whether groups of two digits before the last one are.
  func areRight(allowsPairs: Bool) -> Bool {
    guard count > 0, current == 3 else { return false }
    if (1...3).contains(first), areThrees { return true }
    return allowsPairs && mark == .thousands && count > 1 && (1...2).contains(first) && arePairs
  }
}
