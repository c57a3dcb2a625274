import Dispatch
import Synchronization

/// Has another thread do pieces of work while the first goes on.
///
/// What comes out is the same whoever did it. Nobody waits for the other thread to begin: who needs a piece
/// that was not begun does it, and who must wait for one does others meanwhile. So one core is enough, and no
/// thread need be free. A class, because both threads hold it; only one may add pieces and ask for values.
package final class Companion<Value: Sendable>: Sendable {
  private enum Piece {
    case waiting(@Sendable () -> Value)
    case begun
    case done(Value)
  }

  private struct Work {
    var pieces: [Piece] = []
    /// No piece before this one waits.
    var next = 0
    /// Whether the other thread is there; it leaves when nothing waits.
    var isAccompanied = false
    /// The piece that the first thread waits for.
    var awaited: Int?
  }

  private let work = Mutex(Work())
  private let arrived = DispatchSemaphore(value: 0)

  /// A companion without work; its thread begins with the first piece.
  package init() {}

  /// What a body gives for each of some items, in their order.
  package static func map<Item: Sendable>(
    _ items: [Item],
    _ body: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    let companion = Companion()
    return items.map { item in companion.add { body(item) } }.map(companion.value)
  }

  /// Adds a piece; returns its place among all pieces.
  package func add(_ piece: @escaping @Sendable () -> Value) -> Int {
    let isAlone = Solitude.isWanted
    let (place, isNeeded) = work.withLock { work in
      work.pieces.append(.waiting(piece))
      let isNeeded = !work.isAccompanied && !isAlone
      if isNeeded { work.isAccompanied = true }
      return (work.pieces.count - 1, isNeeded)
    }
    if isNeeded { DispatchQueue.global().async { self.accompany() } }
    return place
  }

  /// What a piece gave, as soon as it is done.
  package func value(of place: Int) -> Value {
    while true {
      switch claim(place) {
      case .done(let value): return value
      case .waiting(let piece): finish(place, with: piece())
      case .begun:
        if let (other, piece) = take() {
          finish(other, with: piece())
        } else {
          wait(for: place)
        }
      }
    }
  }

  private func accompany() {
    while true {
      while let (place, piece) = take() { finish(place, with: piece()) }
      // A piece may have come since.
      let isOver = work.withLock { work in
        guard work.next == work.pieces.count else { return false }
        work.isAccompanied = false
        return true
      }
      if isOver { return }
    }
  }

  /// How far a piece is; one that waits is begun by whoever asks.
  private func claim(_ place: Int) -> Piece {
    work.withLock { work in
      let piece = work.pieces[place]
      if case .waiting = piece { work.pieces[place] = .begun }
      return piece
    }
  }

  /// The first piece that waits; nil when none does.
  private func take() -> (Int, @Sendable () -> Value)? {
    work.withLock { work in
      while work.next < work.pieces.count {
        let place = work.next
        work.next += 1
        guard case .waiting(let piece) = work.pieces[place] else { continue }
        work.pieces[place] = .begun
        return (place, piece)
      }
      return nil
    }
  }

  private func finish(_ place: Int, with value: Value) {
    let isAwaited = work.withLock { work in
      work.pieces[place] = .done(value)
      guard work.awaited == place else { return false }
      work.awaited = nil
      return true
    }
    if isAwaited { arrived.signal() }
  }

  /// Waits until the other thread is done with a piece it has begun.
  private func wait(for place: Int) {
    let isOpen = work.withLock { work in
      guard case .begun = work.pieces[place] else { return false }
      work.awaited = place
      return true
    }
    if isOpen { arrived.wait() }
  }
}
