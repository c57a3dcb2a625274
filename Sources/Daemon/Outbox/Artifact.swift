/// One file of a publication: where it lies in it, and its bytes.
package struct Artifact: Sendable {
  /// A plain path of ours, `png/01-summary.png`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
