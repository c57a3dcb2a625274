/// One line of the table of contents.
struct ContentsEntry {
  /// The part of the dashboard.
  let section: String
  /// The message of the page.
  let title: String
  /// The page it begins on, from 1.
  let page: Int
}
