extension Synonyms {
  /// Roles of order files.
  static let ofOrders: [RoleNames] = [
    RoleNames(
      .customer,
      [
        "customerid", "customerno", "customernumber", "customercode", "customerkey", "custid",
        "custno", "clientid", "clientnumber", "buyeruserid", "buyerid", "memberid", "accountid",
        "idcustomer", "idcliente", "clienteid", "codigocliente", "numerocliente", "codcliente",
        "kundennummer", "kundenid", "kundennr", "kundenr", "kdnr", "debitor", "debitorennummer",
        "idclient", "numeroclient", "codeclient", "nclient", "codecliente", "codicecliente",
        "codigodocliente", "klantid", "klantnummer", "klantnr", "klantcode",
      ],
      [
        "customeremail", "customeremailaddress", "email", "emailaddress", "buyeremail",
        "billingemail", "useremail", "correo", "correoelectronico", "emailcliente",
        "correocliente", "kundenemail", "kundenmail", "emailkunde", "emailadresse", "mail",
        "adressemail", "adresseemail", "courriel", "emailclient", "mailclient", "indirizzoemail",
        "enderecodeemail", "emailadres", "klantemail",
      ],
      ["buyerusername", "username", "userid", "user", "recordid", "usuario", "utilisateur"],
      [
        "customer", "customername", "client", "clientname", "buyer", "buyername", "cliente",
        "nombrecliente", "comprador", "kunde", "kundenname", "kaeufer", "kaufer", "nomclient",
        "acheteur", "nomecliente", "acquirente", "nomedocliente", "klant", "klantnaam", "koper",
      ],
      ["id"],
    ),
    RoleNames(
      .order,
      [
        "orderid", "ordernumber", "orderno", "ordernr", "ordernum", "orderref", "orderreference",
        "ordercode", "amazonorderid", "idpedido", "pedidoid", "numeropedido", "numerodepedido",
        "npedido", "pedidono", "bestellnummer", "bestellnr", "bestellid", "bestellungsnummer",
        "auftragsnummer", "auftragsnr", "numerocommande", "numerodecommande", "commanden",
        "ncommande", "idcommande", "referencecommande", "numeroordine", "idordine", "nordine",
        "codiceordine", "numerodopedido", "codigodopedido", "bestelnummer", "bestelnr",
        "ordernummer",
      ],
      [
        "invoiceno", "invoicenumber", "invoiceid", "invoicenr", "invoice", "factura",
        "numerofactura", "numerodefactura", "idfactura", "nfactura", "rechnungsnummer",
        "rechnungsnr", "rechnung", "belegnummer", "numerofacture", "facture", "nfacture",
        "numerofattura", "fattura", "numerodafatura", "fatura", "factuurnummer", "factuurnr",
      ],
      ["order", "pedido", "bestellung", "auftrag", "commande", "ordine", "bestelling"],
      ["transactionid", "receiptnumber", "receiptid", "ticket", "bonnummer", "basketid", "cartid"],
      ["salesrecordnumber", "reference"],
    ),
    RoleNames(
      .time,
      [
        "ordertime", "timeoforder", "purchasetime", "horapedido", "horadelpedido", "bestellzeit",
        "heurecommande", "oraordine", "horadopedido", "besteltijd",
      ],
      ["time", "hora", "uhrzeit", "zeit", "heure", "ora", "tijd", "tijdstip"],
    ),
    RoleNames(
      .date,
      [
        "orderdate", "orderdatetime", "purchasedate", "saledate", "salesdate", "dateoforder",
        "orderedat", "fechapedido", "fechadepedido", "fechacompra", "fechadecompra", "fechaventa",
        "bestelldatum", "auftragsdatum", "kaufdatum", "verkaufsdatum", "datecommande",
        "datedecommande", "dateachat", "datedachat", "datevente", "dataordine", "datadellordine",
        "dataacquisto", "datadopedido", "datapedido", "datadacompra", "datacompra", "besteldatum",
        "orderdatum", "aankoopdatum", "verkoopdatum",
      ],
      [
        "invoicedate", "fechafactura", "fechadefactura", "rechnungsdatum", "belegdatum",
        "datefacture", "datefacturation", "datafattura", "datadafatura", "factuurdatum",
      ],
      [
        "createdat", "datecreated", "createdutc", "createddateutc", "createddate", "creationdate",
        "transactiondate", "datetime", "timestamp", "fechacreacion", "erstelltam",
        "erstellungsdatum", "datecreation", "datedecreation", "datacreazione", "datacriacao",
        "aangemaaktop",
      ],
      ["date", "fecha", "datum", "data", "tag", "jour", "day", "zeitpunkt"],
      ["paidat", "paymentdate", "datepaid", "paymentsdate", "fechapago", "zahlungsdatum"],
    ),
    RoleNames(
      .updated,
      [
        "updatedat", "lastupdateddate", "datemodified", "modifiedat", "lastmodified", "updated",
        "fechaactualizacion", "aktualisiertam", "geaendertam", "datemodification",
        "dataaggiornamento",
        "dataatualizacao", "bijgewerktop",
      ],
    ),
    RoleNames(
      .amount,
      orderTotals.sorted() + ["grandtotalbase"],
      [
        "total", "totalamount", "totalprice", "importetotal", "montototal", "gesamtbetrag",
        "gesamtsumme", "gesamtpreis", "montanttotal", "prixtotal", "totale", "importototale",
        "prezzototale", "valortotal", "precototal", "totaal", "totaalbedrag", "totaalprijs",
      ],
      [
        "linetotal", "lineamount", "extendedprice", "totallinea", "importelinea", "zeilensumme",
        "positionssumme", "totalligne", "montantligne", "totaleriga", "totaldalinha",
        "regeltotaal",
      ],
      [
        "amount", "spent", "spend", "paid", "amountpaid", "importe", "monto", "gasto", "betrag",
        "summe", "montant", "importo", "spesa", "valor", "quantia", "bedrag",
      ],
      [
        "sales", "netsales", "revenue", "nrevenue", "netrevenue", "turnover", "ventas",
        "ventasnetas", "ingresos", "umsatz", "nettoumsatz", "erloes", "ventes", "ventesnettes",
        "chiffredaffaires", "vendite", "venditenette", "ricavo", "fatturato", "vendas",
        "vendasliquidas", "receita", "omzet", "netto", "verkopen",
      ],
      ["grosssales", "subtotal", "value", "wert", "waarde", "valore", "valeur"],
    ),
    RoleNames(
      .price,
      [
        "unitprice", "priceperunit", "itemprice", "lineitemprice", "pricepaid", "preciounitario",
        "precioporunidad", "einzelpreis", "stueckpreis", "stuckpreis", "prixunitaire",
        "prezzounitario", "precounitario", "stukprijs", "eenheidsprijs",
      ],
      ["price", "precio", "preis", "prix", "prezzo", "preco", "prijs", "soldfor"],
    ),
    RoleNames(
      .quantity,
      [
        "quantity", "qty", "quantitypurchased", "quantityordered", "lineitemquantity",
        "itemquantity", "cantidad", "menge", "stueckzahl", "quantite", "qte", "quantita", "qta",
        "quantidade", "qtd", "hoeveelheid",
      ],
      [
        "units", "unidades", "anzahl", "stueck", "nombre", "unites", "pezzi", "aantal", "stuks",
        "cdsbought", "numberofitems", "itemssold", "totalquantity", "articlesvendus",
        "articulosvendidos", "verkaufteartikel", "articolivenduti", "itensvendidos",
        "verkochteartikelen",
      ],
    ),
    RoleNames(
      .discount,
      [
        "discountamount", "discounts", "discounttotal", "discount", "totaldiscount",
        "itempromotiondiscount", "couponvalue", "descuento", "descuentos", "rabatt", "rabatte",
        "nachlass", "remise", "remises", "reduction", "sconto", "sconti", "desconto", "descontos",
        "korting", "kortingen",
      ],
    ),
    RoleNames(
      .refund,
      [
        "refundedamount", "amountrefunded", "refundamount", "totalrefunded", "refund", "refunds",
        "reembolso", "importereembolsado", "erstattung", "erstattungsbetrag", "remboursement",
        "montantrembourse", "rimborso", "importorimborsato", "reembolsado", "terugbetaling",
        "terugbetaaldbedrag",
      ],
    ),
    RoleNames(
      .status,
      ["financialstatus", "paymentstatus", "estadodelpago", "zahlungsstatus", "statutdupaiement"],
      [
        "orderstatus", "status", "state", "estado", "estadopedido", "bestellstatus",
        "auftragsstatus", "etat", "statut", "statutcommande", "stato", "statoordine", "situacao",
        "statusdopedido", "orderstatut", "bestelstatus",
      ],
    ),
    RoleNames(
      .cancelled,
      [
        "cancelledat", "canceledat", "cancelled", "canceled", "cancelleddate", "datecancelled",
        "fechacancelacion", "storniertam", "stornodatum", "dateannulation", "dataannullamento",
        "datacancelamento", "geannuleerdop",
      ],
    ),
    RoleNames(.test, ["test", "istest", "testmode", "testorder", "istestorder"]),
    RoleNames(
      .currency,
      [
        "currency", "currencycode", "ordercurrency", "ordercurrencycode", "moneda", "divisa",
        "codigodemoneda", "waehrung", "wahrung", "waehrungscode", "devise", "monnaie", "valuta",
        "moeda", "munt",
      ],
    ),
    RoleNames(
      .product,
      [
        "stockcode", "sku", "productid", "productcode", "itemid", "itemcode", "lineitemsku",
        "asin", "articleno", "codigoproducto", "artikelnummer", "artikelnr", "referenceproduit",
        "codiceprodotto", "codigodoproduto", "artikelcode",
      ],
      [
        "item", "lineitemname", "productname", "product", "itemname", "producto", "articulo",
        "produkt", "artikel", "produit", "article", "prodotto", "articolo", "produto", "artigo",
      ],
    ),
    RoleNames(
      .category,
      [
        "category", "productcategory", "categoryname", "lineitemcategory", "producttype",
        "productgroup", "department", "categoria", "kategorie", "warengruppe", "categorie",
      ],
    ),
  ]
}
