/// Why nothing was timed.
enum KernelBenchError: Error {
  case usage
  case unknownWord(String)
  case sizeDoesNotFit(path: String, bytes: Int)
}
