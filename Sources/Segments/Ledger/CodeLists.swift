/// Short ascending lists of numbers, one for each order, packed into one array.
///
/// A list that grows at the end of the array grows in place, and so do nearly all, because the lines of an order
/// follow each other; any other list moves to the end with room for as much again. Where no list has a number,
/// nothing is held at all.
struct CodeLists: Sendable {
  private struct Place {
    var start = 0
    var count: Int32 = 0
    var room: Int32 = 0
  }

  private var codes: [UInt32] = []
  private var places: [Place] = []

  /// How many bytes of memory the lists take, about.
  var memoryBytes: Int { codes.count * 4 + places.count * MemoryLayout<Place>.stride }

  /// The numbers of a list.
  subscript(list: Int) -> ArraySlice<UInt32> {
    guard list < places.count else { return [] }
    return codes[places[list].start..<places[list].start + Int(places[list].count)]
  }

  /// Adds the numbers of a list to the last row of a shelf.
  func copy(_ list: Int, to rows: inout ShelfRows) {
    guard list < places.count else { return }
    let place = places[list]
    rows.appendCodes(codes.span.extracting(place.start..<place.start + Int(place.count)))
  }

  /// Takes over a list of others as one that is new here.
  mutating func append(_ others: CodeLists, _ list: Int, as new: Int) {
    guard list < others.places.count, others.places[list].count > 0 else { return }
    while places.count < new { places.append(Place(start: codes.count)) }
    guard places.count == new else { return insert(others, list, in: new) }
    let place = others.places[list]
    places.append(Place(start: codes.count, count: place.count, room: place.count))
    for code in place.start..<place.start + Int(place.count) { codes.append(others.codes[code]) }
  }

  /// Puts the numbers of a list of others into one that is known here.
  mutating func insert(_ others: CodeLists, _ list: Int, in known: Int) {
    guard list < others.places.count else { return }
    let place = others.places[list]
    for code in place.start..<place.start + Int(place.count) {
      insert(others.codes[code], in: known)
    }
  }

  /// Puts a number into its place in a list, unless it is there.
  mutating func insert(_ code: UInt32, in list: Int) {
    while places.count <= list { places.append(Place(start: codes.count)) }
    let (start, count) = (places[list].start, Int(places[list].count))
    var place = start + count
    while place > start, codes[place - 1] >= code {
      if codes[place - 1] == code { return }
      place -= 1
    }
    makeRoom(in: list)
    let shift = places[list].start - start
    var last = start + shift + count
    while last > place + shift {
      codes[last] = codes[last - 1]
      last -= 1
    }
    codes[last] = code
    places[list].count += 1
  }

  /// Puts numbers, which are ascending but may come more than once, into their places in a list.
  mutating func insert(ascending more: [UInt32], in list: Int) {
    while places.count <= list { places.append(Place(start: codes.count)) }
    guard places[list].count == 0 else { return more.forEach { insert($0, in: list) } }
    let start = codes.count
    for code in more where codes.count == start || codes[codes.count - 1] != code {
      codes.append(code)
    }
    let count = Int32(codes.count - start)
    places[list] = Place(start: start, count: count, room: count)
  }

  /// Puts the codes of a line into a list.
  mutating func insert(_ line: ItemCodes.Line, in list: Int) {
    if let product = line.product { insert(product, in: list) }
    if let category = line.category { insert(category, in: list) }
  }

  private mutating func makeRoom(in list: Int) {
    let place = places[list]
    guard place.count == place.room else { return }
    if place.start + Int(place.room) == codes.count {
      codes.append(0)
      places[list].room += 1
    } else {
      places[list].start = codes.count
      places[list].room = max(2, place.room * 2)
      for offset in 0..<Int(place.count) { codes.append(codes[place.start + offset]) }
      for _ in place.count..<places[list].room { codes.append(0) }
    }
  }
}
