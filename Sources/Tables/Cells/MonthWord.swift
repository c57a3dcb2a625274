/// The names of months and weekdays in English, Spanish, German, French, Italian, Portuguese, Dutch.
enum MonthWord {
  private static let names = [
    "january enero januar janner janvier gennaio janeiro januari",
    "february febrero februar fevrier febbraio fevereiro februari",
    "march marzo marz maerz mars marzo marco maart",
    "april abril april avril aprile abril april",
    "may mayo mai maggio maio mei",
    "june junio juni juin giugno junho juni",
    "july julio juli juillet luglio julho juli",
    "august agosto august aout agosto agosto augustus",
    "september septiembre setiembre septembre settembre setembro september",
    "october octubre oktober octobre ottobre outubro oktober",
    "november noviembre november novembre novembre novembro november",
    "december diciembre dezember decembre dicembre dezembro december",
  ]

  /// The month of each word: names, and their beginnings of three letters and more that are clear.
  private static let months: [UInt64: Int] = {
    var months: [UInt64: Int] = [:]
    var unclear: Set<UInt64> = []
    for (place, line) in names.enumerated() {
      for name in line.utf8.split(separator: 0x20) {
        for length in 3...max(3, name.count) {
          let word = CellWord.folded(name.prefix(length))
          if months[word, default: place + 1] != place + 1 { unclear.insert(word) }
          months[word] = place + 1
        }
      }
    }
    for word in unclear { months[word] = nil }
    for word in ["mrt", "mrz"] { months[CellWord.folded(word.utf8)] = 3 }
    return months
  }()

  private static let weekdays = CellWord.set(
    """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    lun mar mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo
    mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche
    gio lunedi martedi mercoledi giovedi venerdi sabato domenica
    seg ter qua qui sex segunda terca quarta quinta sexta feira
    ma wo za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """
  )

  private static let links = CellWord.set("de del of di do den der the el le il")

  /// The month that a folded word names, counted from 1.
  static func month(_ word: UInt64) -> Int? { months[word] }

  /// Whether a folded word names a day of the week.
  static func isWeekday(_ word: UInt64) -> Bool { weekdays.contains(word) }

  /// Whether a folded word joins the parts of a date, as in "21 de julio".
  static func isLink(_ word: UInt64) -> Bool { links.contains(word) }
}
