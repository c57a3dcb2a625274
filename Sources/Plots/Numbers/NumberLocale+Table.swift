extension NumberLocale {
  /// All countries known, the first the default.
  package static let all: [NumberLocale] = [
    make(
      "en_US",
      ".",
      ",",
      money: "¤#",
      home: "$",
      units: englishUnits,
      months: englishMonths,
      date: plainDate
    ),
    make(
      "en_GB",
      ".",
      ",",
      money: "¤#",
      home: "£",
      units: englishUnits,
      months: englishMonths,
      date: plainDate
    ),
    make(
      "en_IN",
      ".",
      ",",
      sizes: [3, 2],
      money: "¤#",
      home: "₹",
      units: [(1e5, " lakh"), (1e7, " crore")],
      months: englishMonths,
      date: plainDate
    ),
    make(
      "de_DE",
      ",",
      ".",
      money: "# ¤",
      percent: "# %",
      home: "€",
      units: germanUnits,
      months: germanMonths,
      date: germanDate
    ),
    make(
      "de_AT",
      ",",
      "\u{A0}",
      money: "¤ #",
      percent: "# %",
      home: "€",
      units: germanUnits,
      months: germanMonths,
      date: germanDate
    ),
    make(
      "de_CH",
      ".",
      "’",
      money: "¤ #",
      home: "CHF",
      units: germanUnits,
      months: germanMonths,
      date: germanDate
    ),
    make(
      "fr_FR",
      ",",
      "\u{202F}",
      money: "# ¤",
      percent: "#\u{202F}%",
      home: "€",
      units: [(1e3, " k"), (1e6, " M"), (1e9, " Md")],
      months: frenchMonths,
      date: plainDate
    ),
    make(
      "es_ES",
      ",",
      ".",
      minimum: 2,
      money: "# ¤",
      percent: "# %",
      home: "€",
      units: [(1e3, " mil"), (1e6, " M")],
      months: spanishMonths,
      date: plainDate
    ),
    make(
      "it_IT",
      ",",
      ".",
      money: "# ¤",
      home: "€",
      units: [(1e6, " Mln"), (1e9, " Mrd")],
      months: italianMonths,
      date: plainDate
    ),
    make(
      "nl_NL",
      ",",
      ".",
      money: "¤ #",
      home: "€",
      units: [(1e3, " dzd."), (1e6, " mln."), (1e9, " mld.")],
      months: dutchMonths,
      date: plainDate
    ),
    make(
      "pl_PL",
      ",",
      "\u{A0}",
      minimum: 2,
      money: "# ¤",
      home: "zł",
      units: [(1e3, " tys."), (1e6, " mln"), (1e9, " mld")],
      months: polishMonths,
      date: plainDate
    ),
    make(
      "sv_SE",
      ",",
      "\u{A0}",
      money: "# ¤",
      percent: "# %",
      home: "kr",
      units: [(1e3, " tn"), (1e6, " mn"), (1e9, " md")],
      months: swedishMonths,
      date: plainDate
    ),
    make(
      "pt_BR",
      ",",
      ".",
      money: "¤ #",
      home: "R$",
      units: [(1e3, " mil"), (1e6, " mi"), (1e9, " bi")],
      months: portugueseMonths,
      date: portugueseDate
    ),
    make(
      "hi_IN",
      ".",
      ",",
      sizes: [3, 2],
      money: "¤#",
      home: "₹",
      units: [(1e5, " लाख"), (1e7, " करोड़")],
      months: hindiMonths,
      date: plainDate
    ),
    make(
      "ja_JP",
      ".",
      ",",
      money: "¤#",
      home: "¥",
      units: [(1e4, "万"), (1e8, "億")],
      months: numberedMonths,
      date: ideographicDate
    ),
    make(
      "zh_CN",
      ".",
      ",",
      money: "¤#",
      home: "¥",
      units: [(1e4, "万"), (1e8, "亿")],
      months: numberedMonths,
      date: ideographicDate
    ),
  ]

  private typealias Units = [(Double, String)]
  private typealias DatePattern = (full: String, short: String)

  private static func make(
    _ name: String,
    _ decimal: String,
    _ group: String,
    minimum: Int = 1,
    sizes: [Int] = [3],
    money: String,
    percent: String = "#%",
    home: String,
    units: Units,
    months: String,
    date: DatePattern
  ) -> NumberLocale {
    NumberLocale(
      name: name,
      decimal: decimal,
      group: group,
      minimumGrouping: minimum,
      groupSizes: sizes,
      // A word and its number must not be torn apart at the end of a line.
      money: unbroken(money),
      percent: unbroken(percent),
      homeSign: home,
      units: units.map { Unit(value: $0.0, word: unbroken($0.1)) },
      months: months.split(separator: " ").map(String.init),
      date: date.full,
      dayAndMonth: date.short
    )
  }

  private static func unbroken(_ text: String) -> String {
    String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private static let englishUnits: Units = [(1e3, "k"), (1e6, "M"), (1e9, "bn")]
  private static let germanUnits: Units = [(1e3, " Tsd."), (1e6, " Mio."), (1e9, " Mrd.")]

  private static let plainDate: DatePattern = ("{d} {M} {y}", "{d} {M}")
  private static let germanDate: DatePattern = ("{d}. {M} {y}", "{d}. {M}")
  private static let portugueseDate: DatePattern = ("{d} de {M} de {y}", "{d} de {M}")
  private static let ideographicDate: DatePattern = ("{y}年{M}{d}日", "{M}{d}日")

  private static let englishMonths = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
  private static let germanMonths = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."
  private static let frenchMonths = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."
  private static let spanishMonths = "ene feb mar abr may jun jul ago sept oct nov dic"
  private static let italianMonths = "gen feb mar apr mag giu lug ago set ott nov dic"
  private static let dutchMonths = "jan feb mrt apr mei jun jul aug sep okt nov dec"
  private static let polishMonths = "sty lut mar kwi maj cze lip sie wrz paź lis gru"
  private static let swedishMonths = "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec."
  private static let portugueseMonths =
    "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez."
  private static let hindiMonths = "जन॰ फ़र॰ मार्च अप्रैल मई जून जुल॰ अग॰ सित॰ अक्टू॰ नव॰ दिस॰"
  private static let numberedMonths = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"
}
