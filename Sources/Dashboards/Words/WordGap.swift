/// What stands in the gaps of the texts, by the name of the gap.
///
/// A gap has the same kind in every text, so that a translator knows what will stand there without looking
/// into the program.
enum WordGap: Sendable, Equatable {
  /// A number with its separators: `4,338`; counts among them choose the form of a text.
  case number
  /// A part of a whole: `62%`.
  case share
  /// A value of a measure, with its unit: `£674`, `34`.
  case value
  /// The name of a segment or of something the user named; not inflected.
  case name
  /// The label of a measure as it stands inside a sentence, or a list of them.
  case measure
  /// A share's "of purchases".
  case of
  /// A date: `9 Dec 2011`.
  case date
  /// Words of this catalogue: a sentence, a list, a noun with its count.
  case words

  /// All gaps there are.
  static let kinds: [String: WordGap] = {
    let names: [(WordGap, String)] = [
      (
        .number,
        "n m count k level candidates noise eps spearman silhouette silhouetteOfAll r "
          + "psi reference weakest stability overlap least runs z rank p times both limit days size "
          + "rows read"
      ),
      (.share, "share valueShare change part"),
      (
        .value,
        "value median low high lowest highest here there all a b new returned lost moved mean"
      ),
      (.name, "segment segment2 name from former left right best worst letter run what to"),
      (.measure, "measure measure2 Measure measures one other x y"),
      (.of, "of"),
      (.date, "date"),
      (
        .words,
        "title page reason method methods customers kept lapsed gone before now list first last data "
          + "parts word negative scores score why trait ratio names chart kind rule grain symbol"
      ),
    ]
    var kinds: [String: WordGap] = [:]
    for (kind, list) in names {
      for name in list.split(separator: " ") { kinds[String(name)] = kind }
    }
    return kinds
  }()
}
