import Segments
import Tables

/// Times the reading of a CSV file of order lines by itself, for `Benchmarks/reading.py`.
///
/// `ReadBench FILE STEP…` prints one line of JSON a step: `records` finds the records alone, `table`
/// reads the columns that order lines have, `orders` cleans and folds them to orders, `customers` looks at the file
/// as `inspect` does.
@main
struct ReadBench {
  static func main() throws {
    var words = CommandLine.arguments.dropFirst()
    guard let path = words.popFirst() else { throw ReadBenchError.usage }
    for word in words {
      guard let step = ReadStep(rawValue: word) else { throw ReadBenchError.unknownStep(word) }
      var count = 0
      let seconds = try ContinuousClock().measure { count = try step.run(on: path) } / .seconds(1)
      print(#"{"step": "\#(word)", "seconds": \#(seconds), "count": \#(count)}"#)
    }
  }
}

/// A part of the way from bytes to orders.
enum ReadStep: String {
  case records, table, orders, customers

  /// The columns of `../shared/bench/make_orders.py` that order lines need.
  private static let columns: [(String, ColumnKind)] = [
    ("CustomerID", .text), ("InvoiceNo", .text), ("InvoiceDate", .date), ("UnitPrice", .number),
    ("Quantity", .number), ("StockCode", .text),
  ]

  /// How many rows or orders it found.
  func run(on path: String) throws -> Int {
    switch self {
    case .records: return try rows(of: path, [])
    case .table: return try rows(of: path, Self.columns)
    case .orders:
      let pipeline = Pipeline(dataset: "bench", recipe: Recipe())
      return try pipeline.harvest(export(of: path), fitting: Ledger()).orders.count
    case .customers:
      return try Inspection.make(of: export(of: path), recipe: Recipe()).customers
    }
  }

  private func export(of path: String) -> Export {
    Export(name: "orders.csv", receivedDay: nil) { () throws(ReadFailure) in
      let file = OpenFile(path)
      return { (block: inout [UInt8]) throws(ReadFailure) -> Int in file.read(into: &block) }
    }
  }

  private func rows(of path: String, _ columns: [(String, ColumnKind)]) throws -> Int {
    var reader = try CSVReader(source: OpenFile(path))
    let plan = columns.compactMap { name, kind in
      reader.header.firstIndex(of: name).map { ColumnPlan(index: $0, name: name, kind: kind) }
    }
    var rows = 0
    while let counts = try reader.nextBatches(of: plan, { $0.rows.rowCount }) {
      rows += counts.reduce(0) { $0 + $1.result }
    }
    return rows
  }
}

/// Why nothing was timed.
enum ReadBenchError: Error {
  case usage
  case unknownStep(String)
}
