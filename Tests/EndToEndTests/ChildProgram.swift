import Glibc

/// A program started beside the tests, its standard output and error in files.
///
/// `posix_spawn` and `waitpid` directly: waiting then needs no run loop, and tests may run at once.
struct ChildProgram {
  let processID: pid_t

  /// Starts a program in a folder; throws the system's error number.
  init(
    _ path: String,
    _ arguments: [String],
    in folder: String,
    output: String,
    errors: String,
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o644)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o644)
    let shell = "/bin/sh"
    let command = [shell, "-c", "cd \"$0\" && exec \"$@\"", folder, path] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, shell, &actions, nil, words, environ)
    guard code == 0 else { throw StartFailure(path: path, code: code) }
    processID = child
  }

  struct StartFailure: Error {
    var path: String
    var code: Int32
  }

  /// Waits for the end: the exit code, or 128 and the signal.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(processID, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  func terminate() {
    kill(processID, SIGTERM)
  }
}
