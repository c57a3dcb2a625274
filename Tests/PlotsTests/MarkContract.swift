import Testing

@testable import Plots

/// One kind of input that every mark must survive.
struct MarkCase: Sendable, CustomTestStringConvertible {
  let name: String
  let values: [Double]
  let names: [String]

  var testDescription: String { name }

  static let all: [MarkCase] = [
    MarkCase(name: "empty", values: []),
    MarkCase(name: "one value", values: [42]),
    MarkCase(name: "constant", values: [7, 7, 7]),
    MarkCase(name: "all zero", values: [0, 0, 0]),
    MarkCase(name: "negative", values: [-12, 5, -3, 30]),
    MarkCase(name: "skewed", values: [1, 2, 3, 5, 9, 1_000_000]),
    MarkCase(name: "not numbers", values: [.nan, 3, .infinity, -.infinity, 8]),
    MarkCase(name: "tiny and huge", values: [1e-300, 1e300, 3]),
    MarkCase(name: "20 segments", values: (1...20).map { Double($0 * $0) }),
    MarkCase(
      name: "long names",
      values: [3, 1, 2],
      names: (1...3).map { String(repeating: "Very long name of a segment ", count: 2) + "\($0)" }
    ),
    MarkCase(
      name: "right-to-left names",
      values: [3, 1, 2],
      names: ["לקוחות נאמנים", "عملاء جدد (12)", "\u{202E}evil"]
    ),
    MarkCase(
      name: "hostile names",
      values: [3, 1, 2],
      names: [
        "</script><script>alert(1)</script>", "a" + String(repeating: "\u{301}", count: 10_000),
        "=1+1\n\t\0&\"'日本",
      ]
    ),
  ]

  /// What the goldens are drawn of: few values, so that a person can read them.
  static let golden = MarkCase(name: "golden", values: [3, 1, 2])

  private init(name: String, values: [Double], names: [String] = []) {
    self.name = name
    self.values = values
    self.names = values.indices.map { names.isEmpty ? "Name \($0 + 1)" : names[$0 % names.count] }
  }
}

/// Every mark with the axes it is used with; a new mark gets a line here.
struct MarkContract: Sendable, CustomTestStringConvertible {
  let name: String
  let plot: @Sendable (MarkCase) -> Plot

  var testDescription: String { name }

