/// How the characters of a file are written as bytes; the raw value is the IANA name.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case windows1252 = "windows-1252"
  case utf16le = "UTF-16LE"
  case utf16be = "UTF-16BE"
}
