import FoundationEssentials

extension SegmentReport {
  /// `report.json` may not be larger (CONTRACT).
  package static let mostBytes = 8 << 20

  /// The report as canonical JSON: keys sorted, shortest numbers that read back the same, UTF-8.
  package func json() throws(SegmentError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(self))
    } catch {
      throw .unreadableReport("a number is not finite")
    }
  }

  /// Reads a report of this or an older version.
  package init(json: [UInt8]) throws(SegmentError) {
    do {
      self = try TapeDecoder.decode(Self.self, from: json)
    } catch {
      throw .unreadableReport("it is not a report this version knows")
    }
    guard schema <= Self.currentSchema else {
      throw .unreadableReport("it was made by a newer version")
    }
  }
}
