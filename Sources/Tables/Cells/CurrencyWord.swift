/// The codes and short names that stand for a currency beside an amount.
enum CurrencyWord {
  /// The codes of ISO 4217 that shops meet, and what people write instead.
  private static let words: Set<UInt64> = Set(
    """
    aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd btn bwp byn bzd
    cad cdf chf clf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs gip
    gmd gnf gtq gyd hkd hnl hrk htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw krw kwd
    kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn myr mzn nad ngn nio
    nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd shp sle sos
    srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx usd uyu uzs ved ves vnd vuv wst
    xaf xcd xof xpf yer zar zmw zwl euro euros kr kr. rs rs. fr fr. sfr sfr. zł kč ft lei lev лв лв. руб
    руб. грн tl r rm rp s/ us ca au nz hk nt mx c a s din дин kn dhs
    """.utf8.split { $0 <= 0x20 }.compactMap { packed($0) }
  )

  /// The letters of a word, up to eight bytes, as one number; nil if there are more.
  private static func packed(_ word: some Collection<UInt8>) -> UInt64? {
    guard (1...8).contains(word.count) else { return nil }
    return word.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether a range is such a word, in small or capital letters.
  static func matches(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard (1...8).contains(end - start) else { return false }
    var word: UInt64 = 0
    for position in start..<end {
      let byte = bytes[position]
      let isCapital = (0x41...0x5a).contains(byte)
      word = word << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    return words.contains(word)
  }
}
