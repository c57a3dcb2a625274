/// A stage of the road of a file; its name appears in errors, logs and the manifest.
package enum Stage: String, Sendable, CaseIterable {
  case read, match, clean, merge, features, scale, search, choose, profile, name, report
}

/// Whoever keeps time, shows progress or asks the pipeline to stop.
package protocol PipelineObserver: Sendable {
  /// A stage begins.
  func begins(_ stage: Stage)
  /// A stage has ended.
  func ended(_ stage: Stage)
  /// Should the pipeline stop at the next stage? It then throws `SegmentError.stopped`.
  var wantsStop: Bool { get }
}

/// An observer that neither looks nor asks.
package struct SilentObserver: PipelineObserver {
  package init() {}
  package func begins(_ stage: Stage) {}
  package func ended(_ stage: Stage) {}
  package var wantsStop: Bool { false }
}
