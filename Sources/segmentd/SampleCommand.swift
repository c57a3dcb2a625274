import ArgumentParser
import Segments

/// `segmentd sample`: a made-up shop on standard output.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Write a realistic made-up shop export to standard output.",
  )

  @Option(help: "How many customers the shop has.")
  var customers = 1_000

  @Flag(help: "Write order lines instead of one row a customer.")
  var orders = false

  @Option(help: "The same seed writes the same shop.")
  var seed: UInt64 = 1

  @Option(help: "Write the export of a platform, such as shopify-orders.")
  var platform: String?

  @Option(
    parsing: .upToNextOption,
    help: "What real exports have: dirt, returns, guests.",
  )
  var quirks: [Quirk] = [.returns]

  func validate() throws {
    guard (1...100_000_000).contains(customers) else {
      throw ValidationError("--customers takes a whole number from 1 to 100000000.")
    }
    try checkPlatform()
  }

  private func checkPlatform() throws {
    guard let platform, !ShopSample.platforms.contains(platform) else { return }
    throw ValidationError(
      "There is no platform “\(platform.prefix(40))”. Possible are: "
        + ShopSample.platforms.joined(separator: ", ") + "."
    )
  }

  func run() throws {
    let sample = ShopSample(
      customers: customers,
      seed: seed,
      quirks: Set(quirks.map(\.quirk)),
    )
    let output = StandardOutput()
    if let platform {
      try sample.write(asPlatform: platform) { (text) throws(OutputFailure) in
        try output.write(text)
      }
    } else if orders {
      try sample.writeOrders { (text) throws(OutputFailure) in try output.write(text) }
    } else {
      try sample.writeCustomers { (text) throws(OutputFailure) in try output.write(text) }
    }
    try output.flush()
  }

  enum Quirk: String, ExpressibleByArgument, CaseIterable {
    case dirt, returns, guests

    var quirk: ShopSample.Quirk {
      switch self {
      case .dirt: .dirt
      case .returns: .returns
      case .guests: .guests
      }
    }
  }
}
