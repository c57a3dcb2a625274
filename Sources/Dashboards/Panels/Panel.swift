/// One kind of block on a page: a pure function from a report to a picture.
///
/// A panel reads nothing but the report, draws nothing outside of the width it is given, and is as high
/// as it needs to be. Where it does not apply it says why in one sentence.
protocol Panel: Sendable {
  /// The name by which templates call it.
  static var id: String { get }

  /// Whether it shows one measure, which a template may choose.
  static var takesMeasure: Bool { get }

  /// Whether it speaks of one segment, which a template may choose.
  static var takesSegment: Bool { get }

  /// The picture, or why there is none.
  func outcome(of reading: Reading, for subject: Subject) -> Outcome
}

extension Panel {
  static var takesMeasure: Bool { false }
  static var takesSegment: Bool { false }
}

/// What becomes of a panel.
enum Outcome {
  /// It is drawn.
  case picture(Picture)
  /// It does not apply, and this sentence says why.
  case absent(String)
}
