/// What a template may take from beside its own file: pages of others, themes and logos.
package struct TemplateSources {
  /// Finds a template whose pages are included.
  var template: (String) throws(DashboardError) -> Template
  /// Finds a theme by its name.
  var theme: (String) throws(DashboardError) -> ThemeFile
  /// Opens a logo by its file's name.
  var logo: (String) throws(DashboardError) -> [UInt8]
  /// The names of the themes there are, for who mistyped one.
  var themes: [String]

  /// The templates of the house, and nothing else.
  package static var house: TemplateSources {
    TemplateSources(
      template: { name throws(DashboardError) in try TemplateLibrary.template(named: name) },
      theme: { name throws(DashboardError) in throw .noTheme(name) },
      logo: { name throws(DashboardError) in throw .logo(name, reason: noFile) },
      themes: []
    )
  }

  static let noFile = "there is no such file"
}
