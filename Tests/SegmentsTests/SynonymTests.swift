import Tables
import Testing

@testable import Segments

@Suite("Headers without a platform")
struct SynonymTests {
  private func match(_ text: String, recipe: Recipe = Recipe()) throws -> SchemaMatch {
    try harvest(text, recipe: recipe).schema
  }

  private func harvest(_ text: String, recipe: Recipe = Recipe()) throws -> Harvest {
    try Pipeline(dataset: "shop", recipe: recipe)
      .harvest(SmallShop.export(text), fitting: Ledger())
  }

  @Test(
    "are understood in seven languages",
    arguments: [
      "Order Number,Customer Email,Order Date,Unit Price,Quantity,Currency,Status",
      "Número de pedido,Correo electrónico,Fecha del pedido,Precio unitario,Cantidad,Moneda,Estado",
      "Bestellnummer,Kunden-E-Mail,Bestelldatum,Einzelpreis,Menge,Währung,Status",
      "N° commande,Adresse e-mail,Date de commande,Prix unitaire,Quantité,Devise,État",
      "Numero ordine,Indirizzo e-mail,Data ordine,Prezzo unitario,Quantità,Valuta,Stato",
      "Número do pedido,Endereço de e-mail,Data do pedido,Preço unitário,Quantidade,Moeda,Situação",
      "Bestelnummer,E-mailadres,Besteldatum,Stukprijs,Hoeveelheid,Munt,Status",
    ]
  )
  func languages(header: String) throws {
    let match = try match(
      header + "\n1,a@x.org,2026-01-02,2.50,2,EUR,ok\n1,a@x.org,2026-01-02,3.50,1,EUR,ok\n"
    )
    let names = header.split(separator: ",").map(String.init)
    let roles: [Role] = [.order, .customer, .date, .price, .quantity, .currency, .status]
    for (role, name) in zip(roles, names) { #expect(match.roles[role] == name, "\(role)") }
    #expect(match.grain == .lines)
  }

  @Test(
    "of customer tables are understood in seven languages",
    arguments: [
      "Customer ID,Total Spent,Orders,Visits", "ID cliente,Total gastado,Pedidos,Visitas",
      "Kundennummer,Gesamtumsatz,Bestellungen,Besuche",
      "Numéro client,Total dépensé,Commandes,Visites",
      "Codice cliente,Spesa totale,Ordini,Visite",
      "Código do cliente,Total gasto,Pedidos,Visitas",
      "Klantnummer,Totaal besteed,Bestellingen,Bezoeken",
    ]
  )
  func customers(header: String) throws {
    let match = try match(header + "\nk1,2.50,3,4\nk2,3.50,4,5\n")
    let names = header.split(separator: ",").map(String.init)
    for (role, name) in zip([Role.customer, .spend, .orders, .visits], names) {
      #expect(match.roles[role] == name, "\(role)")
    }
  }

  @Test("may be compared however they are spelled")
  func spelling() {
    for header in ["Order ID", "order_id", "ORDER-ID", " order / id"] {
      #expect(HeaderName.normalized(header) == "orderid")
    }
    #expect(HeaderName.normalized("Währung") == "wahrung")
    #expect(HeaderName.normalized("Commande n°") == "commanden")
    #expect(HeaderName.normalized("Wa\u{308}hrung") == "wahrung")
    #expect(HeaderName.words("CustomerID no. 2") == ["customer", "id", "no", "2"])
  }

  @Test("two of which mean the same are told, with the one that was taken")
  func collision() throws {
    let harvest = try harvest(
      """
      order id,customer id,order date,purchase date,total
      1,a,2026-01-02,2026-01-03,5
      2,a,2026-01-04,2026-01-05,6
      """
    )
    #expect(harvest.schema.roles[.date] == "order date")
    let told = try #require(harvest.findings.first { $0.id == "role-collision" })
    #expect(told.text.contains("“purchase date”"))
  }

  @Test("that say nothing are made up for by content, and that is told")
  func content() throws {
    let harvest = try harvest(
      """
      who,order id,moment,worth
      a@x.org,1,2026-01-02 10:00,5.20
      b@x.org,2,2026-01-03 10:00,6.30
      a@x.org,3,2026-01-04 10:00,7.40
      """,
      recipe: {
        var recipe = Recipe()
        recipe.grain = .orders
        return recipe
      }(),
    )
    #expect(harvest.schema.roles[.customer] == "who")
    #expect(harvest.schema.roles[.date] == "moment")
    #expect(harvest.schema.roles[.amount] == "worth")
    #expect(harvest.confidence[.date] == 0.6)
    #expect(harvest.confidence[.order] == 0.9)
    #expect(harvest.findings.count { $0.id == "role-by-content" } == 3)
  }

  @Test("leave a table of customers one, even where it has a date and a sum")
  func noOrders() throws {
    let match = try match(
      "id,birthday,income\n1,1980-01-02,10.5\n2,1981-01-02,11.5\n3,1982-01-02,12.5\n"
    )
    #expect(match.grain == .customers)
    #expect(match.features == ["income"])
  }

  @Test("of keys and places are no measures")
  func noMeasures() throws {
    let match = try match(
      "customer_id,store_id,zip code,spend,phone\na,1,10115,5,30\nb,2,10117,6,31\n"
    )
    #expect(match.features == ["spend"])
  }

  @Test("of secrets are never read, by whatever name the configuration calls them")
  func secrets() throws {
    for name in [
      "password_hash", "Password *", "rp_token", "Passwort", "mot de passe", "api key", "CVV",
      "Credit Card Number", "pwd", "access_token",
    ] {
      #expect(SecretColumns.contains(name), "\(name)")
    }
    for name in ["customer_hash", "Tokens earned", "Passengers", "Passport country", "spin"] {
      #expect(!SecretColumns.contains(name), "\(name)")
    }
    let text = "customer_id,password_hash,pin,spend\na,1,1111,5\nb,2,2222,6\n"
    #expect(try match(text).features == ["spend"])
    for setting in ["customer", "features"] {
      var recipe = Recipe()
      if setting == "customer" { recipe.columns.roles = ["customer": "password_hash"] }
      if setting == "features" { recipe.columns.features = ["password_hash"] }
      #expect(throws: SegmentError.refused(.secretColumn("password_hash"))) {
        try match(text, recipe: recipe)
      }
    }
  }

  @Test("give the key of a customer table by content where none is named")
  func keys() throws {
    #expect(try match("member code,spend\na1,5\nb2,6\n").roles[.customer] == "member code")
    #expect(try match("contact,spend\na@x.org,5\nb@x.org,6\n").roles[.customer] == "contact")
    #expect(try match("Name,spend\nAnn,5\nBo,6\n").roles[.customer] == "Name")
    #expect(try match("Name,spend\nAnn,5\nAnn,6\n").roles[.customer] == nil)
  }

  @Test("are looked at one by one where the configuration forbids to see a platform")
  func pinnedGeneric() throws {
    var recipe = Recipe()
    recipe.reading.platform = "generic"
    let text = OrderMeaningTests.shopify + "#1,a@x.org,2026-01-02,30.00,0.00,paid,,card,Mug,1\n"
    #expect(try match(text).platform == "shopify-orders")
    #expect(try match(text, recipe: recipe).platform == "generic")
  }
}
