/// How a file is packed, as the end of its name says.
enum Compression: String, CaseIterable {
  case gzip = ".gz"
  case zstandard = ".zst"

  /// Looks at the end of a name, capitals aside; nil for a file that is not packed.
  init?(of name: FileName) {
    let lower = FileName(bytes: name.bytes.map(DatasetNaming.lowercased))
    guard let ending = Self.allCases.first(where: { lower.hasSuffix($0.rawValue) }) else {
      return nil
    }
    self = ending
  }

  /// Looks at the first bytes of a content; nil if they are of neither kind.
  init?(ofContent bytes: ArraySlice<UInt8>) {
    guard let kind = Self.allCases.first(where: { bytes.starts(with: $0.firstBytes) }) else {
      return nil
    }
    self = kind
  }

  /// The format's name for people.
  var words: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "Zstandard"
    }
  }

  /// What every file of the format begins with.
  private var firstBytes: [UInt8] {
    switch self {
    case .gzip: [0x1f, 0x8b]
    case .zstandard: [0x28, 0xb5, 0x2f, 0xfd]
    }
  }

  /// A decoder that has read nothing.
  func decoder() -> any StreamDecoder {
    switch self {
    case .gzip: GzipDecoder()
    case .zstandard: ZstdDecoder()
    }
  }
}
