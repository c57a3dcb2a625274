import Glibc

// The Glibc module hides what glibc declares under _GNU_SOURCE; the symbol has been in the library
// since 2.28.
@_silgen_name("renameat2")
private func glibcRename(
  _ fromFolder: Int32,
  _ from: UnsafePointer<CChar>,
  _ toFolder: Int32,
  _ to: UnsafePointer<CChar>,
  _ flags: UInt32,
) -> Int32

/// The few system calls that take a name, with names as bytes.
///
/// Everything `unsafe` about names is here: each name becomes a zero-terminated buffer that lives
/// for one call.
enum SystemCall {
  static let removeFolderFlag: Int32 = AT_REMOVEDIR

  static func open(_ folder: Int32, _ name: FileName, _ flags: Int32, _ mode: UInt32 = 0) -> Int32 {
    unsafe terminated(name) { unsafe openat(folder, $0, flags | O_CLOEXEC, mode) }
  }

  static func makeFolder(_ folder: Int32, _ name: FileName, _ mode: UInt32) -> Int32 {
    unsafe terminated(name) { unsafe mkdirat(folder, $0, mode) }
  }

  static func remove(_ folder: Int32, _ name: FileName, _ flags: Int32) -> Int32 {
    unsafe terminated(name) { unsafe unlinkat(folder, $0, flags) }
  }

  static func status(_ folder: Int32, _ name: FileName, _ status: inout stat) -> Int32 {
    unsafe terminated(name) { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
  }

  static func link(_ folder: Int32, _ name: FileName, _ target: FileName) -> Int32 {
    unsafe terminated(target) { target in
      unsafe terminated(name) { unsafe symlinkat(target, folder, $0) }
    }
  }

  static func move(
    _ folder: Int32,
    _ name: FileName,
    _ newFolder: Int32,
    _ newName: FileName,
    replacing: Bool,
  ) -> Int32 {
    unsafe terminated(name) { from in
      unsafe terminated(newName) {
        unsafe glibcRename(folder, from, newFolder, $0, replacing ? 0 : 1)
      }
    }
  }

  /// Two names of one folder change places, in one step.
  static func exchange(_ folder: Int32, _ name: FileName, _ other: FileName) -> Int32 {
    unsafe terminated(name) { name in
      unsafe terminated(other) { unsafe glibcRename(folder, name, folder, $0, 2) }
    }
  }

  /// Where a symbolic link points, or nothing where there is none.
  static func linkTarget(_ folder: Int32, _ name: FileName) throws -> FileName? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe terminated(name) { unsafe readlinkat(folder, $0, &buffer, buffer.count) }
    return count < 0 ? nil : FileName(bytes: buffer.prefix(count).map { UInt8(bitPattern: $0) })
  }

  /// The names in a folder, or nothing when it cannot be listed (see `errno`).
  static func names(_ folder: Int32) -> [FileName]? {
    // A second descriptor with its own position: `closedir` closes what it was given.
    let own = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = unsafe fdopendir(own) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [FileName] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else { return errno == 0 ? names : nil }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] {
        names.append(FileName(bytes: name))
      }
    }
  }

  private static func terminated<Result>(
    _ name: FileName,
    _ body: (UnsafePointer<CChar>) -> Result,
  ) -> Result {
    let characters = name.bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe characters.withUnsafeBufferPointer { buffer in
      // The buffer holds at least the terminating zero, so it has an address.
      guard let start = buffer.baseAddress else { preconditionFailure("A name has no bytes.") }
      return unsafe body(start)
    }
  }
}
