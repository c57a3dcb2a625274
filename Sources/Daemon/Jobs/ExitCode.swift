/// How the program ends, in the numbers of sysexits.h.
package enum ExitCode: Int32, Sendable {
  case ok = 0
  case usage = 64
  case badData = 65
  case unavailable = 69
  case bug = 70
  case storage = 71
  case cannotWrite = 73
  case tryAgain = 75
  case configuration = 78
}
