import ArgumentParser
import Daemon

extension ParsableCommand {
  /// Writes a command's answer to standard output.
  ///
  /// A failure ends the program with its words and its code; what was written before stays.
  func answer(_ writing: (StandardOutput) throws -> Void) throws {
    let output = StandardOutput()
    do {
      try writing(output)
      try output.flush()
    } catch let failure as Failure {
      throw failure.said()
    }
  }
}
