extension Platform {
  /// Sold orders: one row each, dates with the month first.
  static let etsyOrders = Platform(
    name: "etsy-orders",
    grain: .orders,
    signature: [
      "Buyer User ID": 4, "Number of Items": 2, "Adjusted Order Total": 4,
      "Adjusted Card Processing Fees": 4, "Adjusted Net Order Amount": 4,
      "Card Processing Fees": 3, "Order Net": 3, "Shipping Discount": 2, "Coupon Details": 2,
      "Sale Date": 1, "InPerson Discount": 3, "InPerson Location": 3, "Street 1": 2,
    ],
    roles: [
      .customer: ["Buyer User ID", "Buyer", "Full Name"], .order: ["Order ID"],
      .date: ["Sale Date"], .amount: ["Order Total", "Order Value"],
      .quantity: ["Number of Items"], .discount: ["Discount Amount"], .status: ["Status"],
      .currency: ["Currency"], .product: ["SKU"],
    ],
    dateOrder: .mdy,
    amounts: .order,
  )

  /// Sold order items: a row for each listing sold.
  static let etsyItems = Platform(
    name: "etsy-items",
    grain: .lines,
    signature: [
      "Listing ID": 4, "Variations": 2, "InPerson Sale": 3, "VAT Paid by Buyer": 4,
      "Item Name": 2, "Item Total": 2, "Date Shipped": 1, "Ship Zipcode": 2, "Sale Date": 1,
      "Order Sales Tax": 3, "Order Shipping": 2,
    ],
    roles: [
      .customer: ["Buyer", "Ship Name"], .order: ["Order ID"], .date: ["Sale Date"],
      .amount: ["Item Total"], .price: ["Price"], .quantity: ["Quantity"],
      .discount: ["Discount Amount"], .currency: ["Currency"],
      .product: ["Listing ID", "SKU", "Item Name"],
    ],
    dateOrder: .mdy,
  )
}
