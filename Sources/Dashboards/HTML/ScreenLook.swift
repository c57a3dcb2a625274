import Plots

/// How the HTML file looks when it opens, whatever the ground of the printed pages.
struct ScreenLook {
  /// The ground that is chosen; nil for that of the reader's system.
  let opens: Presentation.Look?
  /// The colors of the dark ground.
  let dark: Theme

  init(_ presentation: Presentation) {
    opens = presentation.look == .auto ? nil : presentation.look
    let own = presentation.ownTheme?.theme
    dark = presentation.look == .dark ? own ?? .dark : .dark
  }
}
