import Plots
import Testing

@testable import Dashboards

@Suite("Error messages")
struct ErrorMessageTests {
  @Test("say what happened, where, and what to do")
  func sentences() {
    let fault = TemplateFault(
      file: "shop.seg.yaml",
      line: 31,
      column: 20,
      path: "pages[2]",
      problem: "unknown key \"titel\"",
      suggestion: "title"
    )
    let expected: [(DashboardError, String)] = [
      (
        .template([fault, fault]),
        "shop.seg.yaml:31:20  pages[2] — unknown key \"titel\"; did you mean \"title\"?\n"
          + "shop.seg.yaml:31:20  pages[2] — unknown key \"titel\"; did you mean \"title\"?"
      ),
      (
        .noValue(["seg.Q.share"]),
        "The template needs a value that this run does not have: seg.Q.share. Write | default(\"…\") in "
          + "the place of | required, or choose another template."
      ),
      (
        .noTemplate("weekly", known: ["standard"]),
        "There is no template \"weekly\". Choose one of standard, or put weekly.seg.yaml into the "
          + "templates folder."
      ),
      (
        .includesItself("weekly"),
        "The template \"weekly\" includes itself. Take one of the lines \"include\" out."
      ),
      (
        .unreadableTemplate("t/a.seg.yaml", reason: "it is not UTF-8 text"),
        "The template t/a.seg.yaml could not be read: it is not UTF-8 text. Check that the file is "
          + "there and is text."
      ),
      (
        .noTheme("acme"),
        "There is no theme \"acme\" (report.theme). Choose light, dark or auto, or put acme.theme.yaml "
          + "into the templates folder."
      ),
      (
        .logo("t/logo.png", reason: "there is no such file"),
        "The logo t/logo.png cannot be shown: there is no such file. Put a PNG picture of at most 1 MB "
          + "beside the theme, or take the line \"logo\" out of it."
      ),
      (
        .noFont("Futura", found: "Inter"),
        "The font \"Futura\" of the theme is not installed; \"Inter\" would be used instead. Install "
          + "it, or take it out of \"fonts\"."
      ),
      (
        .unknownLanguage("tlh", known: ["en", "de", "es"]),
        "Pages cannot be written in the language \"tlh\" (report.language). Choose one of en, de, es."
      ),
      (
        .unknownLocale("xx"),
        "Numbers cannot be written for the locale \"xx\" (report.locale). Choose one such as en_US, "
          + "en_GB, de_DE or fr_FR."
      ),
      (
        .flawed([
          LintFault(
            point: 37,
            rule: "publication",
            isKnockOut: true,
            page: 3,
            place: "box",
            text: "the figure is empty"
          )
        ]),
        "The drawn pages fail their own checks and are not published: page 3, box: 37 publication — "
          + "the figure is empty. Try another template, and report this to the people who keep "
          + "segmentd."
      ),
      (.drawing(.noPages), PlotError.noPages.errorDescription),
    ]
    for (error, text) in expected { #expect(error.errorDescription == text) }
  }
}
