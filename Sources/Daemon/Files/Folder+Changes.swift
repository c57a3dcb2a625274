import Glibc

extension Folder {
  /// Moves a file or folder to a name that must be free, within one file system.
  ///
  /// Says false when the name is taken. Another file system is an error, never a copy.
  func move(_ name: FileName, to folder: Folder, as newName: FileName) throws -> Bool {
    try wire.pass("move \(name.shown) to \(newName.shown)")
    guard SystemCall.move(descriptor, name, folder.descriptor, newName, replacing: false) == 0
    else {
      if errno == EEXIST || errno == ENOTEMPTY { return false }
      throw failure("move", name)
    }
    return true
  }

  /// Gives a file a name in this folder, in the place of what bore it.
  func replace(_ name: FileName, as newName: FileName) throws {
    try wire.pass("rename \(name.shown) as \(newName.shown)")
    guard SystemCall.move(descriptor, name, descriptor, newName, replacing: true) == 0 else {
      throw failure("rename", name)
    }
  }

  /// Lets two names of this folder change places, in one step.
  func exchange(_ name: FileName, with other: FileName) throws {
    try wire.pass("exchange \(name.shown) and \(other.shown)")
    guard SystemCall.exchange(descriptor, name, other) == 0 else {
      throw failure("exchange", name)
    }
  }

  /// Removes a file; one that is gone already is no error.
  func remove(_ name: FileName) throws {
    try wire.pass("remove \(name.shown)")
    guard SystemCall.remove(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw failure("remove", name)
    }
  }

  /// Removes a folder of ours with everything in it.
  func removeTree(_ name: FileName) throws {
    guard let facts = try facts(of: name) else { return }
    guard facts.kind == .folder else { return try remove(name) }
    let inner = try folder(name)
    for child in try inner.names() {
      try inner.removeTree(child)
    }
    try wire.pass("remove folder \(name.shown)")
    guard SystemCall.remove(descriptor, name, SystemCall.removeFolderFlag) == 0 else {
      throw failure("remove the folder", name)
    }
  }

  /// Writes a whole file that must not exist, and waits until its bytes are on the disk.
  func write(_ bytes: [UInt8], to name: FileName, mode: UInt32 = 0o666) throws {
    let file = try create(name, mode: mode)
    try file.write(bytes)
    try wire.pass("sync \(name.shown)")
    try file.sync()
  }

  /// Writes a whole file in the place of an older one: either the old bytes are there or the new
  /// ones.
  func writeReplacing(_ bytes: [UInt8], to name: FileName, mode: UInt32 = 0o666) throws {
    let aside = FileName(bytes: Array(".tmp-".utf8) + name.bytes.suffix(200))
    try remove(aside)
    try write(bytes, to: aside, mode: mode)
    try replace(aside, as: name)
    try sync()
  }

  /// All bytes of a small file of ours.
  func contents(of name: FileName, atMost limit: Int) throws -> [UInt8] {
    let file = try open(name)
    let bytes = try file.facts().bytes
    guard bytes <= limit else {
      throw FileFailure(attempt: "read", path: file.path, code: EFBIG)
    }
    var buffer = [UInt8](repeating: 0, count: bytes)
    let got = try file.read(into: &buffer)
    return Array(buffer.prefix(got))
  }

  /// Points a symbolic link at a target, in one step, whatever it pointed at before.
  func link(_ name: FileName, to target: FileName) throws {
    if try SystemCall.linkTarget(descriptor, name) == target { return }
    let aside = FileName(bytes: Array(".tmp-link-".utf8) + name.bytes)
    try remove(aside)
    try wire.pass("link \(aside.shown)")
    guard SystemCall.link(descriptor, aside, target) == 0 else { throw failure("link", aside) }
    try replace(aside, as: name)
    try sync()
  }
}
