extension Platform {
  /// Orders as the analytics pages export them: one row each, a name for a customer, translated headers.
  static let wooCommerceOrders = Platform(
    name: "woocommerce-orders",
    grain: .orders,
    signature: [
      "N. Revenue": 4, "N. Revenue (formatted)": 4, "Net Sales (formatted)": 4,
      "Customer type": 3, "Product(s)": 2, "Items sold": 2, "Coupon(s)": 2, "Order #": 1,
      "Attribution": 1,
      "Type de client": 3, "Produit(s)": 2, "Articles vendus": 2, "Code(s) promo": 3,
      "Ventes nettes": 2, "Commande n°": 1,
      "Tipo de cliente": 3, "Producto(s)": 2, "Artículos vendidos": 2, "Cupón(es)": 3,
      "Ventas netas": 2, "Pedido n.º": 1,
      "Kundentyp": 3, "Produkt(e)": 2, "Verkaufte Artikel": 2, "Gutschein(e)": 3,
      "Nettoumsatz": 2, "Bestellung Nr.": 1,
      "Tipo di cliente": 3, "Prodotto/i": 2, "Articoli venduti": 2, "Codice/i promozionale/i": 3,
      "Vendite nette": 2, "Ordine n.": 1,
      "Produto(s)": 2, "Itens vendidos": 2, "Cupom(ns)": 3, "Vendas líquidas": 2,
      "Klanttype": 3, "Verkochte artikelen": 2, "Waardebon(nen)": 3, "Netto-omzet": 2,
    ],
    roles: [
      .customer: ["Customer", "Client", "Cliente", "Kunde", "Klant"],
      .order: [
        "Order #", "Commande n°", "Pedido n.º", "Pedido #", "Pedido", "Bestellung Nr.",
        "Bestellung #", "Ordine n.", "Ordine #", "Bestelling #", "Commande", "Order",
      ],
      .date: ["Date", "Fecha", "Datum", "Data"],
      .amount: [
        "N. Revenue", "Net Sales", "Ventes nettes", "Ventas netas", "Nettoumsatz",
        "Vendite nette", "Vendas líquidas", "Netto-omzet", "N. Revenue (formatted)",
        "Net Sales (formatted)",
      ],
      .quantity: [
        "Items sold", "Articles vendus", "Artículos vendidos", "Verkaufte Artikel",
        "Articoli venduti", "Itens vendidos", "Verkochte artikelen",
      ],
      .status: ["Status", "État", "Estado", "Stato"],
      .product: [
        "Product(s)", "Produit(s)", "Producto(s)", "Produkt(e)", "Prodotto/i", "Produto(s)",
      ],
    ],
    amounts: .order,
    words: wooCommerceWords,
  )

  /// Orders as the export plugins write them: field names of the database, one row an order or a line.
  static let wooCommerceOrderExport = Platform(
    name: "woocommerce-order-export",
    grain: .orders,
    signature: [
      "shipping_tax_total": 3, "cart_discount": 3, "order_discount": 2, "discount_total": 1,
      "order_total": 2, "order_currency": 3, "billing_first_name": 1, "billing_last_name": 1,
      "billing_email": 2, "billing_postcode": 2, "billing_address_1": 2, "line_items": 2,
      "shipping_items": 3, "tax_items": 3, "order_notes": 2, "customer_note": 2,
      "shipping_postcode": 1, "payment_method": 1, "order_status": 1, "order_number": 1,
    ],
    roles: [
      .customer: ["billing_email", "customer_email", "customer_id", "customer_user"],
      .order: ["order_id", "order_number"],
      .date: ["order_date", "date", "date_created", "paid_date"],
      .amount: ["order_total", "total"],
      .discount: ["discount_total", "cart_discount", "order_discount"],
      .refund: ["refunded_total", "order_refunded", "refund_amount"],
      .status: ["order_status", "status"], .currency: ["order_currency", "currency"],
      .updated: ["date_modified", "modified_date"],
    ],
    amounts: .order,
    isContinued: true,
    words: wooCommerceWords,
  )

  /// Customers as the analytics pages export them.
  static let wooCommerceCustomers = Platform(
    name: "woocommerce-customers",
    grain: .customers,
    signature: [
      "AOV": 3, "Total Spend": 2, "Last Active": 2, "Sign Up": 3, "Username": 2,
      "Country / Region": 2, "Orders": 1, "Postal Code": 1, "Billing Phone": 1,
      "Shipping Phone": 1,
    ],
    roles: [
      .customer: ["Email", "Username"], .spend: ["Total Spend"], .orders: ["Orders"],
      .averageOrderValue: ["AOV"],
    ],
    notMeasures: ["Postal Code", "Billing Phone", "Shipping Phone"],
  )

  private static let wooCommerceWords = StatusWords(
    unpaid: [
      "pending", "on hold", "attente", "en attente", "pendiente", "en espera", "wartend",
      "in wartestellung", "ausstehend", "in attesa", "in sospeso", "pendente", "aguardando",
      "in de wacht", "wachtend",
    ],
  )
}
