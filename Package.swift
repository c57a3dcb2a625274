// swift-tools-version: 6.2

import PackageDescription

/// The strict settings every one of our targets lives under (HOUSE §5).
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One room of the house, with its folder's name.
func room(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  exclude: [String] = [],
  resources: [Resource] = [],
) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    exclude: exclude,
    resources: resources,
    swiftSettings: house,
  )
}

/// The tests of one room.
func tests(
  of name: String,
  _ dependencies: [Target.Dependency],
  exclude: [String] = [],
) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: dependencies,
    exclude: exclude,
    swiftSettings: house,
  )
}

let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser",
)

let package = Package(
  name: "segmentd",
  products: [.executable(name: "segmentd", targets: ["segmentd"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo",
      pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"])],
    ),
    .systemLibrary(
      name: "CPango",
      pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"])],
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])],
    ),
    .systemLibrary(
      name: "CZstd",
      pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"])],
    ),
    .target(
      name: "CKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])],
    ),
    room("Tables", ["CKernels"]),
    room("Clusters", ["CKernels", realModule]),
    room("Plots", ["CCairo", "CPango", realModule]),
    room("Segments", ["Tables", "Clusters", realModule]),
    room("Storage", ["Segments", grdb]),
    room(
      "Dashboards",
      ["Segments", "Plots", yams],
      exclude: ["HTML/Fonts/README.md", "HTML/Fonts/subset.py"],
      resources: [
        .embedInCode("../../templates/standard.seg.yaml"),
        .embedInCode("../../templates/analyst.seg.yaml"),
        .embedInCode("../../templates/executive.seg.yaml"),
        .embedInCode("Words/Languages/en.words"), .embedInCode("Words/Languages/de.words"),
        .embedInCode("Words/Languages/es.words"),
        .embedInCode("HTML/Fonts/inter-subset.woff2"), .embedInCode("HTML/Page/page.css"),
        .embedInCode("HTML/Page/page1-numbers.js"), .embedInCode("HTML/Page/page2-state.js"),
        .embedInCode("HTML/Page/page3-draw.js"), .embedInCode("HTML/Page/page4-charts.js"),
        .embedInCode("HTML/Page/page5-scatter.js"), .embedInCode("HTML/Page/page6-panes.js"),
        .embedInCode("HTML/Page/page7-output.js"), .embedInCode("HTML/Page/page8-sides.js"),
        .embedInCode("HTML/Page/page9-app.js"),
      ],
    ),
    room(
      "Daemon",
      ["Segments", "Storage", "Dashboards", "CZlib", "CZstd", logging, crypto, yams],
    ),
    .executableTarget(
      name: "segmentd",
      dependencies: ["Daemon", "Segments", argumentParser, logging],
      swiftSettings: house,
    ),
    // Times `Clusters` for `make bench`; not a product, so it is never installed.
    .executableTarget(
      name: "KernelBench",
      dependencies: ["Clusters"],
      path: "Benchmarks/Kernels",
      swiftSettings: house,
    ),
    // Times the reading of order lines for `Benchmarks/reading.py`; not a product either.
    .executableTarget(
      name: "ReadBench",
      dependencies: ["Tables", "Segments"],
      path: "Benchmarks/Reading",
      swiftSettings: house,
    ),
    tests(of: "Architecture", []),
    tests(of: "Tables", ["Tables"]),
    tests(of: "Clusters", ["Clusters", realModule], exclude: ["References"]),
    tests(of: "Plots", ["Plots"], exclude: ["Goldens"]),
    tests(of: "Segments", ["Segments", "Tables", "Clusters"], exclude: ["Models"]),
    tests(of: "Storage", ["Storage", "Segments", grdb]),
    tests(of: "Dashboards", ["Dashboards", "Segments", "Plots"], exclude: ["Goldens"]),
    tests(of: "Daemon", ["Daemon", "Storage", "Segments", "CZlib", logging]),
    tests(of: "EndToEnd", ["segmentd"]),
  ],
)
