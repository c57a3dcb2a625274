import Segments

extension StreamFault {
  /// Why the file is refused, in three parts.
  ///
  /// - Parameter used: The byte of the packed file up to which all was well.
  func refusal(of compression: Compression, at used: Int) -> Refusal {
    Refusal(what: what(compression), place: place(used), toDo: toDo)
  }

  private func what(_ compression: Compression) -> String {
    switch self {
    case .otherFormat:
      "The file's name ends in \(compression.rawValue), but its content is not "
        + "\(compression.words)."
    case .cutOff: "The packed file ends in the middle of its content."
    case .damaged: "The packed file is damaged and cannot be unpacked as \(compression.words)."
    case .followedByOther: "After the end of the packed content stand other bytes."
    case .tooMuchMemory: "Unpacking the file would need more than 128 MiB of memory."
    case .packedTwice: "The file is packed twice."
    case .tooManyParts(let limit): "The packed file consists of more than \(limit) parts."
    case .grows(let limit):
      "The file grows to more than \(limit) times its size when it is unpacked."
    case .tooLong(let limit):
      "Unpacked, the file has more than the \(Quantity.text(ofBytes: limit)) allowed."
    }
  }

  private func place(_ used: Int) -> String {
    switch self {
    case .otherFormat: "first bytes"
    case .packedTwice: "first unpacked bytes"
    case .cutOff, .damaged, .followedByOther, .tooMuchMemory, .tooManyParts, .grows, .tooLong:
      "byte \(used) of the packed file"
    }
  }

  private var toDo: String {
    switch self {
    case .otherFormat:
      "Give it the ending of what it is (.csv for a plain table), or pack it again."
    case .cutOff: "Upload or export it again; most often a transfer was cut short."
    case .damaged: "Upload or export it again; nothing of it was taken."
    case .followedByOther:
      "Pack the table again; most often two files were joined that do not belong together."
    case .tooMuchMemory: "Pack it again without `--long` or `--ultra`, or drop the plain CSV."
    case .packedTwice: "Unpack it once and drop the result."
    case .tooManyParts: "Unpack it and drop the plain CSV, or pack it in one piece."
    case .grows: "Look at what it holds; if it is as it should be, raise `limits.ratio`."
    case .tooLong: "Split the export, or raise `limits.expanded`."
    }
  }
}
