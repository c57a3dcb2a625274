/// Headers by which exports name a role, in seven languages; compared after `HeaderName.normalized`.
///
/// English, Spanish, German, French, Italian, Portuguese, Dutch, in this order within each group. The
/// tables stand in `Synonyms+Orders.swift` and `Synonyms+Customers.swift`.
enum Synonyms {
  /// Headers of whole words after which a number is a name, not a measure.
  static let notMeasures = [
    "zip", "postal", "postcode", "plz", "codigopostal", "codepostal", "phone", "telefon",
    "telefono", "telephone", "telefone", "telefoon", "fax", "latitude", "longitude",
    "password", "hash",
  ]

  /// Last words of headers that name a key.
  static let keyWords: Set<String> = [
    "id", "ids", "nr", "no", "number", "num", "code", "key", "nummer", "numero", "codigo", "codice",
    "clave", "cle", "kennung", "email", "mail", "login", "username", "uuid", "guid",
  ]

  /// Headers under which an amount is that of the whole order, however many lines it has.
  static let orderTotals: Set<String> = [
    "ordertotal", "grandtotal", "ordertotalinctax", "ordervalue", "orderamount", "invoicetotal",
    "totalpedido", "totaldelpedido", "importepedido", "bestellsumme", "bestellwert",
    "auftragssumme", "rechnungsbetrag", "totalcommande", "montantcommande", "totaleordine",
    "importoordine", "totaldopedido", "valordopedido", "valorpedido", "ordertotaal",
    "ordertotaalbedrag", "bestelbedrag", "totaalbestelling",
  ]

  /// Headers under which it may be that of the order or of the line; the cells decide.
  static let totals: Set<String> = [
    "total", "totalamount", "totalprice", "amount", "importetotal", "montototal", "gesamtbetrag",
    "gesamtsumme", "summe", "montanttotal", "montant", "totale", "importototale", "valortotal",
    "totaal", "totaalbedrag", "bedrag", "betrag", "importe", "monto", "importo", "valor",
  ]
}
