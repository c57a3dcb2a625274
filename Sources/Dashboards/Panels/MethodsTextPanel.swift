import Plots
import Segments

/// How the numbers were made, in running text.
struct MethodsTextPanel: Panel {
  static let id = "methods_text"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let words = reading.words
    var paragraphs = [words("methods.cleaning"), scaling(reading)]
    if reading.isSegmented {
      paragraphs.append(words("methods.search"))
      paragraphs.append(words("methods.names"))
    }
    paragraphs.append(words("methods.statistics"))
    return .picture(
      ProsePanel.picture(words("methods.how"), paragraphs, subject.width, reading)
    )
  }

  private func scaling(_ reading: Reading) -> String {
    let words = reading.words
    let scaling = reading.report.scaling
    let clustered = reading.measures.filter(\.facts.clustered).map(\.inner)
    guard !clustered.isEmpty else { return words("methods.unscaled") }
    return words(
      "methods.scaling",
      [
        "measures": words.list(clustered),
        "method": words.find("scaling." + scaling.method) ?? scaling.method,
        "why": words.find("scaling.why." + scaling.rule)
          ?? (words.isOfReports ? scaling.why : ""),
      ]
    )
  }
}
