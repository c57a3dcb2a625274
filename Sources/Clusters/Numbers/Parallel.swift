import Dispatch
import Synchronization

/// Loops on all cores behind functions that look sequential.
///
/// Work is cut by fixed sizes, never by the number of cores, and results are put together in the
/// order of the pieces: how many cores there are cannot be seen in any result.
enum Parallel {
  /// How many pieces may run at once; nil means as many as there are cores.
  ///
  /// Only tests set it.
  @TaskLocal static var width: Int?

  /// Calls the body once for each number below the count, in any order and at the same time.
  static func forEach(_ count: Int, _ body: @Sendable (Int) -> Void) {
    let limit = min(width ?? count, count)
    guard limit > 1 else {
      for index in 0..<count { body(index) }
      return
    }
    guard width != nil else {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: limit) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        body(index)
      }
    }
  }

  /// The results of the body for each number below the count, in the order of the numbers.
  static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    unsafe [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every call fills the place of its own number, once: no two threads share a place.
      nonisolated(unsafe) let places = unsafe buffer
      forEach(count) { index in
        unsafe places.initializeElement(at: index, to: body(index))
      }
      initialized = count
    }
  }

  /// The values that the body gives for blocks of rows, one after another.
  static func blocks<Value: Sendable>(
    of rows: Int,
    size: Int,
    _ body: @Sendable (Range<Int>) -> [Value],
  ) -> [Value] {
    let pieces = map((rows + size - 1) / size) { block in
      body(block * size..<min(rows, (block + 1) * size))
    }
    return Array(pieces.joined())
  }
}
