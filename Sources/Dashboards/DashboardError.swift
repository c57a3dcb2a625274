package import Plots

/// Why a dashboard could not be made.
package enum DashboardError: Error, Sendable, Equatable {
  /// The template has faults; all of them, in the order of the file.
  case template([TemplateFault])
  /// The template needs values that the report does not have, as it writes them.
  case noValue([String])
  /// There is no template of this name.
  case noTemplate(String, known: [String])
  /// A template includes itself, maybe through others.
  case includesItself(String)
  /// A template file could not be read.
  case unreadableTemplate(String, reason: String)
  /// There is no theme of this name.
  case noTheme(String)
  /// The logo of a theme could not be used.
  case logo(String, reason: String)
  /// A font of a theme is not installed.
  case noFont(String, found: String)
  /// The language of the presentation has no words here.
  case unknownLanguage(String, known: [String])
  /// The locale of the presentation is not known.
  case unknownLocale(String)
  /// A picture could not be drawn.
  case drawing(PlotError)
  /// What was drawn fails the checks that stand before publishing; all faults.
  case flawed([LintFault])
}

extension DashboardError {
  /// What happened, where, and what to do.
  package var errorDescription: String {
    switch self {
    case .template(let faults):
      faults.map(\.description).joined(separator: "\n")
    case .noValue(let names):
      """
      The template needs a value that this run does not have: \
      \(names.prefix(5).map(SafeText.label).joined(separator: ", ")). \
      Write | default("…") in the place of | required, or choose another template.
      """
    case .noTemplate(let name, let known):
      """
      There is no template "\(SafeText.label(name))"\
      \(NearestWord.of(name, among: known).map { "; did you mean \"\($0)\"?" } ?? ".") \
      Choose one of \(known.joined(separator: ", ")), or put \
      \(SafeText.label(name)).seg.yaml into the templates folder.
      """
    case .includesItself(let name):
      "The template \"\(SafeText.label(name))\" includes itself. Take one of the lines \"include\" out."
    case .unreadableTemplate(let path, let reason):
      "The template \(path) could not be read: \(reason). Check that the file is there and is text."
    case .noTheme(let name):
      """
      There is no theme "\(SafeText.label(name))" (report.theme). \
      Choose light, dark or auto, or put \(SafeText.label(name)).theme.yaml into the templates folder.
      """
    case .logo(let path, let reason):
      """
      The logo \(SafeText.label(path)) cannot be shown: \(reason). \
      Put a PNG picture of at most 1 MB beside the theme, or take the line "logo" out of it.
      """
    case .noFont(let name, let found):
      """
      The font "\(SafeText.label(name))" of the theme is not installed; \
      "\(SafeText.label(found))" would be used instead. \
      Install it, or take it out of "fonts".
      """
    case .unknownLanguage(let name, let known):
      """
      Pages cannot be written in the language "\(SafeText.label(name))" (report.language). \
      Choose one of \(known.joined(separator: ", ")).
      """
    case .unknownLocale(let name):
      """
      Numbers cannot be written for the locale "\(SafeText.label(name))" (report.locale). \
      Choose one such as en_US, en_GB, de_DE or fr_FR.
      """
    case .drawing(let error): error.errorDescription
    case .flawed(let faults):
      """
      The drawn pages fail their own checks and are not published: \
      \(faults.prefix(3).map(\.description).joined(separator: "; "))\
      \(faults.count > 3 ? "; and \(faults.count - 3) more" : ""). \
      Try another template, and report this to the people who keep segmentd.
      """
    }
  }
}
