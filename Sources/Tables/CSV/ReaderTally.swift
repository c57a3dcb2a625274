/// What a reader counts while it reads, one count and a few lines for each kind of trouble.
struct ReaderTally {
  var short = LineCount()
  var long = LineCount()
  var blank = LineCount()
  var headers = LineCount()
  var footers = LineCount()
  var zeroBytes = LineCount()
  var undecodable = LineCount()
  var otherOrder = LineCount()
  /// What dates show of their order, if the beginning of the file leaves it open.
  var dates = DateOrderVote()
  var endsWithoutLineBreak = false

  /// Adds what was counted in a later piece, whose lines are counted from this one.
  mutating func add(_ later: ReaderTally, firstLine: Int) {
    short.add(later.short, firstLine: firstLine)
    long.add(later.long, firstLine: firstLine)
    blank.add(later.blank, firstLine: firstLine)
    headers.add(later.headers, firstLine: firstLine)
    footers.add(later.footers, firstLine: firstLine)
    zeroBytes.add(later.zeroBytes, firstLine: firstLine)
    undecodable.add(later.undecodable, firstLine: firstLine)
    otherOrder.add(later.otherOrder, firstLine: firstLine)
    dates.add(later.dates)
  }

  /// Whether nothing was noticed in any column.
  var isEmpty: Bool { undecodable.total == 0 && otherOrder.total == 0 }

  /// Adds what was noticed in one column.
  mutating func add(_ reading: ColumnReading) {
    undecodable.add(reading.undecodable.total, lines: reading.undecodable.lines)
    otherOrder.add(reading.otherOrder.total, lines: reading.otherOrder.lines)
    dates.add(reading.dates)
  }

  /// The counts as findings.
  func findings(columns: Int) -> [Finding] {
    var findings: [Finding] = []
    add("short-records", short, to: &findings) { number, places in
      "\(number, "record has", "records have") fewer than \(columns) fields\(places); "
        + "the cells that are not there count as empty."
    }
    add("long-records", long, to: &findings) { number, places in
      "\(number, "record has", "records have") more than \(columns) fields\(places); "
        + "what stands beyond them was ignored. Most often a delimiter stands in an unquoted text."
    }
    add("blank-lines", blank, to: &findings) { number, places in
      "\(number, "blank line was", "blank lines were") skipped\(places)."
    }
    add("repeated-header", headers, to: &findings) { number, places in
      "The header stands \(number, "time", "times") more in the table\(places); skipped."
    }
    add("footer", footers, to: &findings) { number, places in
      "\(number, "line is", "lines are") a remark or a sum, not a record\(places); skipped."
    }
    add("zero-bytes", zeroBytes, to: &findings) { number, places in
      "\(number, "zero byte stands", "zero bytes stand") in the text\(places); "
        + "the export may be damaged there."
    }
    add("undecodable-text", undecodable, to: &findings) { number, places in
      "\(number, "text is", "texts are") not in the encoding of the file\(places); "
        + "what could not be decoded was read as Windows-1252 or replaced by \u{fffd}."
    }
    add("other-date-order", otherOrder, to: &findings) { number, places in
      "\(number, "date stands", "dates stand") in the other order of day and month than the rest of "
        + "the column\(places); unreadable."
    }
    if endsWithoutLineBreak {
      findings.append(
        Finding(
          id: "no-final-line-break",
          text: "The last line has no line break; if the export was cut off, "
            + "its last record may not be complete.",
        )
      )
    }
    return findings
  }

  private func add(
    _ id: String,
    _ count: LineCount,
    to findings: inout [Finding],
    _ text: (Int, String) -> String,
  ) {
    guard count.total > 0 else { return }
    let list = count.lines.map(String.init).joined(separator: ", ")
    let isMore = count.total > count.lines.count
    let lines = (isMore ? "first " : "") + (count.lines.count == 1 ? "line " : "lines ") + list
    findings.append(
      Finding(
        id: id,
        line: count.lines.first,
        numbers: ["count": Double(count.total)],
        text: text(count.total, count.lines.isEmpty ? "" : " (\(lines))"),
      )
    )
  }
}

extension DefaultStringInterpolation {
  /// A number and the words that fit it.
  fileprivate mutating func appendInterpolation(_ number: Int, _ one: String, _ many: String) {
    appendLiteral("\(number) \(number == 1 ? one : many)")
  }
}
