import Tables

/// How the lines of one order stand under each other, as far as the first rows show it.
struct OrderShape: Equatable {
  var amounts = AmountMeaning.line
  var isContinued = false

  /// Looks at the orders that have more than one line.
  init(samples: [ColumnSample], roles: FoundRoles) {
    func values(_ role: Role) -> [String]? {
      roles[role].flatMap { name in samples.first { $0.name == name }?.values }
    }
    guard let orders = values(.order), let amounts = values(.amount), let header = roles[.amount]
    else { return }
    let pairs = zip(orders, amounts).filter { !$0.0.isEmpty }
    let severalLines = Dictionary(grouping: pairs) { $0.0 }.values.map { $0.map(\.1) }
      .filter { $0.count > 1 }
    guard !severalLines.isEmpty else {
      let name = HeaderName.normalized(header)
      self.amounts = Synonyms.orderTotals.contains(name) ? .order : .line
      return
    }
    isContinued = severalLines.allSatisfy { lines in
      lines.first?.isEmpty == false && lines.dropFirst().allSatisfy(\.isEmpty)
    }
    let repeats = severalLines.allSatisfy { lines in lines.allSatisfy { $0 == lines.first } }
    let name = HeaderName.normalized(header)
    // Three orders that all repeat one sum are no accident; a price beside the total would explain it.
    let isTotal =
      Synonyms.orderTotals.contains(name)
      || (Synonyms.totals.contains(name) && severalLines.count >= 3 && roles[.price] == nil)
    self.amounts = isContinued || (repeats && isTotal) ? .order : .line
  }
}
