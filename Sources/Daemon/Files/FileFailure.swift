import Glibc

/// A disk operation that failed: what was tried, on what, and the system's number for why.
package struct FileFailure: Error, Sendable, Equatable {
  /// What was tried, as the end of "could not …".
  package var attempt: String
  /// The path, safe to show.
  package var path: String
  package var code: Int32
  /// True for an `fsync` or `close` that failed: what was written before it must not be trusted.
  package var isLostWrite = false

  /// Why, in words.
  package var cause: String {
    switch code {
    case ENOSPC: "no space is left on the device"
    case EDQUOT: "the disk quota is used up"
    case EACCES, EPERM: "permission is missing"
    case EROFS: "the file system is read-only"
    case ENOENT: "it does not exist"
    case ENOTDIR: "it is not a folder"
    case EISDIR: "it is a folder"
    case EEXIST: "it exists already"
    case ELOOP: "it is a symbolic link"
    case EIO: "the device reports an input/output error"
    case EXDEV: "it lies on another file system"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many files are open"
    case EFBIG: "the file would be larger than allowed"
    case EAGAIN: "it is in use"
    case ENOTEMPTY: "the folder is not empty"
    case ESTALE: "another folder has taken its place"
    default: "system error \(code)"
    }
  }

  /// Nobody has allowed us to do this, or the file system allows it to nobody.
  package var isForbidden: Bool {
    [EACCES, EPERM, EROFS].contains(code)
  }

  /// The disk is full in one of the ways in which a disk can be full.
  package var isFull: Bool {
    [ENOSPC, EDQUOT, EFBIG].contains(code)
  }
}
