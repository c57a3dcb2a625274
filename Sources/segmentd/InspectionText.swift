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
      return lines.joined(separator: "\n") + "\n"
    }
    let rejected = inspection.rows.rejected.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    lines += [
      "grain       \(inspection.grain?.rawValue ?? "?") (\(inspection.platform ?? "generic"))",
      "rows        \(inspection.rows.read) read, \(inspection.rows.kept) kept"
        + rejected.map { ", \($0.value) \($0.key)" }.joined(),
      "customers   \(inspection.customers)",
    ]
    if let orders = inspection.orders { lines.append("orders      \(orders)") }
    if let amount = inspection.amount { lines.append("amount      \(amount)") }
    if let returns = inspection.returns, returns.orders > 0 {
      lines.append("returns     \(returns.orders) orders, \(returns.amount)")
    }
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

  /// What would pin this understanding in the configuration.
  private var yaml: String {
    var entries = inspection.roles.sorted { $0.key < $1.key }.map {
      "\($0.key): \(Self.quoted($0.value))"
    }
    if !inspection.features.isEmpty {
      let names = inspection.features.map(Self.quoted).joined(separator: ", ")
      entries.append("features: [\(names)]")
    }
    return """
      # To pin this in segmentd.yaml:
      datasets:
        \(dataset):
          grain: \(inspection.grain?.rawValue ?? "auto")
          columns: {\(entries.joined(separator: ", "))}

      """
  }

  private static func quoted(_ name: String) -> String {
    var text = "\""
    for character in name {
      switch character {
      case "\"", "\\": text += "\\\(character)"
      case "\n", "\t", "\r": text += " "
      default: text.append(character)
      }
    }
    return text + "\""
  }
}
