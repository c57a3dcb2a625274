/// What the scripts of the page may know: the shown numbers of a report, nothing of a customer.
struct ExplorerData: Encodable {
  var title: String
  /// Groups smaller than this show no values.
  var few: Int
  var customers: Int
  var numbers: Numbers
  var segments: [Group]
  var measures: [Variable]
  /// Places of the measures, those that tell the segments apart best first.
  var order: [Int]
  /// The measure that is shown first, and the one beside it.
  var first: Int
  var second: Int
  /// Empty: the grids are written by themselves.
  var pairs: [String] = []
  var correlations: [[Double?]]
  var ratio: Ratio?
  var words: [String: String]
  /// What had to be left out, in sentences.
  var omitted: [String] = []

  /// The run before this one; its grids of pairs are not kept.
  var before: Past?

  /// What an earlier run's report said of its segments and measures.
  struct Past: Encodable {
    /// "Run before (22 Nov 2011)".
    var name: String
    var customers: Int
    var segments: [Group]
    var measures: [Variable]
    var order: [Int]
    var first: Int
    var second: Int
    var ratio: Ratio?
  }

  /// How the country writes numbers.
  struct Numbers: Encodable {
    var decimal: String
    var group: String
    var groupSizes: [Int]
    var minimumGrouping: Int
    var money: String
    var percent: String
    var currency: String?
    var units: [Unit]
  }

  /// A short word for a power of ten.
  struct Unit: Encodable {
    var value: Double
    var word: String
  }

  /// One segment without its values.
  struct Group: Encodable {
    var letter: String
    var name: String
    /// The name of its color in the style.
    var color: String
    var marker: String
    var dash: [Double]
    var size: Int
    var share: Double
    var isHidden: Bool
    var like: String
    var actions: [String]
  }

  /// One measure over all customers and, in the order of the segments, within each.
  struct Variable: Encodable {
    var name: String
    var label: String
    /// The label as it stands inside a sentence.
    var inner: String
    var isMoney: Bool
    var isShare: Bool
    var isBalance: Bool
    var isYear: Bool
    var isWhole: Bool
    var isSummable: Bool
    var isSkewed: Bool
    var separation: Double?
    var missing: Int
    var sum: Double
    var n: Int
    var mean: Double
    var sd: Double
    var q: [Double]
    var box: Box
    var histogram: Bins
    var log: LogBins?
    var by: [Part?]
  }

  /// One measure within one segment.
  struct Part: Encodable {
    var n: Int
    var mean: Double
    var sd: Double
    var z: Double
    var total: Double
    var q: [Double]
    var box: Box
    var counts: [Int]
    var log: Counts?
  }

  /// The five numbers of a box plot, and who lies beyond its whiskers.
  struct Box: Encodable {
    var low: Double
    var q25: Double
    var median: Double
    var q75: Double
    var high: Double
    var below: Int
    var above: Int
  }

  /// Counts in bins of equal width.
  struct Bins: Encodable {
    var start: Double
    var width: Double
    var counts: [Int]
    var below: Int
    var above: Int
  }

  /// Counts in bins of equal width on a log axis.
  struct LogBins: Encodable {
    var first: Int
    var perDecade: Int
    var counts: [Int]
    var below: Int
    var above: Int
  }

  /// Counts alone.
  struct Counts: Encodable {
    var counts: [Int]
  }

  /// Customers on a grid of two measures.
  struct Grid {
    var x: Int
    var y: Int
    var columns: Int
    var rows: Int
    var xAxis: Axis
    var yAxis: Axis
    /// For each segment (−1: unassigned) the runs of its counts.
    var cells: [Layer]

    /// The grid as JSON, its keys in order.
    var json: String {
      let cells = cells.map(\.json).joined(separator: ",")
      return "{\"cells\":[\(cells)],\"columns\":\(columns),\"rows\":\(rows),"
        + "\"x\":\(x),\"xAxis\":\(xAxis.json),\"y\":\(y),\"yAxis\":\(yAxis.json)}"
    }
  }

  /// The range of a grid along one side; its scale is a word of ours.
  struct Axis {
    var low: Double
    var high: Double
    var scale: String

    fileprivate var json: String {
      "[\(ExplorerData.text(of: low)),\(ExplorerData.text(of: high)),\"\(scale)\"]"
    }
  }

  /// The counts of one segment on a grid: pairs of (cells with the same count, count).
  struct Layer {
    var segment: Int
    var runs: [Int]

    fileprivate var json: String {
      var bytes = Array("[\(segment),[".utf8)
      bytes.reserveCapacity(runs.count * 3)
      for (place, run) in runs.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        // Most counts have one digit, and a text for each number takes longest of all here.
        if (0..<10).contains(run) {
          bytes.append(UInt8(ascii: "0") + UInt8(run))
        } else {
          bytes += Array(String(run).utf8)
        }
      }
      return String(decoding: bytes, as: UTF8.self) + "]]"
    }
  }

  /// A number as JSON has it: whole ones without a fraction.
  private static func text(of value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
  }

  /// Value for each visit or order: two measures to be divided.
  struct Ratio: Encodable {
    var label: String
    var value: Int
    var per: Int
  }
}
