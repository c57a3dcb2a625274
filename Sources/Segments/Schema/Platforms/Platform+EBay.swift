extension Platform {
  /// Orders: a row for each order or item; further items of an order leave the buyer and the total blank.
  static let eBayOrders = Platform(
    name: "ebay-orders",
    grain: .lines,
    signature: [
      "Sales Record Number": 4, "Buyer Username": 3, "Sold Via Promoted Listings": 4,
      "eBay Collected Tax": 4, "eBay Collected Tax Included in Total": 4,
      "Seller Collected Tax": 3, "Feedback Left": 3, "Feedback Received": 3, "eBay Plus": 4,
      "My Item Note": 3, "Buyer Note": 2, "Custom Label": 2, "Sold For": 2, "Post to name": 3,
      "Post to postcode": 3, "Post to county": 3, "Paid On Date": 2, "Item Number": 1,
    ],
    roles: [
      .customer: ["Buyer Username", "Buyer Email"],
      .order: ["Order Number", "Sales Record Number"], .date: ["Sale Date", "Paid On Date"],
      .amount: ["Total Price"], .price: ["Sold For"], .quantity: ["Quantity"],
      .refund: ["Refund Amount"], .currency: ["Currency"],
      .product: ["Item Number", "Custom Label", "Item Title"],
    ],
    amounts: .order,
    isContinued: true,
  )
}