  static let all: [MarkContract] = [
    rows("BarMark") { input in
      [BarMark(input.each { .init(band: $0, to: $1, paint: .segment($0), label: input.names[$0]) })]
    },
    MarkContract(name: "BarMark, vertical") { input in
      Plot(
        x: .band(bands(input)),
        y: .linear("Count", includesZero: true, cover: .whole),
        marks: [
          BarMark(
            input.each { .init(band: $0, to: $1, paint: .segment($0)) },
            direction: .vertical,
            finish: .tint
          )
        ]
      )
    },
    values("HistogramMark") { input in
      [
        HistogramMark(
          edges: input.edges,
          heights: input.values,
          above: .init(height: 1, label: input.title)
        )
      ]
    },
    values("StepMark") { [StepMark(edges: $0.edges, heights: $0.values, paint: .segment(3))] },
    values("LineMark, EndLabelMark") { input in
      [
        LineMark(input.points, paint: .segment(1), dots: .all),
        EndLabelMark(input.each { .init(y: $1, text: input.names[$0], paint: .segment($0)) }),
      ]
    },
    values("AreaMark") { input in
      [AreaMark(input.points.map { (x: $0.x, low: $0.y, high: $0.y + 1) }, opacity: 0.3)]
    },
    rows("DotMark, RuleMark") { input in
      [
        RuleMark(.x, input.values.first ?? .nan, label: input.title),
        DotMark(
          input.each { .init(x: $1, y: Double($0), interval: interval($1), paint: .segment($0)) }
        ),
      ]
    },
    values("DotCloudMark") { [DotCloudMark($0.points, paint: .segment(2))] },
    rows("BoxMark") { input in
      [
        BoxMark(
          input.each {
            .init(
              band: $0,
              low: $1 - 3,
              q25: $1 - 1,
              median: $1,
              q75: $1 + 2,
              high: $1 + 9,
              paint: .segment($0),
              beyond: "+3 beyond"
            )
          }
        )
      ]
    },
    rows("NestedBoxMark") { input in
      [
        NestedBoxMark(
          input.each {
            .init(
              band: $0,
              median: $1,
              boxes: [interval($1), interval($1)].compactMap(\.self),
              paint: .segment($0)
            )
          }
        )
      ]
    },
    rows("RaincloudMark") { input in
      [
        RaincloudMark(
          input.each {
            .init(
              band: $0,
              cloud: [(x: $1 - 2, height: 0), (x: $1, height: 1), (x: $1 + 2, height: 0.1)],
              box: [$1 - 3, $1 - 1, $1, $1 + 1, $1 + 4],
              drops: [$1 - 1, $1, $1, $1 + 1],
              paint: .segment($0)
            )
          }
        )
      ]
    },
    MarkContract(name: "CellMark") { input in
      Plot(
        x: .band([BandLabel("One"), BandLabel("Two")]),
        y: .band(bands(input)),
        marks: [
          CellMark(
            input.each { .init(column: $0 % 2, row: $0, value: $1, text: "\($0)") },
            colors: .diverging(20)
          )
        ]
      )
    },
    values("RasterMark, LabelMark") { input in
      [
        Raster(width: 2, height: 2, palette: [Color(0xFFFFFF), Color(0)], pixels: [0, 1, 1, 0])
          .flatMap { input.values.isEmpty ? nil : RasterMark($0, x: 0...4, y: -10...10) },
        LabelMark(input.points.prefix(1).map { .init(x: $0.x, y: $0.y, text: input.title) }),
      ].compactMap { $0 as (any Mark)? }
    },
    values("EllipseMark") { input in
      [
        EllipseMark(
          input.points.prefix(2).map {
            .init(
              x: $0.x,
              y: $0.y,
              varianceX: 1,
              varianceY: 2,
              covariance: 0.3,
              paint: .segment(0)
            )
          }
        )
      ]
    },
    MarkContract(name: "FlowMark") { input in
      let nodes = input.each { FlowMark.Node(input.names[$0], paint: .segment($1 < 0 ? 0 : $0)) }
      return Plot(
        x: .hidden(domain: 0...1),
        y: .hidden(domain: 0...1),
        marks: [
          FlowMark(
            left: nodes,
            right: nodes,
            flows: input.each { row, value in input.each { column, _ in row == column ? value : 1 }
            }
          )
        ]
      )
    },
    rows("ShareStripMark") { input in
      [
        ShareStripMark([
          .init(band: 0, parts: input.each { .init($1, paint: .segment($0), label: "\($0)%") })
        ])
      ]
    },
  ]

  private static func rows(
    _ name: String,
    _ marks: @escaping @Sendable (MarkCase) -> [any Mark]
  ) -> MarkContract {
    MarkContract(name: name) { input in
      Plot(
        x: .linear("Value, points", includesZero: true),
        y: .band(bands(input)),
        marks: marks(input)
      )
    }
  }

  private static func values(
    _ name: String,
    _ marks: @escaping @Sendable (MarkCase) -> [any Mark]
  ) -> MarkContract {
    MarkContract(name: name) { input in
      Plot(x: .linear("Place"), y: .linear("Value"), marks: marks(input))
    }
  }

  private static func bands(_ input: MarkCase) -> [BandLabel] {
    input.names.enumerated().map { BandLabel($1, paint: .segment($0)) }
  }

  private static func interval(_ value: Double) -> ClosedRange<Double>? {
    value.isFinite ? (value - 1)...(value + 1) : nil
  }
}

extension MarkCase {
  func each<T>(_ make: (Int, Double) -> T) -> [T] {
    values.enumerated().map { make($0, $1) }
  }

  var points: [(x: Double, y: Double)] { each { (x: Double($0), y: $1) } }
  var edges: [Double] { values.isEmpty ? [] : (0...values.count).map(Double.init) }
  var title: String { names.first ?? "" }
}
