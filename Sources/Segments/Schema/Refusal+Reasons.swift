extension Refusal {
  /// The headers as a short list a person can compare with the file.
  private static func list(_ header: [String]) -> String {
    let shown = header.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return header.count > 8 ? shown + " and \(header.count - 8) more" : shown
  }

  static func missingColumn(_ column: String, role: String, header: [String]) -> Refusal {
    Refusal(
      what:
        "The configuration names the column “\(column)” for \(role), but the file has no such column.",
      place: "header: \(list(header))",
      toDo: "Correct `columns` in the configuration, or export the file with that column.",
    )
  }

  static func lacksFeature(_ name: String) -> Refusal {
    Refusal(
      what: "The model needs the feature “\(name.prefix(40))”, but the file does not give it.",
      place: "the header",
      toDo: "Score a file of the kind that the model was made from.",
    )
  }

  static func noCustomer(_ header: [String], advice: String? = nil) -> Refusal {
    Refusal(
      what: "No column says which customer an order belongs to.",
      place: "header: \(list(header))",
      toDo: advice
        ?? "Export with a customer number or an e-mail address, or name the column under `columns: {customer: …}`.",
    )
  }

  static func noDate(_ header: [String]) -> Refusal {
    Refusal(
      what: "No column with readable dates says when an order was placed.",
      place: "header: \(list(header))",
      toDo: "Export with the order date, or name the column under `columns: {date: …}`.",
    )
  }

  static func noAmount(_ header: [String]) -> Refusal {
    Refusal(
      what: "No column says what an order or a line was worth.",
      place: "header: \(list(header))",
      toDo: "Export with a total or a price, or name the column under `columns: {amount: …}`.",
    )
  }

  static func nothingToRead(_ header: [String]) -> Refusal {
    Refusal(
      what: "The file has neither a customer key nor a column of numbers.",
      place: "header: \(list(header))",
      toDo:
        "Drop an export of customers or orders; `segmentd inspect FILE` shows how a file is understood.",
    )
  }

  static func secretColumn(_ column: String) -> Refusal {
    Refusal(
      what:
        "The configuration names the column “\(column.prefix(40))”, but columns that hold secrets are never read.",
      place: "header",
      toDo: "Name another column under `columns`.",
    )
  }

  static func undecidedDates(_ column: String, example: String) -> Refusal {
    Refusal(
      what:
        "No date in the column “\(column.prefix(40))” shows whether the day or the month comes first: “\(example.prefix(40))” can be read both ways.",
      place: "column \(column.prefix(40))",
      toDo:
        "Say it with `dates: dmy` or `dates: mdy` for the dataset in the configuration, or export dates as year-month-day.",
    )
  }

  static func noRate(_ codes: [String], base: String) -> Refusal {
    Refusal(
      what:
        "The amounts are in \(codes.joined(separator: ", ")), and the configuration has no rate to \(base) for that.",
      place: "column of the currency",
      toDo:
        "Add what one unit is worth in \(base) under `currency: {base: \(base), rates: {\(codes.first ?? "USD"): …}}`.",
    )
  }

  static func severalCurrencies(_ codes: [String]) -> Refusal {
    Refusal(
      what:
        "The amounts are in several currencies (\(codes.joined(separator: ", "))), which cannot be added.",
      place: "column of the currency",
      toDo:
        "Export one currency a file, give rates under `currency: {base: \(codes.first ?? "EUR"), rates: {…}}`, or name a column of converted amounts under `columns: {amount: …}`.",
    )
  }

  static func noReadableRow(read: Int) -> Refusal {
    Refusal(
      what: read == 0
        ? "The file has a header but no rows." : "None of the \(read) rows could be used.",
      place: "whole file",
      toDo:
        "Check the export; `segmentd inspect FILE` lists how the columns were understood and why rows were dropped.",
    )
  }

  static func tooManyRejected(
    _ rejected: Int,
    of read: Int,
    limit: Double,
    worst: String
  ) -> Refusal {
    Refusal(
      what:
        "\(rejected) of \(read) rows would be dropped, most of them by the rule “\(worst)”; that is more than the limit of \(limit).",
      place: "whole file",
      toDo:
        "Check the export, or raise `limits: {rejected-share: …}` if the file is as it should be.",
    )
  }

  static func tooMuchMemory(orders: Int, limit: Int) -> Refusal {
    Refusal(
      what: "The file holds so many orders (\(orders) so far) that they need more than the "
        + "\(limit >> 20) MiB of memory allowed.",
      place: "whole file",
      toDo: "Split the export by time, or raise `limits.memory` in the configuration.",
    )
  }

  static func tooManyToList(_ rejected: Int, limit: Int) -> Refusal {
    Refusal(
      what: "So many rows would be dropped (\(rejected) so far) that their list needs more than "
        + "its share of the \(limit >> 20) MiB of memory allowed.",
      place: "whole file",
      toDo: "Check the export, split it by time, or raise `limits.memory` in the configuration.",
    )
  }

  static func otherColumns(missing: [String], new: [String] = []) -> Refusal {
    Refusal(
      what: "The file does not fit its dataset: it lacks \(list(missing))"
        + (new.isEmpty ? "." : ", and has \(list(new)) instead."),
      place: "header",
      toDo:
        "Export it with the same columns as before, or drop it in an inbox folder of its own (inbox/<name>/).",
    )
  }

  static func lostColumns(_ lost: [(role: Role, column: String)], new: [String]) -> Refusal {
    let role = lost.first?.role.rawValue ?? "order"
    return Refusal(
      what:
        "The file lacks a column that earlier files of its dataset have: \(list(lost.map(\.column)))"
        + (new.isEmpty ? "." : "; new in it is \(list(new))."),
      place: "header",
      toDo:
        "Export it with the same columns as before; where one has another name now, say so under `columns: {\(role): …}`. "
        + "Files of another kind have an inbox folder of their own (inbox/<name>/).",
    )
  }

  static func unlikeKeys(_ column: String, role: Role) -> Refusal {
    let what =
      role == .order
      ? "The column “\(column.prefix(40))” numbers the orders, but the orders of its dataset have no numbers"
      : "The column “\(column.prefix(40))” names the customers, but those of its dataset have no names"
    return Refusal(
      what: what + ": everything they share would be counted twice.",
      place: "header",
      toDo:
        "Drop it in an inbox folder of its own (inbox/<name>/), with all exports of its kind.",
    )
  }

  static func otherGrain(_ new: SegmentReport.Grain, known: SegmentReport.Grain) -> Refusal {
    Refusal(
      what: "The file lists \(new.rawValue), but its dataset holds \(known.rawValue).",
      place: "header",
      toDo: "Drop it in an inbox folder of its own (inbox/<name>/).",
    )
  }
}
