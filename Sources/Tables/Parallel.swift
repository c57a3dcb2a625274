internal import Dispatch
internal import Synchronization

/// Does the same to several things at once.
package enum Parallel {
  /// The results of `body` for 0, 1, 2 …, in this order for any number of cores.
  ///
  /// - Parameter work: About how many bytes are looked at in all; little work is done in line,
  ///   because handing it over costs more.
  package static func map<Result: Sendable>(
    _ count: Int,
    work: Int,
    _ body: @Sendable (Int) -> Result,
  ) -> [Result] {
    guard count > 1, work > 1 << 16 else { return (0..<count).map(body) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { item in
      let result = body(item)
      results.withLock { $0[item] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
