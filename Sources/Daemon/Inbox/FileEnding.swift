/// What the end of a file's name promises.
enum FileEnding: Equatable {
  case table, compressedTable, other

  private static let tables = [".csv", ".tsv", ".txt"]

  /// Looks at bytes, capitals aside; text that only looks like an ending is none.
  init(of name: FileName) {
    let (plain, isCompressed) = Self.uncompressed(name)
    guard Self.tables.contains(where: plain.hasSuffix) else {
      self = .other
      return
    }
    self = isCompressed ? .compressedTable : .table
  }

  /// The name without these endings.
  static func stem(of name: FileName) -> [UInt8] {
    let (plain, _) = uncompressed(name)
    let ending = tables.first(where: plain.hasSuffix)
    return Array(name.bytes.prefix(plain.bytes.count - (ending?.utf8.count ?? 0)))
  }

  private static func uncompressed(_ name: FileName) -> (FileName, Bool) {
    let lower = FileName(bytes: name.bytes.map(DatasetNaming.lowercased))
    guard let packing = Compression(of: lower) else { return (lower, false) }
    return (FileName(bytes: lower.bytes.dropLast(packing.rawValue.utf8.count)), true)
  }
}
