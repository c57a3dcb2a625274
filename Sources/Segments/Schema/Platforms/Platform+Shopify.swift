extension Platform {
  /// Orders: a row for each line item; the order's own cells stand on its first row only.
  static let shopifyOrders = Platform(
    name: "shopify-orders",
    grain: .lines,
    signature: [
      "Lineitem quantity": 3, "Lineitem name": 3, "Lineitem price": 3, "Lineitem sku": 3,
      "Lineitem compare at price": 4, "Lineitem requires shipping": 4, "Lineitem taxable": 4,
      "Lineitem fulfillment status": 4, "Lineitem discount": 3, "Financial Status": 2,
      "Fulfillment Status": 2, "Fulfilled at": 2, "Accepts Marketing": 1, "Note Attributes": 2,
      "Payment References": 2, "Outstanding Balance": 1, "Risk Level": 1, "Receipt Number": 1,
    ],
    roles: [
      .customer: ["Email", "Customer Email", "Customer ID"], .order: ["Name", "Id"],
      .date: ["Created at", "Paid at"], .amount: ["Total", "Subtotal"],
      .price: ["Lineitem price"], .quantity: ["Lineitem quantity"],
      .discount: ["Discount Amount"], .refund: ["Refunded Amount"],
      .status: ["Financial Status"], .cancelled: ["Cancelled at"], .test: ["Payment Method"],
      .currency: ["Currency"], .product: ["Lineitem sku", "Lineitem name"],
    ],
    amounts: .order,
    isContinued: true,
    words: StatusWords(
      unpaid: ["pending", "authorized", "expired", "unpaid"],
      test: ["bogus", "for testing"],
    ),
  )

  /// Customers: one row each, with what they spent and how often.
  static let shopifyCustomers = Platform(
    name: "shopify-customers",
    grain: .customers,
    signature: [
      "Accepts Email Marketing": 3, "Accepts SMS Marketing": 3, "Default Address Company": 4,
      "Default Address Address1": 4, "Default Address City": 3, "Default Address Zip": 3,
      "Default Address Province Code": 4, "Default Address Phone": 4, "Province Code": 2,
      "Accepts Marketing": 1, "Tax Exempt": 2, "Total Spent": 1, "Total Orders": 1,
      "Country Code": 1,
    ],
    roles: [
      .customer: ["Customer ID", "Email"], .spend: ["Total Spent"], .orders: ["Total Orders"],
    ],
    notMeasures: ["Zip", "Phone", "Default Address Zip", "Default Address Phone", "Note", "Tags"],
  )
}
