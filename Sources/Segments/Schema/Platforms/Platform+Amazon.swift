extension Platform {
  /// New orders: a row for each item, with the buyer's address of the marketplace.
  static let amazonOrders = Platform(
    name: "amazon-orders",
    grain: .lines,
    signature: [
      "order-item-id": 3, "payments-date": 3, "buyer-email": 3, "buyer-phone-number": 3,
      "quantity-purchased": 3, "ship-service-level": 2, "recipient-name": 2,
      "delivery-start-date": 3, "delivery-time-zone": 3, "delivery-Instructions": 2,
      "ship-phone-number": 2, "item-price": 1, "purchase-date": 1,
    ],
    roles: [
      .customer: ["buyer-email", "buyer-name"], .order: ["order-id"],
      .date: ["purchase-date", "payments-date"], .amount: ["item-price"],
      .quantity: ["quantity-purchased"], .discount: ["item-promotion-discount"],
      .status: ["order-status"], .currency: ["currency"], .product: ["sku", "product-name"],
    ],
  )

  /// All orders: a row for each item and no word about who bought it.
  static let amazonAllOrders = Platform(
    name: "amazon-all-orders",
    grain: .lines,
    signature: [
      "amazon-order-id": 4, "merchant-order-id": 4, "fulfillment-channel": 3, "asin": 2,
      "item-status": 3, "sales-channel": 1, "order-channel": 2, "last-updated-date": 1,
      "promotion-ids": 2, "is-business-order": 2, "price-designation": 2, "gift-wrap-price": 2,
      "ship-promotion-discount": 2,
    ],
    roles: [
      .customer: ["buyer-email"], .order: ["amazon-order-id"], .date: ["purchase-date"],
      .updated: ["last-updated-date"], .amount: ["item-price"], .quantity: ["quantity"],
      .discount: ["item-promotion-discount"], .status: ["order-status"],
      .currency: ["currency"], .product: ["sku", "asin"],
    ],
    words: StatusWords(unpaid: ["pending"]),
    advice:
      "Amazon's report of all orders names no buyers; export the report of new orders, which has the column buyer-email.",
  )
}
