import FoundationEssentials

/// A kept report as what it says, part by part, so that one of an earlier version can be compared with one that
/// says more.
indirect enum EarlierReport: Decodable, Equatable {
  case entries([String: EarlierReport])
  case list([EarlierReport])
  case number(Double)
  case text(String)
  case flag(Bool)
  case nothing

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .nothing
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([EarlierReport].self) {
      self = .list(list)
    } else {
      self = .entries(try value.decode([String: EarlierReport].self))
    }
  }

  /// The report in these bytes, which an earlier version may have written.
  init(json: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(json)) }

  /// Whether a report says everything that this one does; a version may add what no earlier one knew.
  func isSaid(by json: [UInt8]) throws -> Bool { isSaid(by: try Self(json: json)) }

  /// Whether another says the same and perhaps more: entries that this one does not have.
  private func isSaid(by other: EarlierReport) -> Bool {
    switch (self, other) {
    case (.entries(let own), .entries(let others)):
      own.allSatisfy { name, part in others[name].map(part.isSaid) ?? false }
    case (.list(let own), .list(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.isSaid(by: $1) }
    default: self == other
    }
  }
}
