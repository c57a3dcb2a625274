extension Platform {
  /// Every export that is known by name.
  static let all: [Platform] = [
    amazonAllOrders, amazonOrders, bigCommerceCustomers, bigCommerceOrders, eBayOrders, etsyItems,
    etsyOrders, hubSpotContacts, klaviyoProfiles, magentoCustomers, magentoCustomersGrid,
    magentoOrders, prestaShopCustomers, prestaShopCustomersImport, prestaShopOrders,
    shopifyCustomers, shopifyOrders, squareCustomers, squareItems, stripeCustomers,
    stripePayments, wooCommerceCustomers, wooCommerceOrderExport, wooCommerceOrders,
  ]

  /// The names that the configuration may pin.
  package static let names = ["generic"] + all.map(\.name)
}
