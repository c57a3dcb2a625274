extension Platform {
  /// Orders by the default template: one row each, dates with the month first.
  static let bigCommerceOrders = Platform(
    name: "bigcommerce-orders",
    grain: .orders,
    signature: [
      "Subtotal (inc tax)": 4, "Subtotal (ex tax)": 4, "Order Total (inc tax)": 4,
      "Order Total (ex tax)": 4, "Shipping Cost (inc tax)": 4, "Shipping Cost (ex tax)": 4,
      "Handling Cost (inc tax)": 4, "Handling Cost (ex tax)": 4, "Store Credit Redeemed": 3,
      "Gift Certificate Amount Redeemed": 3, "Merchant-defined Order Status": 4,
      "Peachtree Accounts Receivable Account": 4, "# Unique Products in Order": 3,
      "Combined Product Weight": 2, "Order Currency Code": 2, "Product Details": 1,
      "Channel Name": 1,
    ],
    roles: [
      .customer: ["Customer ID", "Customer Email", "Billing Email", "Customer Name"],
      .order: ["Order ID"], .date: ["Order Date"], .time: ["Order Time"],
      .amount: ["Order Total (inc tax)", "Order Total (ex tax)"],
      .quantity: ["Total Quantity"], .refund: ["Refund Amount"], .status: ["Order Status"],
      .currency: ["Order Currency Code"],
    ],
    dateOrder: .mdy,
    amounts: .order,
    words: StatusWords(unpaid: ["pending", "incomplete", "awaiting payment"]),
  )

  /// Customers: names, groups and dates, nothing measured.
  static let bigCommerceCustomers = Platform(
    name: "bigcommerce-customers",
    grain: .customers,
    signature: [
      "Registration IP Address": 4, "Tax Exempt Category": 3, "Customer Group ID": 2,
      "Address Count": 3, "Attribute Count": 3, "Date Joined": 2, "Store Credit": 2,
      "Receive Marketing Emails": 2, "Customer Group": 1, "Date Modified": 1,
    ],
    roles: [.customer: ["ID", "Customer ID", "Email"]],
    dateOrder: .mdy,
    notMeasures: ["Customer Group ID", "Phone", "Address Count", "Attribute Count"],
  )
}
