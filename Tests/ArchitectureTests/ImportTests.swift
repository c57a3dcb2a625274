import Testing

@Suite("The import table of the house")
struct ImportTests {
  /// What each room may import: our own rooms first, then others.
  static let allowed: [String: Set<String>] = [
    "Tables": ["FoundationEssentials", "Dispatch", "Synchronization", "Glibc"],
    "Clusters": ["CKernels", "RealModule", "Dispatch", "Synchronization"],
    "Plots": ["FoundationEssentials", "RealModule", "Dispatch", "Synchronization"],
    "Segments": [
      "Tables", "Clusters", "FoundationEssentials", "RealModule", "Collections", "Dispatch",
      "Synchronization",
    ],
    "Storage": ["Segments", "GRDB", "Foundation"],
    "Dashboards": ["Segments", "Plots", "Foundation", "Yams"],
    "Daemon": [
      "Segments", "Storage", "Dashboards", "FoundationEssentials", "Logging", "SystemPackage",
      "Yams", "Crypto", "Glibc", "Synchronization",
    ],
    "segmentd": [
      "Daemon", "Segments", "Storage", "Dashboards", "ArgumentParser", "Logging",
      "FoundationEssentials", "Glibc",
    ],
  ]

  @Test("is kept by every file of every room", arguments: allowed.keys.sorted())
  func roomsImportOnlyWhatTheyMay(room: String) throws {
    let files = try SourceTree.files(below: "Sources/\(room)")
    #expect(!files.isEmpty)
    for file in files {
      var allowed = Self.allowed[room, default: []]
      if file.path.hasPrefix("Sources/Plots/Cairo/") { allowed.formUnion(["CCairo", "CPango"]) }
      if file.path.hasPrefix("Sources/Daemon/Inbox/") { allowed.formUnion(["CZlib", "CZstd"]) }
      if file.path.hasPrefix("Sources/Tables/CSV/") { allowed.insert("CKernels") }
      let strangers = Set(file.imports).subtracting(allowed)
      #expect(strangers.isEmpty, "\(file.path) imports \(strangers.sorted())")
    }
  }

  @Test("knows every room there is")
  func everyRoomIsListed() throws {
    let rooms = Set(try SourceTree.files(below: "Sources").map(\.room))
    #expect(rooms == Set(Self.allowed.keys))
  }

  @Test("is sorted in every file, one a line")
  func importsAreSorted() throws {
    for file in try SourceTree.files(below: "Sources") {
      #expect(file.imports == file.imports.sorted(), "\(file.path)")
    }
  }
}
