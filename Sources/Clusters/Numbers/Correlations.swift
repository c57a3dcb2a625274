/// The three correlation matrices of the same columns, nil where a constant column takes part.
package struct Correlations: Sendable, Equatable {
  package let pearson: [[Double?]]
  package let spearman: [[Double?]]
  package let kendall: [[Double?]]
}
