import Clusters
import FoundationEssentials

/// The numbers that both sides work on, read from files of raw values.
struct KernelInput {
  var matrix: Matrix
  /// The labels to compare with, or to score.
  var truth: [Int32]?
  var arguments: KernelArguments

  init(_ arguments: KernelArguments) throws {
    let values = try Self.words(of: arguments.points) { Double(bitPattern: $0) }
    let rows = values.count / arguments.columnCount
    guard rows * arguments.columnCount == values.count else {
      throw KernelBenchError.sizeDoesNotFit(path: arguments.points, bytes: values.count * 8)
    }
    matrix = try Matrix(
      columns: (0..<arguments.columnCount).map { Array(values[$0 * rows..<($0 + 1) * rows]) }
    )
    truth = try arguments.labels.map { path in
      try Self.words(of: path) { (bits: UInt32) in Int32(bitPattern: bits) }
    }
    if let truth, truth.count != rows {
      throw KernelBenchError.sizeDoesNotFit(path: arguments.labels ?? "", bytes: truth.count * 4)
    }
    self.arguments = arguments
  }

  /// The values of a file that has nothing but words of one size, lowest byte first.
  private static func words<Word: FixedWidthInteger, Value>(
    of path: String,
    _ value: (Word) -> Value,
  ) throws -> [Value] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let size = Word.bitWidth / 8
    guard bytes.count.isMultiple(of: size) else {
      throw KernelBenchError.sizeDoesNotFit(path: path, bytes: bytes.count)
    }
    return stride(from: 0, to: bytes.count, by: size).map { start in
      var word = Word(0)
      for offset in 0..<size { word |= Word(bytes[start + offset]) << (8 * offset) }
      return value(word)
    }
  }
}
