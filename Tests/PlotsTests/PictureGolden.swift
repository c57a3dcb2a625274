import Foundation
import Testing

@testable import Plots

/// Compares a picture with the one kept beside the tests; `UPDATE_GOLDENS=1` keeps the new one.
///
/// Up to 2 % of the dots may differ visibly: another version of Cairo smooths edges otherwise.
enum PictureGolden {
  private static let mostDifferent = 0.02
  /// How far apart two colors may be in each part, of 255.
  private static let tolerance = 24

  static func expect(_ name: String, _ actual: [UInt8]) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name).png")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(actual).write(to: file)
    }
    let expected = [UInt8]((try? Data(contentsOf: file)) ?? Data())
    let one = try #require(Self.raster(expected), "\(name).png is missing")
    let other = try #require(Self.raster(actual))
    let isSize = (one.width, one.height) == (other.width, other.height)
    let different = isSize ? Self.different(one, other) : one.pixels.count
    let most = Int(Double(one.pixels.count) * mostDifferent)
    if different > most {
      Attachment.record(expected, named: "\(name).expected.png")
      Attachment.record(actual, named: "\(name).actual.png")
    }
    #expect(isSize, "\(name): \(one.width) × \(one.height), now \(other.width) × \(other.height)")
    #expect(different <= most, "\(name): \(different) of \(one.pixels.count) dots differ")
  }

  private static func raster(_ png: [UInt8]) -> Raster? {
    Raster(png: png, on: Color(0xFFFFFF), atMost: Size(4_000, 4_000))
  }

  private static func different(_ one: Raster, _ other: Raster) -> Int {
    zip(one.pixels, other.pixels).count { left, right in
      let (a, b) = (one.palette[Int(left)], other.palette[Int(right)])
      return zip([a.red, a.green, a.blue], [b.red, b.green, b.blue]).contains {
        abs(Int($0) - Int($1)) > tolerance
      }
    }
  }
}
