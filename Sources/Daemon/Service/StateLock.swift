import Glibc

/// The lock that lets one segmentd at a time work on a state.
///
/// The kernel releases it when the process ends, however it ends. A class, because it owns the
/// descriptor.
final class StateLock {
  private let descriptor: Int32
  private static let name = FileName("lock")

  init(state: Folder) throws {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    descriptor = SystemCall.open(state.descriptor, Self.name, flags, 0o600)
    guard descriptor >= 0 else { throw state.failure("open", Self.name) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let path = state.path + "/lock"
      let owner = Self.owner(descriptor)
      // The end of this object closes it: closed here too, it could be another's file by then.
      throw DaemonError.alreadyRunning(owner: owner, path: path)
    }
    let line = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = unsafe pwrite(descriptor, line, line.count, 0)
  }

  deinit {
    close(descriptor)
  }

  /// The process that holds the lock of a state, if one does.
  static func owner(of state: Folder) -> Int? {
    let descriptor = SystemCall.open(state.descriptor, name, O_RDONLY | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return nil }
    return owner(descriptor)
  }

  private static func owner(_ descriptor: Int32) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = unsafe pread(descriptor, &buffer, buffer.count, 0)
    return Int(String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
