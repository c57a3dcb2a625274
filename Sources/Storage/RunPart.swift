/// What is kept of a run beside its report, each by itself because each is needed alone.
package enum RunPart: String, Sendable, CaseIterable {
  /// What later runs compare with; kept for ever, because it is small and holds no customers.
  case memory
  /// Who was in which segment.
  case members
  /// The fitted model.
  case model
  /// The manifest as it was when the run was published: inputs and configuration.
  case manifest
}
