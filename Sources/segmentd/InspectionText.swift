import Segments

/// An inspection for people, with the YAML that would pin what was found.
struct InspectionText {
  let inspection: Inspection
  let dataset: String

  init(_ inspection: Inspection, _ dataset: String) {
    self.inspection = inspection
    self.dataset = dataset
  }

  var text: String {
    var lines = [
      "encoding    \(inspection.encoding ?? "unknown"), delimiter \(delimiter), decimal mark "
        + "\(inspection.decimalMark ?? "?"), header in line \(inspection.headerLine ?? 0)"
    ]
    if let refused = inspection.refused {
      lines += [
        "REFUSED     \(refused.what)", "            \(refused.place)",
        "            \(refused.toDo)",
      ]
      if let platform = inspection.platform, platform != "generic" {
        lines.append("platform    \(platform)")
      }
      lines += columns
      return lines.joined(separator: "\n") + "\n"
    }
    let rejected = inspection.rows.rejected.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    lines += [
      "platform    \(inspection.platform ?? "generic")",
      "grain       \(inspection.grain?.rawValue ?? "?")"
        + (inspection.amounts == .order ? ", the amount is the order's, not the line's" : ""),
      "rows        \(inspection.rows.read) read, \(inspection.rows.kept) kept"
        + rejected.map { ", \($0.value) \($0.key)" }.joined(),
      "customers   \(inspection.customers)",
    ]
    if let orders = inspection.orders { lines.append("orders      \(orders)") }
    if let amount = inspection.amount {
      lines.append("amount      \(amount)" + (inspection.currency.map { " \($0)" } ?? ""))
    }
    if let returns = inspection.returns, returns.orders > 0 {
      lines.append("returns     \(returns.orders) orders, \(returns.amount)")
    }
    lines += columns
    lines += inspection.warnings.map { "warning     \($0)" }
    return (lines + ["", yaml]).joined(separator: "\n")
  }

  private var delimiter: String {
    switch inspection.delimiter {
    case "\t": "tab"
    case let mark?: "“\(mark)”"
    case nil: "unknown"
    }
  }

  /// Which column plays which role, and how sure that is.
  private var columns: [String] {
    inspection.roles.sorted { $0.key < $1.key }.map { role, column in
      let percent = Int(((inspection.confidence[role] ?? 0) * 100).rounded())
      return "column      \(column) is the \(role) (\(percent) % sure)"
    }
  }

  /// What would pin this understanding in the configuration.
  private var yaml: String {
    var lines = ["platform: \(inspection.platform ?? "generic")"]
    lines.append("grain: \(inspection.grain?.rawValue ?? "auto")")
    if let order = inspection.dateOrder, order != "ymd" { lines.append("dates: \(order)") }
    if let amounts = inspection.amounts { lines.append("amounts: \(amounts.rawValue)") }
    var entries = inspection.roles.sorted { $0.key < $1.key }.map {
      "\($0.key): \(Self.quoted($0.value))"
    }
    if !inspection.clustered.isEmpty {
      let names = inspection.clustered.map(Self.quoted).joined(separator: ", ")
      entries.append("features: [\(names)]")
    }
    lines.append("columns: {\(entries.joined(separator: ", "))}")
    if let dialect { lines.append("dialect: {\(dialect)}") }
    let pinned = lines.map { "    \($0)" }.joined(separator: "\n")
    return """
      # To pin this in segmentd.yaml:
      datasets:
        \(dataset):
      \(pinned)

      """
  }

  /// How the bytes are written.
  private var dialect: String? {
    guard let encoding = inspection.encoding, let delimiter = inspection.delimiter,
      let quote = inspection.quote, let mark = inspection.decimalMark,
      let line = inspection.headerLine, let hasHeader = inspection.hasHeader
    else { return nil }
    return [
      "encoding: \(encoding)", "delimiter: \(Self.quoted(delimiter))",
      "quote: \(Self.quoted(quote))", "decimal-mark: \(Self.quoted(mark))",
      "header-line: \(hasHeader ? "\(line)" : "none")",
    ].joined(separator: ", ")
  }

  /// A name between double quotes, as YAML reads it back.
  private static func quoted(_ name: String) -> String {
    var text = "\""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
