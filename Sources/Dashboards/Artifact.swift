/// One file of a publication, not yet written anywhere.
package struct Artifact: Sendable, Equatable {
  /// Where it lies in the publication, such as `png/01-summary.png`.
  package let path: String
  /// Its content.
  package let bytes: [UInt8]

  /// A file with its place.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
