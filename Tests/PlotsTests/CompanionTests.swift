import Dispatch
import Synchronization
import Testing

@testable import Plots

@Suite("A companion")
struct CompanionTests {
  @Test(
    "gives values in the order of the pieces, with another thread or alone",
    arguments: [true, false]
  )
  func order(isAlone: Bool) {
    let values = Solitude.$isWanted.withValue(isAlone) {
      let companion = Companion<Int>()
      let places = (0..<200).map { number in
        companion.add { (0..<(number % 7 * 500)).reduce(number) { $0 ^ $1 ^ $1 } }
      }
      return places.map(companion.value)
    }
    #expect(values == Array(0..<200))
  }

  @Test("does each piece once, also when it is asked for again or pieces come late")
  func once() {
    let calls = Atomic<Int>(0)
    let companion = Companion<Int>()
    for round in 0..<100 {
      let place = companion.add { calls.wrappingAdd(1, ordering: .relaxed).newValue }
      if round % 3 == 0 { _ = companion.value(of: place) }
      #expect(companion.value(of: place) == companion.value(of: place))
    }
    _ = (0..<100).map(companion.value)
    #expect(calls.load(ordering: .relaxed) == 100)
  }

  @Test("does others while the piece that is asked for is still being done")
  func waits() {
    let began = DispatchSemaphore(value: 0)
    let mayEnd = DispatchSemaphore(value: 0)
    let companion = Companion<Int>()
    let slow = companion.add {
      began.signal()
      mayEnd.wait()
      return 1
    }
    began.wait()
    // Only who asks for the first can do the second, and without the second the first never ends.
    _ = companion.add {
      mayEnd.signal()
      return 2
    }
    #expect(companion.value(of: slow) == 1)
  }
}
