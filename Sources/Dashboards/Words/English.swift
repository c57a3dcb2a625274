/// The words of the pages in English, by id; a translation is another file of this form.
///
/// Gaps in braces are filled with values that are already written for the reader. Ids ending in `.one` and
/// `.other` belong to counts.
enum English {
  static let texts = frame.merging(summary) { $1 }.merging(charts) { $1 }
    .merging(methods) { $1 }.merging(quality) { $1 }.merging(data) { $1 }
    .merging(explorer) { $1 }.merging(change) { $1 }
}
