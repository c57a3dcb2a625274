/// Writes the numbers of a picture as an HTML table.
enum TableWriter {
  static func text(_ table: DataTable) -> String {
    var text = "<table\(isWords(table) ? " class=\"words\"" : "")><thead><tr>"
    text += table.header.map { HTML.element("th", $0, " scope=\"col\"") }.joined()
    text += "</tr></thead><tbody>"
    for row in table.rows {
      text += "<tr>"
      for (index, cell) in row.enumerated() {
        text +=
          index == 0
          ? HTML.element(
            "th",
            cell,
            row.count == 1 ? " colspan=\"\(table.header.count)\"" : " scope=\"row\""
          )
          : HTML.element("td", cell)
      }
      text += "</tr>"
    }
    return text + "</tbody></table>"
  }

  /// Most cells are words, so they stand at the left.
  private static func isWords(_ table: DataTable) -> Bool {
    let cells = table.rows.flatMap { $0.dropFirst() }
    return cells.count { $0.contains { $0.isLetter } } * 2 > cells.count
  }
}
