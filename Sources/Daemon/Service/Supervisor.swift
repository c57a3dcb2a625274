import Glibc

/// Tells the service manager how we are, by the datagrams of `sd_notify`; without a manager it says
/// nothing.
struct Supervisor {
  private let address: [UInt8]?
  /// How often the manager wants a sign of life, if it does.
  let watchdog: Duration?

  init(environment: [String: String]) {
    let path = environment["NOTIFY_SOCKET"].map { Array($0.utf8) }
    address = path.flatMap { [UInt8(ascii: "/"), UInt8(ascii: "@")].contains($0.first) ? $0 : nil }
    let isForUs = environment["WATCHDOG_PID"].map { $0 == String(getpid()) } ?? true
    watchdog = environment["WATCHDOG_USEC"].flatMap(Int64.init).flatMap {
      isForUs && $0 > 0 ? .microseconds($0) : nil
    }
  }

  func ready() { tell("READY=1\nSTATUS=Watching the inbox.") }
  func alive() { if watchdog != nil { tell("WATCHDOG=1") } }
  func stopping() { tell("STOPPING=1") }
  func status(_ words: String) { tell("STATUS=" + words) }
  /// Asks for more time before a start or stop counts as failed.
  func needs(seconds: Int) { tell("EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)") }

  private func tell(_ message: String) {
    var socketAddress = sockaddr_un()
    // One byte of the room stays zero and ends the path.
    let room = MemoryLayout.size(ofValue: socketAddress.sun_path) - 1
    guard let address, address.count <= room else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    socketAddress.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &socketAddress.sun_path) { path in
      for (index, byte) in address.enumerated() {
        unsafe path[index] = byte
      }
      // An @ stands for the zero byte of a name that is no file.
      if address.first == UInt8(ascii: "@") { unsafe path[0] = 0 }
    }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + address.count)
    let bytes = Array(message.utf8)
    // A manager that does not listen must not stop the work.
    let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    unsafe withUnsafePointer(to: &socketAddress) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = unsafe sendto(descriptor, bytes, bytes.count, flags, generic, length)
      }
    }
  }
}
