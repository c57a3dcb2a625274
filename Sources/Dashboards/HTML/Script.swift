/// The scripts of the HTML page: our own files, joined in the order of their names.
enum Script {
  /// The whole script; always the same bytes.
  static let text: String = {
    let files = [
      PackageResources.page1_numbers_js, PackageResources.page2_state_js,
      PackageResources.page3_draw_js, PackageResources.page4_charts_js,
      PackageResources.page5_scatter_js, PackageResources.page6_panes_js,
      PackageResources.page7_output_js, PackageResources.page8_sides_js,
      PackageResources.page9_app_js,
    ]
    let parts = files.map { String(decoding: $0, as: UTF8.self) }
    return "(() => {\n\"use strict\";\n" + parts.joined() + "})();\n"
  }()

  /// What the security policy names the script by.
  static let hash = ContentHash.text(of: text)
}
