/// Why there are as many segments as there are.
struct ChoicePanel: Panel {
  static let id = "verdict"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    .picture(
      ProsePanel.picture(
        reading.words("choice.title"),
        ChoiceWords(reading: reading).paragraphs,
        subject.width,
        reading
      )
    )
  }
}
