import Plots

/// The style of the HTML page: both themes, twelve columns, phones and paper.
enum Stylesheet {
  /// The whole style; always the same bytes.
  static let text = colors + layout + figures + tables + media

  private static let colors =
    ":root{color-scheme:light dark;\(Theme.light.cssProperties)}"
    + ".paper{\(Theme.light.cssProperties)background:#fff;padding:8px;border-radius:4px}"
    + "@media(prefers-color-scheme:dark){:root{\(Theme.dark.cssProperties)}}"
    + "@media print{:root{\(Theme.light.cssProperties)}}"
    + Theme.light.cssRules + ".f-white{fill:var(--page)}" + SVGPainter.stylesheet

  private static let layout = """
    *{box-sizing:border-box}
    html{scroll-padding-top:16px}
    body{margin:0;background:var(--page);color:var(--ink);\
    font:14px/1.5 Inter,"Noto Sans","DejaVu Sans",system-ui,sans-serif}
    a{color:var(--single)}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:8px;top:8px;background:var(--page);padding:8px;z-index:2}
    .book{display:grid;grid-template-columns:220px minmax(0,1fr);max-width:1240px;margin:0 auto}
    nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:24px 16px}
    nav ol{list-style:none;margin:0 0 16px;padding:0}
    nav a{display:block;padding:4px 8px;border-radius:4px;text-decoration:none;color:var(--secondary)}
    nav a:hover,nav a:focus{background:var(--panel);color:var(--ink)}
    nav h2{font-size:12px;margin:12px 8px 2px;color:var(--tertiary);font-weight:600}
    main{padding:24px 24px 64px;min-width:0}
    header.top h1{font-size:22px;line-height:1.27;margin:0 0 4px}
    .scope{color:var(--secondary);margin:0 0 8px}
    section{padding:28px 0 8px;border-top:1px solid var(--grid);margin-top:28px}
    section>h2{font-size:20px;line-height:1.3;margin:0 0 16px}
    .part{color:var(--tertiary);font-size:12px;margin:0 0 4px;font-weight:600}
    .row{display:grid;grid-template-columns:repeat(12,minmax(0,1fr));gap:24px 20px;margin-bottom:28px}
    """

  private static let figures = """
    figure{margin:0;min-width:0;grid-column:span 12}
    \((1...12).map { ".c\($0){grid-column:span \($0)}" }.joined())
    figcaption h3{font-size:15px;line-height:1.33;margin:0}
    .desc{color:var(--secondary);font-size:13px;margin:2px 0 10px}
    .note{color:var(--tertiary);font-size:12px;margin:8px 0 0}
    figure svg{display:block;width:100%;height:auto;overflow:visible}
    .prose p{margin:0 0 10px;max-width:68ch}
    details{margin-top:8px;font-size:12px}
    summary{cursor:pointer;color:var(--single);min-height:24px;padding:3px 0}
    footer{color:var(--tertiary);font-size:12px;border-top:1px solid var(--grid);padding:16px 0;margin-top:32px}
    """

  private static let tables = """
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-size:12px;width:100%;font-variant-numeric:tabular-nums}
    th,td{text-align:right;padding:4px 8px;border-bottom:1px solid var(--grid);vertical-align:top}
    th:first-child,td:first-child{text-align:left}
    .words th,.words td{text-align:left}
    thead th{color:var(--secondary);font-weight:500;border-bottom:1px solid var(--axis)}
    tbody th{font-weight:500}
    """

  private static let media = """
    @media(max-width:900px){.book{display:block}nav{position:static;max-height:none;\
    border-bottom:1px solid var(--grid)}nav ol{display:flex;flex-wrap:wrap;margin:0}}
    @media(max-width:720px){main{padding:16px 12px 48px}figure,\
    \((1...12).map { ".c\($0)" }.joined(separator: ",")){grid-column:span 12}}
    @media print{@page{size:A4;margin:12mm 15mm}nav,.skip{display:none}.book{display:block}\
    main{padding:0}figure{break-inside:avoid}section{break-before:page}thead{display:table-header-group}}
    """

  /// What the security policy names the style by.
  static let hash: String = {
    let bytes = SHA256.hash(Array(text.utf8))
    return "sha256-" + base64(bytes)
  }()

  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      let word = chunk.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - chunk.count))
      for place in 0..<4 {
        text +=
          place <= chunk.count ? String(signs[Int(word >> (18 - 6 * UInt32(place)) & 63)]) : "="
      }
    }
    return text
  }
}
