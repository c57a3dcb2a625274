/// Makes inputs for the fuzz tests: whole small files in every dialect, then cut, joined and damaged.
struct FuzzInputs {
  private var generator: SplitMix
  private let corpus: [[UInt8]]

  /// Pieces that mean something to somebody.
  private static let tokens: [[UInt8]] =
    [
      ",", ";", "\t", "|", "\n", "\r\n", "\r", "\"", "\"\"", "'", "\\\"", "\\\\", " ", "  ", "a",
      "name",
      "12", "-1.5", "1,234.5", "1.234,56", "12,34,567", "€ 3", "US$ 5", "Rs.500", "12,–", "=\"7\"",
      "(1)",
      "1e400", "1e-400", "99999999999999999999", "0.00000000000000000000000001", "NULL", "yes",
      "non",
      "2026-05-01", "13/01/2020 10:00", "20200101", "20200101101500", "Jul-21-25",
      "21 de julio de 2025",
      "1er mars 2025", "mar, 1 jul 2025 3:04 p. m.", "10:00 GMT+0200 (x)", "1700000000", "45123.5",
      "sep=;\n",
      "Total", "83 record(s) downloaded", "id,n,d\n", "\0", "\u{feff}", "😎", "é", "\u{a0}",
      "\u{2212}5",
    ].map { Array($0.utf8) } + [
      [0xe9], [0xff, 0xfe], [0xff], [0xc3], [0xa0], [0x80], [0x8e], [0xf0, 0x9f],
    ]

  /// Makes inputs from a seed.
  init(seed: UInt64) {
    generator = SplitMix(seed: seed)
    let table = "id,n,d\nA1,12.50,2026-05-01\nB2,\"1,234.5\",2026-05-02\n\"C,3\",-7,2026-05-03\n"
    let european = "name;betrag;datum\nÄda;1.234,56 €;31.12.2025\nBo;(12,50);1. Mai 2025\n"
    let dirty = "Report\n\nid,n,n,\n1,2\n\n1,2,3,4,5\nid,n,n,\n\"x\ny\",\"a\"\"b\",c,d\nTotal,,,9\n"
    let escaped = "a,b\n\"x \\\"y\\\" z\",1\n'q','r'\n\"p\\\\\",2"
    let utf16 = ("\u{feff}" + table).utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let bare = table.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    corpus =
      [table, european, dirty, escaped, "sep=|\na|b\n1|2\n", "a  b   c\n1  2   3\n4  5   6\n"].map {
        Array($0.utf8)
      } + [utf16, bare, european.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }]
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var input = pick(corpus)
    if below(6) == 0 { input = (0..<below(40)).flatMap { _ in pick(Self.tokens) } }
    for _ in 0..<below(9) { mutate(&input) }
    return input
  }

  private mutating func mutate(_ input: inout [UInt8]) {
    let place = below(input.count + 1)
    switch below(8) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8(below(8))
    case 1 where place < input.count: input[place] = UInt8(below(256))
    case 2: input.insert(contentsOf: pick(Self.tokens), at: place)
    case 3: input.removeSubrange(place..<min(input.count, place + below(12)))
    case 4: input.insert(contentsOf: input[place..<min(input.count, place + below(60))], at: place)
    case 5: input.removeSubrange(place...)
    case 6: input.insert(contentsOf: pick(corpus), at: place)
    default:
      let token = pick(Self.tokens)
      input.insert(contentsOf: (0..<below(30)).flatMap { _ in token }, at: place)
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }

  private mutating func pick(_ list: [[UInt8]]) -> [UInt8] { list[below(list.count)] }
}
