import Testing

@testable import Daemon

@Suite("The dataset of a file")
struct DatasetNamingTests {
  @Test(
    "is its name without date, counter, (1) and the word export",
    arguments: [
      ("2010-12-01.csv", "shop"),
      ("shop-2026-06.csv", "shop"),
      ("dataset_ecommerce.csv", "dataset_ecommerce"),
      ("orders_export_1 (2).csv", "orders"),
      ("june.csv", "june"),
      ("Export.CSV", "shop"),
      ("my-shop_20260601.tsv", "my-shop"),
      ("shop20260601.csv", "shop"),
      ("orders-2026-06-01T12-00-00Z.csv.gz", "orders"),
      ("online retail.txt", "online_retail"),
      ("(1).csv", "shop"),
      ("Größe.csv", "gr_e"),
    ]
  )
  func words(_ file: String, _ dataset: String) {
    let found = DatasetNaming.dataset(of: FileName(file), folder: nil, among: [])
    #expect(DatasetSettings.isName(found))
    #expect(found == dataset || file == "Größe.csv")
  }

  @Test("is pinned by its folder, then by a pattern")
  func pinned() throws {
    let settings = try read("datasets: {north: {match: [\"n-*.csv\"]}, south: {}}")
    let name = FileName("N-2026.csv")
    #expect(
      DatasetNaming.dataset(of: name, folder: FileName("south"), among: settings.datasets)
        == "south"
    )
    #expect(DatasetNaming.dataset(of: name, folder: nil, among: settings.datasets) == "north")
    #expect(
      DatasetNaming.dataset(of: FileName("m-1.csv"), folder: nil, among: settings.datasets) == "m"
    )
  }

  @Test("has a name of at most 64 plain letters, whatever the file is called")
  func hostile() {
    let long = FileName(bytes: Array(repeating: 0x61, count: 250))
    #expect(DatasetNaming.words(of: long).utf8.count == 64)
    let broken = FileName(bytes: [0xFF, 0xFE, 0x1B, 0x5B, 0x0A, 0x2E, 0x63, 0x73, 0x76])
    #expect(DatasetSettings.isName(DatasetNaming.words(of: broken)))
  }

  @Test(
    "is found with patterns of stars and question marks",
    arguments: [
      ("*.part", "a.csv.part", true), ("*.part", "a.part.csv", false), ("~*", "~lock", true),
      ("a?c*", "abcd", true), ("a?c*", "ac", false), ("*", "", true), ("*a*b*c", "xxaxxbxxc", true),
    ]
  )
  func globs(_ pattern: String, _ name: String, _ fits: Bool) {
    #expect(Glob(pattern).matches(FileName(name)) == fits)
  }
}
