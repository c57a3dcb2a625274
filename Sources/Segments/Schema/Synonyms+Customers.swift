extension Synonyms {
  /// Roles of customer files.
  static let ofCustomers: [RoleNames] = [
    RoleNames(
      .customer,
      [
        "customerid", "customerno", "customernumber", "customercode", "customerkey", "custid",
        "custno", "clientid", "clientnumber", "memberid", "accountid", "idcustomer", "idcliente",
        "clienteid", "codigocliente", "numerocliente", "codcliente", "kundennummer", "kundenid",
        "kundennr", "kdnr", "debitorennummer", "idclient", "numeroclient", "codeclient",
        "codicecliente", "codecliente", "codigodocliente", "klantid", "klantnummer", "klantnr",
      ],
      ["recordid", "klaviyoid", "userid", "squarecustomerid", "id"],
      [
        "email", "emailaddress", "customeremail", "correo", "correoelectronico", "emailadresse",
        "mail", "adressemail", "adresseemail", "courriel", "indirizzoemail", "enderecodeemail",
        "emailadres",
      ],
      ["buyerusername", "username", "user", "usuario"],
      ["customer", "cliente", "client", "kunde", "klant"],
    ),
    RoleNames(
      .spend,
      [
        "totalspent", "totalspend", "lifetimespend", "lifetimevalue",
        "historiccustomerlifetimevalue", "amountspent", "montocompras", "importecompras",
        "totalcompras", "gastototal", "totalgastado", "gesamtumsatz", "gesamtausgaben",
        "montantachats", "totaldepense", "depensestotales", "spesatotale", "totalespeso",
        "totalgasto", "gastototal", "totaaluitgegeven", "totaalbesteed",
      ],
      [
        "spend", "spent", "monetary", "sales", "revenue", "totalrevenue", "totalsales", "gasto",
        "ventas", "umsatz", "depense", "depenses", "ventes", "spesa", "vendite", "vendas", "omzet",
        "besteding",
      ],
    ),
    RoleNames(
      .discount,
      [
        "montodescuentos", "discounts", "discount", "totaldiscount", "totaldiscounts",
        "descuentos", "rabatte", "remises", "sconti", "descontos", "kortingen",
      ],
    ),
    RoleNames(
      .visits,
      [
        "nvisitas", "visits", "visitcount", "numvisits", "numberofvisits", "sessions", "visitas",
        "besuche", "anzahlbesuche", "visites", "nombredevisites", "visite", "numerovisite",
        "numerodevisitas", "bezoeken", "aantalbezoeken",
      ],
    ),
    RoleNames(
      .clicks,
      ["nclicks", "clicks", "numclicks", "numberofclicks", "clics", "klicks", "clic", "cliques"],
    ),
    RoleNames(
      .orders,
      [
        "totalorders", "orders", "ordercount", "orderscount", "numorders", "numberoforders",
        "purchases", "paymentcount", "transactioncount", "historicnumberoforders", "frequency",
        "pedidos", "numeropedidos", "numerodepedidos", "totalpedidos", "bestellungen",
        "anzahlbestellungen", "commandes", "nombredecommandes", "ordini", "numeroordini",
        "numerodipedidos", "compras", "bestellingen", "aantalbestellingen",
      ],
    ),
    RoleNames(
      .items,
      [
        "items", "totalitems", "itemcount", "itemsbought", "quantity", "articulos", "artikel",
        "articles", "articoli", "itens", "artikelen",
      ],
    ),
    RoleNames(
      .recency,
      [
        "recency", "dayssincelastorder", "dayssincelastpurchase", "diasultimacompra",
        "diasdesdeultimacompra", "tageseitletzterbestellung", "tageseitletztemkauf",
        "joursdepuisdernierecommande", "joursdepuisdernierachat", "giornidaultimoordine",
        "giornidallultimoacquisto", "diasdesdeaultimacompra", "dagensindslaatstebestelling",
        "dagensindslaatsteaankoop",
      ],
    ),
    RoleNames(
      .tenure,
      [
        "tenure", "dayssincefirstorder", "dayssincefirstpurchase", "customerage",
        "diasprimeracompra", "diasdesdeprimeracompra", "tageseitersterbestellung",
        "joursdepuispremierecommande", "giornidalprimoordine", "diasdesdeaprimeiracompra",
        "dagensindseerstebestelling",
      ],
    ),
    RoleNames(
      .averageOrderValue,
      [
        "averageordervalue", "aov", "avgordervalue", "averageorder", "ticketmedio",
        "valormediopedido", "durchschnittlicherbestellwert",
        "paniermoyen", "valoremedioordine", "scontrinomedio", "gemiddeldeorderwaarde",
        "gemiddeldebestelwaarde",
      ],
    ),
    RoleNames(.age, ["age", "edad", "alter", "eta", "idade", "leeftijd"]),
    RoleNames(
      .currency,
      ["currency", "currencycode", "moneda", "waehrung", "wahrung", "devise", "valuta", "moeda"],
    ),
    RoleNames(.updated, ["updatedat", "lastupdateddate", "datemodified", "updated"]),
  ]

  /// Headers of people's names: a key only where no two rows share one.
  static let peopleNames: Set<String> = [
    "name", "fullname", "customername", "clientname", "nombre", "nombrecompleto", "kundenname",
    "vollername", "nom", "nomcomplet", "nome", "nomecompleto", "nomecognome", "naam",
    "volledigenaam",
  ]
}
