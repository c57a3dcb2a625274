extension Platform {
  /// Orders: the list of the back office, one row each; the customer is a name, the headers are translated.
  static let prestaShopOrders = Platform(
    name: "prestashop-orders",
    grain: .orders,
    signature: [
      "Reference": 2, "New client": 4, "Delivery": 2, "Payment": 1, "Total": 1, "Customer": 1,
      "Référence": 2, "Nouveau client": 4, "Livraison": 2, "Paiement": 1, "Client": 1,
      "Referencia": 2, "Nuevo cliente": 4, "Entrega": 2, "Pago": 1, "Cliente": 1,
      "Bestellnr.": 1, "Neukunde": 4, "Lieferung": 2, "Zahlung": 1, "Kunde": 1,
      "Riferimento": 2, "Nuovo cliente": 4, "Consegna": 2, "Pagamento": 1,
      "Referência": 2, "Novo cliente": 4, "Referentie": 2, "Nieuwe klant": 4, "Levering": 2,
      "Betaling": 1, "Klant": 1,
    ],
    roles: [
      .customer: ["Customer", "Client", "Cliente", "Kunde", "Klant"],
      .order: [
        "Reference", "Référence", "Referencia", "Artikelnr.", "Bestellnr.", "Riferimento",
        "Referência", "Referentie", "ID",
      ],
      .date: ["Date", "Fecha", "Datum", "Data"], .amount: ["Total", "Gesamt", "Totale", "Totaal"],
      .status: ["Status", "État", "Etat", "Estado", "Stato"],
    ],
    amounts: .order,
    words: StatusWords(
      returned: ["refund"],
      unpaid: [
        "awaiting", "payment error", "en attente", "erreur de paiement", "en espera",
        "error en pago", "warten auf", "in attesa", "errore di pagamento", "a aguardar",
        "wachten op", "betaalfout",
      ],
    ),
  )

  /// Customers: the list of the back office, with their sales.
  static let prestaShopCustomers = Platform(
    name: "prestashop-customers",
    grain: .customers,
    signature: [
      "Social title": 4, "Partner offers": 4, "Last visit": 1, "Newsletter": 1, "Enabled": 1,
      "Registration": 2, "Sales": 1,
      "Titre de civilité": 4, "Titre": 2, "Offres partenaires": 4, "Dernière visite": 1,
      "Inscription": 2, "Ventes": 1,
      "Tratamiento": 3, "Título social": 4, "Ofertas de socios": 4, "Última visita": 1,
      "Registro": 2,
      "Anrede": 2, "Partner-Angebote": 4, "Angebote von Partnern": 4, "Letzter Besuch": 1,
      "Registrierung": 2,
      "Titolo": 2, "Offerte dei partner": 4, "Ultima visita": 1, "Registrazione": 2,
      "Aanhef": 3, "Partneraanbiedingen": 4, "Laatste bezoek": 1,
    ],
    roles: [
      .customer: [
        "ID", "Email address", "Adresse e-mail", "Dirección de correo electrónico",
        "E-Mail-Adresse", "Indirizzo e-mail", "E-mailadres",
      ],
      .spend: ["Sales", "Ventes", "Ventas", "Umsatz", "Verkäufe", "Vendite", "Vendas", "Verkoop"],
    ],
    notMeasures: [
      "Enabled", "Newsletter", "Partner offers", "Activé", "Offres partenaires", "Activado",
      "Ofertas de socios", "Aktiviert", "Partner-Angebote", "Abilitato", "Offerte dei partner",
    ],
  )

  /// Customers as the importer takes them: names and groups, nothing measured.
  static let prestaShopCustomersImport = Platform(
    name: "prestashop-customers-import",
    grain: .customers,
    signature: [
      "Titles ID (Mr = 1; Ms = 2; else 0)": 4, "Titles ID (Mr = 1, Ms = 2, else 0)": 4,
      "Opt-in (0/1)": 3, "Groups (x;y;z...)": 4, "Groups (x,y,z...)": 4, "Active (0/1)": 2,
      "Newsletter (0/1)": 2, "Default group ID": 3, "Birthday (yyyy-mm-dd)": 2, "Email *": 1,
      "Password *": 1,
    ],
    roles: [.customer: ["Customer ID", "ID", "Email *"]],
    notMeasures: [
      "Active (0/1)", "Titles ID (Mr = 1; Ms = 2; else 0)", "Titles ID (Mr = 1, Ms = 2, else 0)",
      "Newsletter (0/1)", "Opt-in (0/1)", "Default group ID",
    ],
  )
}
