import Dashboards
import FoundationEssentials

/// How pages look; part of a run's name, because other settings make other pages.
package struct ReportSettings: Codable, Equatable, Sendable {
  package var template = "standard"
  package var formats = ReportFormat.allCases
  package var language = "en"
  package var locale = "en_US"
  /// ISO 4217, or `nil` for what the data say.
  package var currency: String?
  /// `A4`, `Letter` or `16:9`; `nil` for that of the theme, else A4.
  package var page: String?
  /// `light`, `dark`, `auto` or the name of a theme in the templates folder; `nil` for that of the
  /// template, else `auto`.
  package var theme: String?
  package var title: String?
  /// `latest` or a day (ISO 8601).
  package var asOf = "latest"
  package var privacy = PrivacySettings()
  /// What becomes of files that tell nothing new.
  package var unchanged = UnchangedChoice.skip

  package init() {}

  static let pages = ["A4", "Letter", "16:9"]
  static let languages = Words.languages
}

/// A kind of page file.
package enum ReportFormat: String, Codable, CaseIterable, Sendable {
  case pdf, png, html
}

/// What pages and tables may say about single people.
package struct PrivacySettings: Codable, Equatable, Sendable {
  /// What stands for customers in published tables.
  package var ids = CustomerIDs.plain
  /// Groups smaller than this are not drawn.
  package var smallestCell = 5

  package init() {}
}

/// What stands for customers in published tables.
package enum CustomerIDs: String, Codable, CaseIterable, Sendable {
  /// Their keys, as the shop writes them.
  case plain
  /// Tokens: the same for the same customer, made with a secret of the state.
  case hmac
}

/// What becomes of files that tell nothing new.
package enum UnchangedChoice: String, Codable, CaseIterable, Sendable {
  /// They get a receipt and no publication.
  case skip
  /// They are published like others.
  case publish
}
