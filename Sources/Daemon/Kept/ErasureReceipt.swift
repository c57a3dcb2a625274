/// What was erased of a person; does not tell who that was.
package struct ErasureReceipt: Codable, Equatable, Sendable {
  /// Stands for the person in this state and nowhere else.
  package var token: String
  /// Dataset to orders, lines or rows that its ledger forgot.
  package var ledgers: [String: Int] = [:]
  /// Kept files that were written anew, and lines that they lost.
  package var keptFiles = 0
  package var keptLines = 0
  /// Kept runs whose lists of customers forgot the person.
  package var runs = 0
  /// Publications that were exchanged, and lines that their tables lost.
  package var publications = 0
  package var publishedLines = 0
  /// Kept files that could not be read any more and were left as they are.
  package var unreadable: [String] = []

  package func json() -> [UInt8] { CanonicalJSON.bytes(of: self) }
}
