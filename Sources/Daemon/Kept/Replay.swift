import FoundationEssentials
import Segments
import Storage

/// `replay`: everything once more from the accepted files, run by run, beside what is kept.
package struct Replay {
  /// What a dataset came to.
  package struct Result: Codable, Sendable {
    package var dataset: String
    package var runs: Int
    package var deliveries: Int
    /// Deliveries before this one are not repeated, because their files are not kept any more; 0 for none.
    package var startsAfter: Int
    /// What is not the same: the run, and what of it; empty when everything agrees.
    package var differences: [String]
    /// Runs that cannot be compared: their reports are not kept, or people were erased since.
    package var notCompared: [String]
  }

  let state: KeptState
  let kept: KeptDeliveries
  let suppressions: Suppressions
  let surroundings: Surroundings
  let onRun: @Sendable (String) -> Void

  package init(
    _ settings: Settings,
    surroundings: Surroundings = .real,
    onRun: @escaping @Sendable (String) -> Void = { _ in },
  ) throws(Failure) {
    do {
      state = try KeptState(settings)
      let folder = try House.opening("state folder") { try Folder(at: settings.state) }
      kept = try KeptDeliveries(state: folder)
      suppressions = try Suppressions(state: folder, store: state.store)
      self.surroundings = surroundings
      self.onRun = onRun
    } catch {
      throw Failure(error)
    }
  }

  /// Repeats one dataset into a folder, or all of them into folders of their names.
  package func run(dataset: String?, output: String) throws(Failure) -> [Result] {
    do {
      var results: [Result] = []
      for name in try state.datasets(dataset) {
        var course = try ReplayCourse(self, name)
        results.append(try course.repeated(to: dataset == nil ? "\(output)/\(name)" : output))
      }
      return results
    } catch {
      throw Failure(error)
    }
  }
}
