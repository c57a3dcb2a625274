import Plots

/// How a security policy names a style or a script that stands in the page.
enum ContentHash {
  /// `sha256-…` in base 64.
  static func text(of content: String) -> String {
    "sha256-" + Base64.text(SHA256.hash(Array(content.utf8)))
  }
}
