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
  mutating func insert(ascending more: Span<UInt32>, in list: Int) {
    while places.count <= list { places.append(Place(start: codes.count)) }
    guard places[list].count == 0 else {
      for place in more.indices { insert(more[place], in: list) }
      return
    }
    let start = codes.count
    for place in more.indices where codes.count == start || codes[codes.count - 1] != more[place] {
      codes.append(more[place])
    }
    let count = Int32(codes.count - start)
    places[list] = Place(start: start, count: count, room: count)
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
