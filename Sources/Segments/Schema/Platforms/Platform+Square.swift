extension Platform {
  /// Items: a row for each thing sold or brought back; guests have no customer.
  static let squareItems = Platform(
    name: "square-items",
    grain: .lines,
    signature: [
      "Price Point Name": 4, "Modifiers Applied": 4, "Time Zone": 2, "Gross Sales": 2,
      "Net Sales": 2, "Discounts": 1, "Qty": 1, "Transaction ID": 1, "Dining Option": 3,
      "Customer Reference ID": 3, "Event Type": 2, "Device Name": 2, "Payment ID": 1,
      "Itemization Type": 3, "Fulfillment Note": 3,
    ],
    roles: [
      .customer: ["Customer ID", "Customer Reference ID", "Customer Name"],
      .order: ["Transaction ID", "Payment ID"], .date: ["Date"], .time: ["Time"],
      .amount: ["Net Sales", "Gross Sales"], .quantity: ["Qty"], .discount: ["Discounts"],
      .status: ["Event Type"], .currency: ["Currency"], .product: ["SKU", "Item"],
      .category: ["Category"],
    ],
    words: StatusWords(returned: ["refund"]),
  )

  /// Customers: the directory, with visits and what they spent.
  static let squareCustomers = Platform(
    name: "square-customers",
    grain: .customers,
    signature: [
      "Square Customer ID": 4, "Creation Source": 3, "Lifetime Spend": 2, "Transaction Count": 2,
      "First Visit": 2, "Last Visit": 1, "Instant Profile": 4, "Email Subscription Status": 3,
      "Nickname": 2, "Memo": 1, "Reference ID": 1,
    ],
    roles: [
      .customer: ["Square Customer ID", "Reference ID", "Email Address"],
      .spend: ["Lifetime Spend"], .orders: ["Transaction Count"],
    ],
    notMeasures: ["Phone Number", "Postal Code", "Street Address 1", "Street Address 2"],
  )
}
