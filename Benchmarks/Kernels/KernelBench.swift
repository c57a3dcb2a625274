import Clusters

/// Times the kernels of `Clusters` one by one, on the same numbers as their peers.
///
/// Every kernel named on the command line prints one line of JSON: the seconds around its call,
/// and what it found, so that a reader sees that both sides did the same work. A kernel is given a
/// matrix in memory and pays for everything else, the order of rows and the search tree included.
@main
struct KernelBench {
  static func main() throws {
    let arguments = try KernelArguments(CommandLine.arguments.dropFirst())
    let input = try KernelInput(arguments)
    for kernel in arguments.kernels {
      for _ in 0..<arguments.rounds {
        print(try line(for: kernel, on: input))
      }
    }
  }

  private static func line(for kernel: Kernel, on input: KernelInput) throws -> String {
    var outcome = KernelOutcome(name: kernel.rawValue, n: input.matrix.rowCount)
    outcome.seconds =
      try ContinuousClock().measure {
        outcome.take(try kernel.run(on: input))
      } / .seconds(1)
    if let truth = input.truth { outcome.compare(with: truth) }
    return try outcome.json()
  }
}
