/// The hero of the first page: strips, pairs of bars or sizes, whichever the totals allow.
struct SharesPanel: Panel {
  static let id = "shares"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let totals = reading.shares.count - 1
    if totals >= 2 { return ShareStripsPanel().outcome(of: reading, for: subject) }
    if totals == 1, reading.value != nil {
      return ShareVersusValuePanel().outcome(of: reading, for: subject)
    }
    return SegmentSizePanel().outcome(of: reading, for: subject)
  }
}
