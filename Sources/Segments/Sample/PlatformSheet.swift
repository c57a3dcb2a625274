import Tables

/// The columns of one platform's export, and what a made-up shop writes into them.
struct PlatformSheet {
  let platform: Platform
  let header: [String]
  private let roles: [String: Role]

  init(_ platform: Platform) {
    self.platform = platform
    var roles: [String: Role] = [:]
    var header: [String] = []
    for role in Role.allCases {
      guard let name = platform.roles[role]?.first, roles[name] == nil else { continue }
      roles[name] = role
      header.append(name)
    }
    let rare = platform.signature.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (name, _) in rare where !header.contains(name) && !SecretColumns.contains(name) {
      guard platform.score(Set(header.map(HeaderName.normalized))) < 2 * Platform.enough else {
        break
      }
      header.append(name)
    }
    self.roles = roles
    self.header = header
  }

  /// A record of a comma separated file.
  func line(_ cells: [String]) -> String {
    let quoted = cells.map { cell in
      cell.contains { ",\"\n".contains($0) }
        ? "\"" + cell.split(separator: "\"").joined(separator: "\"\"") + "\"" : cell
    }
    return quoted.joined(separator: ",") + "\n"
  }

  /// The row of a customer.
  func cells(of customer: ShopSample.Customer) -> [String] {
    let cents = customer.orders.reduce(0) { $0 + Int(($1.amount * 100).rounded()) }
    return header.map { name in
      switch roles[name] {
      case .customer: key(customer.number, name)
      case .spend: Self.money(cents)
      case .orders: "\(customer.orders.count)"
      case .averageOrderValue: Self.money(cents / max(1, customer.orders.count))
      case .visits: "\(customer.visits)"
      case .currency: "EUR"
      default: ""
      }
    }
  }

  /// The rows of an order: one a line where the platform writes lines.
  func rows(of order: SoldOrder) -> [[String]] {
    guard platform.grain == .lines else { return [cells(of: order, line: nil, isFirst: true)] }
    return order.lines.indices.map { cells(of: order, line: $0, isFirst: $0 == 0) }
  }

  private func cells(of order: SoldOrder, line: Int?, isFirst: Bool) -> [String] {
    header.map { name in
      guard let role = roles[name] else { return "" }
      if let line, let own = own(role, order, line) { return own }
      // The order's own cells stand on its first line only, but for its number.
      guard isFirst || !platform.isContinued || role == .order else { return "" }
      return common(role, order, name)
    }
  }

  /// What a line says of itself; `nil` where the cell belongs to the order.
  private func own(_ role: Role, _ order: SoldOrder, _ line: Int) -> String? {
    switch role {
    case .amount: platform.amounts == .line ? Self.money(order.cents(line)) : nil
    case .price: order.lines[line].price
    case .quantity: "\(order.lines[line].quantity)"
    case .product: order.lines[line].sku
    default: nil
    }
  }

  private func common(_ role: Role, _ order: SoldOrder, _ name: String) -> String {
    switch role {
    case .customer: order.customer.map { key($0, name) } ?? ""
    case .order: "#\(order.number)"
    case .date: date(order) + (platform.roles[.time] == nil ? " " + time(order) : "")
    case .time: time(order)
    case .amount: Self.money(order.totalCents)
    case .quantity: "\(order.lines.reduce(0) { $0 + $1.quantity })"
    case .status: order.isReturned ? "Refunded" : "Paid"
    case .currency: "EUR"
    default: ""
    }
  }

  private func key(_ number: Int, _ header: String) -> String {
    let digits = String(String(1_000_000 + number).dropFirst())
    return HeaderName.normalized(header).contains("mail") ? "k\(digits)@example.com" : "K\(digits)"
  }

  private func date(_ order: SoldOrder) -> String {
    let (year, month, day) = CivilDay(order.day).parts
    return switch platform.dateOrder {
    case .mdy: "\(Self.two(month))/\(Self.two(day))/\(year)"
    case .dmy: "\(Self.two(day))/\(Self.two(month))/\(year)"
    case .ymd, nil: CivilDay(order.day).text
    }
  }

  private func time(_ order: SoldOrder) -> String {
    "\(Self.two(Int(order.second / 3_600))):\(Self.two(Int(order.second / 60 % 60)))"
  }

  private static func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }

  private static func money(_ cents: Int) -> String {
    "\(cents / 100).\(String(100 + cents % 100).dropFirst())"
  }
}
