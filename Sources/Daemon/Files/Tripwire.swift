/// The place where a test cuts the power.
///
/// Every step that changes a disk asks here first. In service nothing happens; a test counts the
/// steps and lets the Nth and all later ones fail, as if the process had died there.
package struct Tripwire: Sendable {
  private let onStep: @Sendable (_ step: String) throws -> Void

  package init(_ onStep: @escaping @Sendable (_ step: String) throws -> Void) {
    self.onStep = onStep
  }

  /// No wire at all.
  package static let none = Tripwire { _ in }

  func pass(_ step: String) throws {
    try onStep(step)
  }
}
