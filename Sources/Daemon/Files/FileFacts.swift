import Glibc

/// What the file system says about one file, without following links.
package struct FileFacts: Hashable, Sendable {
  /// What kind of thing bears the name.
  package enum Kind: Sendable {
    case file, folder, link, other
  }

  package var kind: Kind
  package var device: UInt64
  package var inode: UInt64
  package var links: Int
  package var bytes: Int
  package var blocks: Int
  package var modifiedNanoseconds: Int64
  package var changedNanoseconds: Int64

  package init(kind: Kind, device: UInt64, inode: UInt64, bytes: Int) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.bytes = bytes
    links = 1
    blocks = 0
    modifiedNanoseconds = 0
    changedNanoseconds = 0
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    links = Int(status.st_nlink)
    bytes = Int(status.st_size)
    blocks = Int(status.st_blocks)
    modifiedNanoseconds = Self.nanoseconds(status.st_mtim)
    changedNanoseconds = Self.nanoseconds(status.st_ctim)
  }

  /// Says whether the bytes are the same as then, as far as the file system can tell.
  ///
  /// A rename moves the time of change, so that one is left out when a file was moved in between.
  func isUnchanged(since earlier: FileFacts, moved: Bool = false) -> Bool {
    var now = self
    if moved {
      now.changedNanoseconds = earlier.changedNanoseconds
    }
    return now == earlier
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
