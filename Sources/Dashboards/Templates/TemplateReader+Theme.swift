import Yams

extension TemplateReader {
  /// The theme of a template: a ground of the house, a theme by its name, or one that is written here.
  mutating func theme(_ place: YAMLPlace) -> ThemeFile? {
    guard let name = place.node.scalar?.string else { return ownTheme(place) }
    if let look = Presentation.Look(rawValue: name) { return ThemeFile(look) }
    do throws(DashboardError) {
      return try sources.theme(name)
    } catch {
      switch error {
      case .noTheme:
        let known = Presentation.Look.allCases.map(\.rawValue) + sources.themes
        note(place, "there is no theme \"\(name)\"", NearestWord.of(name, among: known))
      case .template(let others): note(others)
      default: note(place, error.errorDescription)
      }
      return nil
    }
  }

  private mutating func ownTheme(_ place: YAMLPlace) -> ThemeFile {
    var theme = ThemeFile(place, with: &self)
    guard let name = theme.logo else { return theme }
    do throws(DashboardError) {
      theme.picture = try sources.logo(name)
    } catch {
      let node = place.node.mapping?["logo"] ?? place.node
      note(place.member("logo", node), error.errorDescription)
    }
    return theme
  }
}
