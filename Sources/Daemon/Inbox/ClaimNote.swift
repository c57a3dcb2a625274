import FoundationEssentials

/// What is written beside a claimed file, so that its name and dataset survive the loss of
/// everything else.
struct ClaimNote: Codable, Equatable {
  var dataset: String
  /// The bytes of the name it had in the inbox.
  var name: [UInt8]
  /// It lay in the folder of its dataset.
  var isPinned: Bool
  /// Days since 1970-01-01.
  var receivedDay: Int32

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try Array(encoder.encode(self))
  }

  init(dataset: String, name: [UInt8], isPinned: Bool, receivedDay: Int32) {
    self.dataset = dataset
    self.name = name
    self.isPinned = isPinned
    self.receivedDay = receivedDay
  }

  init?(json: [UInt8]) {
    guard let note = try? JSONDecoder().decode(ClaimNote.self, from: Data(json)) else { return nil }
    self = note
  }
}
