import Segments

extension LimitSettings {
  /// For what was within the limits once.
  static let unlimited = LimitSettings(
    fileBytes: .max,
    expandedBytes: .max,
    ratio: .max,
    columns: 65_536,
    fieldBytes: 1 << 30,
    rejectedShare: 1,
    memoryBytes: .max
  )

  /// The limits that concern what stands in a file.
  var reading: ReadingLimits {
    ReadingLimits(columns: columns, fieldBytes: fieldBytes, memoryBytes: memoryBytes)
  }

  /// Why a file of this size is not read, or nil if it is.
  func refusal(ofBytes bytes: Int) -> Refusal? {
    guard bytes > fileBytes else { return nil }
    return Refusal(
      what:
        "The file has \(bytes) bytes, more than the \(Quantity.text(ofBytes: fileBytes)) allowed.",
      place: "whole file",
      toDo: "Split the export, or raise `limits.file` in the configuration."
    )
  }
}
