import Plots
import Segments

/// Lists what a finding rests on: the segments and measures it speaks of and its numbers, each with its name.
struct FindingInputs {
  /// A name and what stands for it.
  struct Input {
    let name: String
    let text: String
  }

  let reading: Reading

  private var words: Words { reading.words }

  /// All inputs, in the order of the catalogue; a number without a name there is left out.
  func inputs(of finding: SegmentReport.Finding) -> [Input] {
    let segments = finding.segments.compactMap(reading.segment).map { portrait in
      let size = words("n", ["n": reading.cell(portrait.size)])
      return Input(
        name: words("input.segment"),
        text: "\(portrait.letter) \(portrait.name), \(size)"
      )
    }
    let measures = finding.features.compactMap(reading.measure)
    let numbers = finding.numbers.sorted { $0.key < $1.key }.compactMap { name, number in
      self.name(of: name, in: finding.id).map {
        Input(name: $0, text: text(number, name, measures.first))
      }
    }
    return segments + measures.map { Input(name: words("input.measure"), text: $0.label) } + numbers
  }

  /// What a number is called; some mean something else in one kind of finding.
  private func name(of number: String, in kind: String) -> String? {
    words.find("input.\(kind).\(number)") ?? words.find("input." + number)
  }

  /// With more digits than the sentence has.
  private func text(_ number: Double, _ name: String, _ measure: Measure?) -> String {
    let format = reading.format
    switch name {
    case "share", "valueShare", "change":
      return format.percentage(format.fixed(number * 100, decimals: 2))
    case "ratio", "z", "spearman", "silhouette", "stability", "psi":
      return format.fixed(number, decimals: 3)
    case "median", "other", "all": return measure?.text(number) ?? format.number(number)
    default: return format.number(number)
    }
  }
}
