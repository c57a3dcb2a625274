import Segments
import Testing

@testable import Daemon

@Suite("Settings")
struct SettingsTests {
  private func faults(_ yaml: String, environment: [String: String] = [:]) -> [String] {
    do {
      _ = try read(yaml, environment: environment)
      return []
    } catch {
      return error.faults.map(\.shown)
    }
  }

  @Test("have a default for everything")
  func defaults() throws {
    let settings = try read("")
    #expect(settings.inbox == "./inbox")
    #expect(settings.watch.settle == .seconds(2))
    #expect(settings.watch.sweep == .seconds(10))
    #expect(settings.limits.fileBytes == 20 << 30)
    #expect(settings.keep.files == nil)
    #expect(settings.report.formats == [.pdf, .png, .html])
    #expect(settings.dataset("shop").recipe == Recipe())
  }

  @Test("read every key of the contract")
  func everything() throws {
    let settings = try read(
      """
      inbox: ./in
      outbox: ./out
      state: ./st
      templates: ./t
      watch: {settle: 200ms, sweep: 1m, ignore: ["*.part"], done-marker: .done}
      limits: {file: 1GiB, expanded: 2GiB, ratio: 10, columns: 50, field: 1KiB, rejected-share: 0.25, memory: 1GiB}
      keep: {files: 400d, runs: 3}
      hooks: {published: [/bin/true, "x"], failed: null}
      report: {template: executive, formats: [html], language: en, locale: de_DE, currency: EUR, page: Letter,
               title: "Shop", as-of: 2026-05-31, privacy: {ids: plain, smallest-cell: 7}}
      datasets:
        shop:
          match: ["shop-*.csv"]
          grain: customers
          platform: shopify-customers
          dates: dmy
          amounts: order
          dialect: {encoding: windows-1252, delimiter: tab, quote: "'", decimal-mark: ",", header-line: none}
          currency: {base: EUR, rates: {USD: 0.92, GBP: 1.17}}
          columns: {customer: ID, features: [a, b]}
          cleaning: {drop: [missing, zero], outliers: keep}
          scaling: min-max
          selection: {methods: [kmeans, {dbscan: {eps: 0.04, min-points: 50}}, {gmm: {covariance: tied}}], k: 3-8, by: bic, exact-rows: 1000}
          segments: {names: {A: Gold}, actions: null}
          snapshot: full
      """
    )
    #expect(settings.watch.settle == .milliseconds(200))
    #expect(settings.watch.doneMarker == ".done")
    #expect(settings.keep.files == .seconds(400 * 86_400))
    #expect(settings.hooks.published == ["/bin/true", "x"])
    #expect(settings.report.formats == [.html])
    #expect(settings.report.privacy.smallestCell == 7)
    let shop = settings.dataset("shop")
    #expect(shop.recipe.columns.roles == ["customer": "ID"])
    #expect(shop.recipe.reading.platform == "shopify-customers")
    #expect(shop.recipe.reading.dates == .dmy)
    #expect(shop.recipe.reading.amounts == .order)
    var dialect = DialectChoice()
    (dialect.encoding, dialect.delimiter, dialect.quote) = ("windows-1252", "\t", "'")
    (dialect.decimalMark, dialect.headerLine) = (",", 0)
    #expect(shop.recipe.reading.dialect == dialect)
    let rates = CurrencyChoice(base: "EUR", rates: ["USD": 0.92, "GBP": 1.17])
    #expect(shop.recipe.reading.currency == rates)
    #expect(shop.recipe.columns.features == ["a", "b"])
    #expect(shop.recipe.cleaning.drop == ["missing", "zero"])
    #expect(shop.recipe.scaling == .minMax)
    #expect(
      shop.recipe.selection.methods == [
        MethodChoice(method: "kmeans"),
        MethodChoice(method: "dbscan", parameters: ["eps": 0.04, "min-points": 50]),
        MethodChoice(method: "gmm", words: ["covariance": "tied"]),
      ]
    )
    #expect(shop.recipe.selection.by == .bic)
    #expect(shop.recipe.selection.smallestK == 3)
    #expect(shop.recipe.selection.largestK == 8)
    #expect(shop.recipe.snapshot == .full)
    #expect(shop.recipe.rejectedShare == 0.25)
    #expect(shop.recipe.naming == .table(["A": "Gold"]))
  }

  @Test("name every fault at once, each with its place and the key that was meant")
  func allAtOnce() {
    let shown = faults(
      """
      inboks: ./x
      watch: {setle: 2s, sweep: 10}
      limits: {rejected-share: 2}
      datasets:
        Shop: {}
        shop:
          scaling: minmax
          selection: {methods: [kmean, {dbscan: {epsilon: 1}}], k: 9-3}
      """
    )
    #expect(
      shown == [
        "segmentd.yaml:1:1: inboks: There is no such setting. Did you mean `inbox`?",
        "segmentd.yaml:2:9: watch.setle: There is no such setting. Did you mean `settle`?",
        "segmentd.yaml:2:27: watch.sweep: `10` does not fit here. Write a time with its unit, like `200ms`, `2s` or `10m`.",
        "segmentd.yaml:3:26: limits.rejected-share: `2` does not fit here. Write a number from 0 to 1, like `0.5`.",
        "segmentd.yaml:5:3: datasets.Shop: This is not a name for a dataset. Use lower-case letters, digits, `_` and `-`, at most 64 of them.",
        "segmentd.yaml:7:14: datasets.shop.scaling: `minmax` does not fit here. Did you mean `min-max`?",
        "segmentd.yaml:8:27: datasets.shop.selection.methods: `kmean` does not fit here. Did you mean `kmeans`?",
        "segmentd.yaml:8:44: datasets.shop.selection.methods.dbscan: `epsilon` does not fit here. Possible are: eps, min-points.",
        "segmentd.yaml:8:62: datasets.shop.selection.k: `9-3` does not fit here. Write a range like `2-10`, from 2 to 50.",
      ]
    )
  }

  @Test(
    "refuse what could be something else than it looks like",
    arguments: [
      ("watch: &a {settle: 1s}\nlimits: *a", "Anchors and aliases"),
      ("inbox: a\ninbox: b", "stands twice"),
      ("watch: {<<: {settle: 1s}}", "Merge keys"),
      ("watch: [1, 2]", "A group of keys is expected"),
      ("inbox: [a]", "A text is expected"),
      ("datasets: {a: {platform: shopify-order}}", "Did you mean `shopify-orders`?"),
      ("datasets: {a: {dates: european}}", "Possible are: auto, dmy, mdy, ymd."),
      ("datasets: {a: {currency: {rates: {USD: 0.9}}}}", "converted to is missing"),
      ("datasets: {a: {currency: {base: EUR, rates: {usd: 0.9}}}}", "Write a code"),
      ("datasets: {a: {currency: {base: EUR, rates: {USD: none}}}}", "Write a code"),
      ("datasets: {a: {currency: EUR}}", "A group of keys is expected"),
      ("hooks: {published: \"rm -rf\"}", "A list of a program"),
      ("inbox: \"unfinished", "not YAML here"),
    ]
  )
  func refused(_ yaml: String, _ words: String) {
    let shown = faults(yaml)
    #expect(shown.contains { $0.contains(words) }, "\(shown)")
  }

  @Test("refuse a file that would grow into gigabytes, at once")
  func bomb() {
    var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...9 {
      let alias = "*a\(level - 1)"
      yaml +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 9).joined(separator: ","))]\n"
    }
    #expect(!faults(yaml).isEmpty)
    #expect(faults(String(repeating: "#", count: 70_000)).contains { $0.contains("64 KiB") })
  }

  @Test("are overridden by the environment, and that by flags")
  func layers() throws {
    let environment = [
      "SEGMENTD_WATCH_SETTLE": "5s", "SEGMENTD_INBOX": "/env",
      "SEGMENTD_REPORT_FORMATS": "pdf,html",
      "SEGMENTD_WATCH_DONE_MARKER": ".ok", "PATH": "/bin",
    ]
    let flag = SettingsFlag(flag: "--inbox", path: "inbox", value: "/flag")
    let settings = try read("inbox: /file", environment: environment, flags: [flag])
    #expect(settings.inbox == "/flag")
    #expect(settings.watch.settle == .seconds(5))
    #expect(settings.watch.doneMarker == ".ok")
    #expect(settings.report.formats == [.pdf, .html])
  }

  @Test(
    "name the variable or the flag that is wrong, and warn of variables that only look like ours"
  )
  func namedOrigins() throws {
    let shown = faults("", environment: ["SEGMENTD_WATCH_SETTLE": "soon"])
    #expect(
      shown.first?.hasPrefix("environment variable SEGMENTD_WATCH_SETTLE: watch.settle:") == true
    )
    let settings = try read("", environment: ["SEGMENTD_INBOKS": "x", "SEGMENTD_DATA": "y"])
    #expect(
      settings.warnings == [
        "The environment variable SEGMENTD_INBOKS is no setting. Did you mean SEGMENTD_INBOX?"
      ]
    )
  }

  @Test("must come from a file that exists when it is named")
  func namedFile() throws {
    #expect(throws: SettingsFaults.self) {
      try Settings.load(configPath: "/nonexistent/segmentd.yaml", environment: [:])
    }
  }

  @Test(
    "know durations, sizes and ranges",
    arguments: [("2s", 2.0), ("200ms", 0.2), ("10m", 600), ("1h", 3600), ("1.5s", 1.5)]
  )
  func durations(_ text: String, _ seconds: Double) {
    #expect(Quantity.duration(text) == .milliseconds(Int64(seconds * 1000)))
    #expect(Quantity.duration("2") == nil)
    #expect(Quantity.duration("-2s") == nil)
    #expect(Quantity.bytes("20GiB") == 20 << 30)
    #expect(Quantity.bytes("1MB") == 1_000_000)
    #expect(Quantity.bytes("1 XB") == nil)
    #expect(Quantity.range("2-10") == 2...10)
    #expect(Quantity.range("4") == 4...4)
    #expect(Quantity.range("10-2") == nil)
  }
}
