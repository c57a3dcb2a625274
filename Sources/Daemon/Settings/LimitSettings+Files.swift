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
    ReadingLimits(columns: columns, fieldBytes: fieldBytes)
  }

  /// How much memory the orders of a dataset may take; more goes to a file in a folder, or to one among the
  /// temporary files.
  func allowance(_ folder: Folder?) -> Allowance {
    Allowance(
      bytes: memoryBytes,
      opener: folder.map(SpillFile.opener) ?? SpillFile.temporary
    )
  }

  /// The same for a file that was accepted once.
  func allowanceOfKept(_ folder: Folder?) -> Allowance {
    var allowance = allowance(folder)
    allowance.listBytes = .max
    return allowance
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
