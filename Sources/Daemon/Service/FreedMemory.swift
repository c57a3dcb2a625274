import Glibc

// Declared in malloc.h, which the Glibc module does not show.
@_silgen_name("malloc_trim")
private func glibcTrim(_ pad: Int) -> Int32

/// Memory that a run has used and the service does not need while it waits.
enum FreedMemory {
  /// Gives freed memory back to the system, so that an idle service is as small as before its runs.
  static func giveBack() {
    _ = glibcTrim(0)
  }
}
