/// Whether companions are left out, so that one thread does everything.
package enum Solitude {
  /// Only tests set it: what comes out is the same.
  @TaskLocal package static var isWanted = false
}
