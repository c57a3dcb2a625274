extension Platform {
  /// Payments: one row each; the amount is in the buyer's currency, beside it in the account's.
  static let stripePayments = Platform(
    name: "stripe-payments",
    grain: .orders,
    signature: [
      "Seller Message": 4, "Converted Amount Refunded": 4, "Converted Amount": 3,
      "Converted Currency": 3, "Amount Refunded": 2, "Statement Descriptor": 3, "Captured": 2,
      "Card Last4": 3, "Card Brand": 2, "Card Funding": 3, "Card Issue Country": 3,
      "Card Address Country": 3, "Card Exp Month": 3, "Payment Source Type": 3,
      "Taxes On Fee": 4, "Created (UTC)": 2, "Created date (UTC)": 3, "PaymentIntent ID": 4,
    ],
    roles: [
      .customer: ["Customer ID", "Customer Email", "Email"],
      .order: ["id", "PaymentIntent ID", "Invoice Number", "Invoice ID"],
      .date: ["Created date (UTC)", "Created (UTC)"], .amount: ["Amount"],
      .refund: ["Amount Refunded"], .status: ["Status"], .currency: ["Currency"],
      .test: ["Mode"],
    ],
    amounts: .order,
    words: StatusWords(
      unpaid: ["requires", "incomplete", "blocked", "uncaptured", "expired", "pending"],
      test: ["test"],
    ),
    currencies: ["Amount": "Currency", "Converted Amount": "Converted Currency"],
  )

  /// Customers: what they paid and how often.
  static let stripeCustomers = Platform(
    name: "stripe-customers",
    grain: .customers,
    signature: [
      "Delinquent": 3, "Refunded Volume": 4, "Dispute Losses": 4, "Payment Count": 2,
      "Total Spend": 2, "Created (UTC)": 2, "Card Last4": 1, "Plan": 1,
    ],
    roles: [
      .customer: ["id", "Email"], .spend: ["Total Spend"], .orders: ["Payment Count"],
      .currency: ["Currency"],
    ],
    notMeasures: ["Card Last4", "Card Exp Month", "Card Exp Year", "Business Vat ID"],
  )
}
