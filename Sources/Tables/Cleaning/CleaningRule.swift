/// A reason to drop rows: one question asked of the cells of a column.
///
/// A rule never changes a cell, and its answer depends on nothing but its arguments.
package protocol CleaningRule: Sendable {
  /// The name in reports and in the configuration: one lower-case word.
  var name: String { get }

  /// Whether the rule compares rows with each other instead of looking at each cell alone.
  ///
  /// Such a rule is asked last, knows which rows the others leave standing, and has no tolerance.
  var comparesRows: Bool { get }

  /// The rows that break the rule in this column, each once, ascending.
  ///
  /// - Parameter standing: The rows that no other rule drops; only rules that compare rows look at it.
  func brokenRows(of column: Column, standing: [Bool]) -> [Int]
}

extension CleaningRule {
  package var comparesRows: Bool { false }
}
