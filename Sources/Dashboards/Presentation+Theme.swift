extension Presentation {
  /// Takes what is configured for the looks of pages, and else what the template brings along.
  ///
  /// A configured ground changes that of the template's theme and leaves its logo and fonts.
  ///
  /// - Parameter theme: a configured theme of the user's own
  /// - Parameter look: a configured ground
  /// - Parameter page: the configured paper
  package mutating func choose(
    theme: ThemeFile?,
    look: Look?,
    page: Page?,
    from template: Template
  ) {
    self.theme = look ?? .auto
    ownTheme = theme ?? look.map { look in template.theme?.on(look) } ?? template.theme
    self.page = page ?? ownTheme?.page ?? .a4
  }

  /// The ground of pages, whoever chose it.
  var look: Look { ownTheme?.base ?? theme }
}
