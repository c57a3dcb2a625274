extension Platform {
  /// Orders: the grid of the admin, one row each.
  static let magentoOrders = Platform(
    name: "magento-orders",
    grain: .orders,
    signature: [
      "Purchase Point": 3, "Bill-to Name": 3, "Ship-to Name": 3, "Grand Total (Base)": 4,
      "Grand Total (Purchased)": 4, "Shipping and Handling": 2, "Shipping Information": 2,
      "Allocated sources": 3, "Pickup Location Code": 3, "Purchase Date": 1, "Customer Group": 1,
      "Total Refunded": 1,
    ],
    roles: [
      .customer: ["Customer Email", "Customer Name", "Bill-to Name"], .order: ["ID"],
      .date: ["Purchase Date"], .amount: ["Grand Total (Base)", "Grand Total (Purchased)"],
      .refund: ["Total Refunded"], .status: ["Status"],
    ],
    amounts: .order,
    words: StatusWords(returned: ["closed"], unpaid: ["pending", "payment review", "fraud"]),
  )

  /// Customers: the main file of the importer and exporter; it holds hashes of passwords.
  static let magentoCustomers = Platform(
    name: "magento-customers",
    grain: .customers,
    signature: [
      "_website": 3, "_store": 3, "disable_auto_group_change": 4, "rp_token": 4,
      "rp_token_created_at": 4, "password_hash": 2, "taxvat": 2, "created_in": 2,
      "confirmation": 1, "group_id": 1, "website_id": 1, "_address_firstname": 3,
      "_address_postcode": 3, "_address_country_id": 3, "_address_default_billing_": 4,
      "_address_default_shipping_": 4,
    ],
    roles: [.customer: ["email"], .updated: ["updated_at"]],
    dateOrder: .mdy,
    notMeasures: [
      "_website", "_store", "confirmation", "default_billing", "default_shipping",
      "disable_auto_group_change", "gender", "group_id", "store_id", "website_id", "taxvat",
      "_address_default_billing_", "_address_default_shipping_", "_address_postcode",
      "_address_telephone", "_address_fax",
    ],
  )

  /// Customers: the grid of the admin.
  static let magentoCustomersGrid = Platform(
    name: "magento-customers-grid",
    grain: .customers,
    signature: [
      "Customer Since": 3, "Web Site": 3, "Confirmed email": 3, "Account Created in": 4,
      "Billing Address": 1, "Shipping Address": 1, "State/Province": 2, "Group": 1, "ZIP": 1,
      "Date of Birth": 1, "Tax VAT Number": 2, "Account Lock": 3,
    ],
    roles: [.customer: ["ID", "Email"]],
    notMeasures: ["Phone", "ZIP", "Fax", "VAT Number", "Tax VAT Number"],
  )
}
