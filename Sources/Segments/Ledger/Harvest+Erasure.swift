extension Harvest {
  /// The same without the rows of these people; gives how many rows that were.
  @discardableResult
  package mutating func leaveOut(_ isErased: (Key) -> Bool) throws(SegmentError) -> Int {
    var verdicts: [Key: Bool] = [:]
    func erased(_ key: Key) -> Bool {
      if let known = verdicts[key] { return known }
      let verdict = isErased(key)
      verdicts[key] = verdict
      return verdict
    }
    let rows = rowsKept
    var lines = 0
    orders.removeAll { key, order in
      guard erased(key.customer) else { return false }
      lines += Int(order.row.lines) + Int(order.row.returnLines)
      return true
    }
    if let runs {
      self.runs = try runs.rewritten(allowance) { key, order in
        guard erased(key.customer) else { return key }
        lines += Int(order.row.lines) + Int(order.row.returnLines)
        return nil
      } line: { line, copies in
        guard erased(line.customer) else { return line }
        lines += Int(copies)
        return nil
      }
    }
    rowsKept -= lines
    for (line, count) in loose where erased(line.customer) {
      rowsKept -= Int(count)
      loose[line] = nil
    }
    customers.removeAll { customer in
      guard erased(customer.key) else { return false }
      rowsKept -= 1
      return true
    }
    return rows - rowsKept
  }
}
