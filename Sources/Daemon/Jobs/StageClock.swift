import Segments
import Synchronization

/// Keeps the time of each stage and passes on the wish to stop.
///
/// A class, because the pipeline shares it.
final class StageClock: PipelineObserver {
  private struct Times {
    var began: [String: Duration] = [:]
    var seconds: [String: Double] = [:]
  }

  private let times = Mutex(Times())
  private let surroundings: Surroundings
  private let onBegin: @Sendable (String) -> Void

  init(_ surroundings: Surroundings, onBegin: @escaping @Sendable (String) -> Void = { _ in }) {
    self.surroundings = surroundings
    self.onBegin = onBegin
  }

  var wantsStop: Bool { surroundings.wantsStop() }

  func begins(_ stage: Stage) {
    begins(stage.rawValue)
  }

  func ended(_ stage: Stage) {
    ended(stage.rawValue)
  }

  /// Times a stage of the porter's own.
  func time<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
    begins(stage)
    defer { ended(stage) }
    return try body()
  }

  /// Seconds by stage so far, rounded to milliseconds.
  var seconds: [String: Double] {
    times.withLock { $0.seconds.mapValues { ($0 * 1000).rounded() / 1000 } }
  }

  private func begins(_ stage: String) {
    onBegin(stage)
    let now = surroundings.now()
    times.withLock { $0.began[stage] = now }
  }

  private func ended(_ stage: String) {
    let now = surroundings.now()
    times.withLock { times in
      guard let began = times.began.removeValue(forKey: stage) else { return }
      let parts = (now - began).components
      times.seconds[stage, default: 0] += Double(parts.seconds) + Double(parts.attoseconds) / 1e18
    }
  }
}
