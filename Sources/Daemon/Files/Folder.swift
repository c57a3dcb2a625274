import Glibc

/// An open folder; everything in it is reached through its descriptor, never through a path.
///
/// So a folder that is renamed or replaced by a link while we work cannot lead us elsewhere. A
/// class, because the descriptor must be closed exactly once.
final class Folder: Sendable {
  let descriptor: Int32
  /// Only to be shown.
  let path: String
  let wire: Tripwire

  private init(descriptor: Int32, path: String, wire: Tripwire) {
    self.descriptor = descriptor
    self.path = path
    self.wire = wire
  }

  deinit {
    close(descriptor)
  }

  /// Opens a folder by its path.
  convenience init(at path: String, wire: Tripwire = .none) throws {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileFailure(attempt: "open the folder", path: EscapedText.escape(path), code: errno)
    }
    self.init(descriptor: descriptor, path: path, wire: wire)
  }

  /// Opens a folder by its path and creates it, but not its parents, when it is missing.
  static func makeIfMissing(at path: String, mode: UInt32, wire: Tripwire = .none) throws -> Folder
  {
    if unsafe mkdir(path, mode) != 0, errno != EEXIST {
      throw FileFailure(attempt: "create the folder", path: EscapedText.escape(path), code: errno)
    }
    return try Folder(at: path, wire: wire)
  }

  /// Opens a folder in this one; a link is refused.
  func folder(_ name: FileName) throws -> Folder {
    let descriptor = SystemCall.open(self.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failure("open the folder", name) }
    return Folder(descriptor: descriptor, path: path + "/" + name.shown, wire: wire)
  }

  /// Opens a folder in this one and creates it when it is missing.
  func folderMade(_ name: FileName, mode: UInt32 = 0o777) throws -> Folder {
    if try facts(of: name) == nil {
      try wire.pass("create folder \(name.shown)")
      guard SystemCall.makeFolder(descriptor, name, mode) == 0 || errno == EEXIST else {
        throw failure("create the folder", name)
      }
      try sync()
    }
    return try folder(name)
  }

  /// All names but `.` and `..`, sorted by their bytes.
  func names() throws -> [FileName] {
    guard let names = SystemCall.names(descriptor) else {
      throw FileFailure(attempt: "list", path: path, code: errno)
    }
    return names.sorted()
  }

  /// What bears this name, or nothing.
  func facts(of name: FileName) throws -> FileFacts? {
    var status = stat()
    guard SystemCall.status(descriptor, name, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure("look at", name)
    }
    return FileFacts(status)
  }

  /// Opens an existing regular file for reading; never waits for a pipe, and follows a link only
  /// where a person named it.
  func open(_ name: FileName, followingLinks: Bool = false) throws -> OpenFile {
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | (followingLinks ? 0 : O_NOFOLLOW)
    let file = try OpenFile(
      descriptor: opened(name, flags, attempt: "open"),
      path: path + "/" + name.shown,
    )
    guard try file.facts().kind == .file else {
      throw FileFailure(attempt: "read", path: file.path, code: EISDIR)
    }
    return file
  }

  /// Creates a file that must not exist yet.
  func create(_ name: FileName, mode: UInt32 = 0o666) throws -> OpenFile {
    try wire.pass("create \(name.shown)")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    return try OpenFile(
      descriptor: opened(name, flags, mode: mode, attempt: "create"),
      path: path + "/" + name.shown,
    )
  }

  /// Creates a file without a name, to be written and read; it is gone when it is closed.
  func createNameless() throws -> OpenFile {
    try wire.pass("create a file without a name")
    let path = path + "/(without a name)"
    // O_TMPFILE, which the Glibc module does not show, beside the directory flag that belongs to it.
    let flags = O_RDWR | O_EXCL
    let nameless = SystemCall.open(
      descriptor,
      FileName("."),
      flags | O_DIRECTORY | 0o20_000_000,
      0o600
    )
    if nameless >= 0 { return OpenFile(descriptor: nameless, path: path) }
    guard [EOPNOTSUPP, EISDIR, ENOENT, EINVAL].contains(errno) else {
      throw failure("create a file without a name in", FileName("."))
    }
    // A file system that has no nameless files: the name is taken away at once.
    let name = FileName(".tmp-spill-\(getpid())")
    try remove(name)
    let named = try opened(name, flags | O_CREAT | O_NOFOLLOW, mode: 0o600, attempt: "create")
    let file = OpenFile(descriptor: named, path: path)
    try remove(name)
    return file
  }

  /// Throws when the path leads to another folder than it did when this one was opened.
  func assertIs(at path: String) throws {
    let now = try Folder(at: path)
    guard try now.identity() == identity() else {
      throw FileFailure(attempt: "find", path: EscapedText.escape(path), code: ESTALE)
    }
  }

  private func identity() throws -> [UInt64] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure("look at", FileName(".")) }
    let facts = FileFacts(status)
    return [facts.device, facts.inode]
  }

  /// Waits until the names in this folder are on the disk.
  func sync() throws {
    try wire.pass("sync \(path)")
    guard fsync(descriptor) == 0 else {
      throw FileFailure(attempt: "save the folder", path: path, code: errno, isLostWrite: true)
    }
  }

  func failure(_ attempt: String, _ name: FileName) -> FileFailure {
    FileFailure(attempt: attempt, path: path + "/" + name.shown, code: errno)
  }

  private func opened(
    _ name: FileName,
    _ flags: Int32,
    mode: UInt32 = 0,
    attempt: String,
  ) throws -> Int32 {
    let descriptor = SystemCall.open(self.descriptor, name, flags, mode)
    guard descriptor >= 0 else { throw failure(attempt, name) }
    return descriptor
  }
}
