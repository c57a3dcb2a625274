/// What stands on the command line.
///
/// `KernelBench POINTS COLUMNS [--labels FILE] [--k N] [--eps X] [--points N] [--rounds N] KERNEL…`
struct KernelArguments {
  /// The values, column by column, as little-endian doubles and nothing else.
  var points: String
  var columnCount: Int
  /// A label per row, as little-endian 32-bit integers.
  var labels: String?
  var k = 8
  var eps = 0.03
  var minPoints = 20
  var rounds = 1
  var kernels: [Kernel] = []

  init(_ words: ArraySlice<String>) throws {
    var words = words
    guard let points = words.popFirst(), let columns = words.popFirst().flatMap({ Int($0) }),
      columns > 0
    else { throw KernelBenchError.usage }
    self.points = points
    columnCount = columns
    while let word = words.popFirst() {
      if let kernel = Kernel(rawValue: word) {
        kernels.append(kernel)
      } else if let value = words.popFirst() {
        try set(word, to: value)
      } else {
        throw KernelBenchError.unknownWord(word)
      }
    }
  }

  private mutating func set(_ option: String, to value: String) throws {
    switch (option, Int(value), Double(value)) {
    case ("--labels", _, _): labels = value
    case ("--k", let number?, _): k = number
    case ("--points", let number?, _): minPoints = number
    case ("--rounds", let number?, _): rounds = number
    case ("--eps", _, let number?): eps = number
    default: throw KernelBenchError.unknownWord(option)
    }
  }
}
