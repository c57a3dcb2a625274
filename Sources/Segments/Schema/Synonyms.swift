/// Headers by which exports name a role, in several languages; compared after `normalized`.
enum Synonyms {
  /// Header spelled without case, blanks and marks: `Order ID` and `order_id` are one.
  static func normalized(_ header: String) -> String {
    String(
      String.UnicodeScalarView(
        header.lowercased().unicodeScalars.filter { scalar in
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
      )
    )
  }

  /// Roles of order files; the first header of a list that is present wins.
  static let ofOrders: [(role: Role, headers: [String])] = [
    (
      .customer,
      [
        "customerid", "customer", "custid", "clientid", "buyeruserid", "customeremail", "email",
        "emailaddress", "buyeremail", "billingemail", "buyerusername", "userid", "idcustomer",
        "recordid", "kundennummer", "kundenid", "kundenemail", "cliente", "idcliente", "clienteid",
        "client", "idclient", "codecliente", "klantid", "klantnummer", "id",
      ]
    ),
    (
      .order,
      [
        "orderid", "invoiceno", "invoicenumber", "invoice", "invoiceid", "ordernumber", "orderno",
        "order", "amazonorderid", "transactionid", "salesrecordnumber", "bestellnummer",
        "rechnungsnummer", "pedido", "idpedido", "numeropedido", "factura", "commanden",
        "commande", "ordine", "bestelnummer", "receiptnumber",
      ]
    ),
    (
      .date,
      [
        "orderdate", "invoicedate", "purchasedate", "createdat", "saledate", "datecreated",
        "createdutc", "createddateutc", "transactiondate", "date", "datum", "fecha", "fechapedido",
        "bestelldatum", "datecommande", "data", "orderedat", "paidat", "timestamp",
      ]
    ),
    (
      .updated,
      ["updatedat", "lastupdateddate", "datemodified", "modifiedat", "lastmodified"]
    ),
    (
      .amount,
      [
        "ordertotal", "ordertotalinctax", "grandtotal", "grandtotalbase", "total", "totalprice",
        "totalamount", "amount", "sales", "netsales", "spent", "revenue", "linetotal", "importe",
        "monto", "montototal", "gesamtbetrag", "betrag", "umsatz", "montant", "ventesnettes",
        "importo", "totale", "valor", "bedrag", "value",
      ]
    ),
    (
      .price,
      [
        "unitprice", "price", "itemprice", "lineitemprice", "soldfor", "preis", "einzelpreis",
        "precio", "preciounitario", "prix", "prixunitaire", "prezzo", "preco", "prijs",
      ]
    ),
    (
      .quantity,
      [
        "quantity", "qty", "quantitypurchased", "lineitemquantity", "itemquantity", "menge",
        "anzahl", "cantidad", "quantite", "quantita", "quantidade", "aantal", "cdsbought", "units",
        "numberofitems", "articlesvendus",
      ]
    ),
    (
      .discount,
      [
        "discountamount", "discounts", "discounttotal", "itempromotiondiscount", "couponvalue",
        "rabatt", "descuento", "descuentos", "remise", "sconto", "desconto", "korting",
      ]
    ),
    (.refund, ["refundedamount", "amountrefunded", "refundamount", "totalrefunded"]),
    (
      .status,
      ["financialstatus", "orderstatus", "status", "paymentstatus", "estado", "etat", "stato"]
    ),
    (
      .currency, ["currency", "ordercurrency", "ordercurrencycode", "waehrung", "moneda", "devise"]
    ),
    (
      .product,
      [
        "stockcode", "sku", "productid", "lineitemsku", "asin", "item", "lineitemname",
        "productname",
      ]
    ),
  ]

  /// Roles of customer files.
  static let ofCustomers: [(role: Role, headers: [String])] = [
    (
      .customer,
      [
        "customerid", "custid", "clientid", "idcustomer", "idcliente", "clienteid", "idclient",
        "recordid", "klaviyoid", "userid", "id", "kundennummer", "kundenid", "klantid", "email",
        "emailaddress", "customeremail", "buyerusername", "customer", "cliente", "client",
      ]
    ),
    (
      .spend,
      [
        "totalspent", "totalspend", "lifetimespend", "historiccustomerlifetimevalue", "spend",
        "spent", "montocompras", "sales", "revenue", "totalrevenue", "monetary", "umsatz",
        "gesamtumsatz", "importecompras", "totalcompras", "montantachats", "spesatotale",
      ]
    ),
    (
      .discount,
      ["montodescuentos", "discounts", "discount", "totaldiscount", "descuentos", "rabatte"]
    ),
    (
      .visits,
      [
        "nvisitas", "visits", "visitcount", "numvisits", "sessions", "besuche", "visitas",
        "visites",
      ]
    ),
    (.clicks, ["nclicks", "clicks", "numclicks", "klicks", "clics"]),
    (
      .orders,
      [
        "totalorders", "orders", "ordercount", "numorders", "paymentcount", "transactioncount",
        "historicnumberoforders", "frequency", "bestellungen", "pedidos", "commandes", "ordini",
      ]
    ),
    (.items, ["items", "totalitems", "itemcount", "quantity"]),
    (
      .recency,
      ["recency", "dayssincelastorder", "dayssincelastpurchase", "diasultimacompra"]
    ),
    (
      .tenure,
      [
        "tenure", "dayssincefirstorder", "dayssincefirstpurchase", "diasprimeracompra",
        "customerage",
      ]
    ),
    (.averageOrderValue, ["averageordervalue", "aov", "avgordervalue", "ticketmedio"]),
    (.age, ["age", "edad", "alter", "leeftijd", "eta", "idade"]),
    (.currency, ["currency", "moneda", "waehrung", "devise"]),
    (.updated, ["updatedat", "lastupdateddate", "datemodified"]),
  ]

  /// Words of headers whose numbers are names, not measures.
  static let notMeasures = [
    "zip", "postal", "postcode", "plz", "phone", "telefon", "telefono", "latitude", "longitude",
    "password", "hash",
  ]
}
