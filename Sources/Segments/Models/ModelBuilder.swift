import Clusters

/// Writes down a chosen clustering so that customers can be scored by it later.
struct ModelBuilder {
  let dataset: String
  let asOf: String?
  let grain: SegmentReport.Grain
  /// Segments in the order of their places, which `groups` counts from 1.
  let segments: [SegmentReport.Segment]
  let groups: SegmentGroups

  /// The model of a trial; without one, everybody belongs to the one segment there is.
  func model(of trial: Trial?, on input: ClusterInput?) -> SegmentModel {
    var model = SegmentModel(
      dataset: dataset,
      asOf: asOf,
      grain: grain,
      scaling: input?.fitted.method.rawValue ?? "none",
      features: input.map(inputs) ?? [],
      method: trial?.method ?? "none",
      parameters: trial?.parameters ?? [:],
      segments: segments.map { .init(id: $0.id, letter: $0.letter, name: $0.name) },
      centers: [],
    )
    guard let trial, let input else { return model }
    // Clusters in the order of the room Clusters, so that its numbers are ours.
    model.segments = groups.idOfCluster.map { model.segments[$0 - 1] }
    model.centers = trial.partition.centers(on: input.scaled)
    switch trial.membership {
    case .nearestCenter(let centers):
      model.centers = centers
    case .mixture(let fit):
      model.mixture = .init(weights: fit.weights, means: fit.means, covariances: fit.covariances)
    case .density(let isCore):
      let rows = isCore.indices.filter { isCore[$0] }
      model.core = points(rows, trial, input, radius: trial.parameters["eps"])
    case .nearestMean:
      model.fitted = points(Array(trial.partition.labels.indices), trial, input)
    case .strengths(let strengths):
      model.fitted = points(
        Array(trial.partition.labels.indices),
        trial,
        input,
        memberships: strengths,
      )
    }
    return model
  }

  private func inputs(_ input: ClusterInput) -> [SegmentModel.Input] {
    let fitted = input.fitted
    return input.features.indices.map { place in
      SegmentModel.Input(
        name: input.features[place],
        fill: input.medians[place],
        center: fitted.centers[place],
        scale: fitted.scales[place],
        power: fitted.powers.isEmpty ? nil : fitted.powers[place],
        quantiles: fitted.quantiles.isEmpty ? nil : fitted.quantiles[place],
      )
    }
  }

  /// Each different row once, in the order of its scaled values.
  private func points(
    _ rows: [Int],
    _ trial: Trial,
    _ input: ClusterInput,
    radius: Double? = nil,
    memberships: [Double]? = nil,
  ) -> SegmentModel.Points {
    let scaled = input.scaled.columns
    let raw = input.raw.columns
    func precedes(_ left: Int, _ right: Int) -> Bool {
      for column in scaled where column[left] != column[right] {
        return column[left] < column[right]
      }
      for column in raw where column[left] != column[right] { return column[left] < column[right] }
      return false
    }
    var distinct: [Int] = []
    for row in rows.sorted(by: precedes) {
      if let last = distinct.last, !precedes(last, row) { continue }
      distinct.append(row)
    }
    return SegmentModel.Points(
      radius: radius,
      columns: raw.map { column in NumberList.text(distinct.map { column[$0] }) },
      clusters: distinct.map { "\(trial.partition.labels[$0])" }.joined(separator: " "),
      memberships: memberships.map { all in
        NumberList.text(distinct.map { (all[$0] * 10_000).rounded() / 10_000 })
      },
    )
  }
}

/// Numbers as one text with blanks between them: a tenth of the time and half the room of a JSON list.
enum NumberList {
  static func text(_ numbers: [Double]) -> String {
    var text = ""
    for number in numbers {
      if !text.isEmpty { text.append(" ") }
      if number == number.rounded(), number.magnitude < 1e15 {
        text.append("\(Int64(number))")
      } else {
        text.append("\(number)")
      }
    }
    return text
  }

  static func numbers(_ text: String) -> [Double] {
    text.split(separator: " ").compactMap { Double($0) }
  }
}

extension Partition {
  /// The mean of each cluster; sums in ascending order, so that the order of rows does not show.
  func centers(on matrix: Matrix) -> [[Double]] {
    let columns = matrix.columns
    return (0..<clusterCount).map { cluster in
      let rows = labels.indices.filter { labels[$0] == Int32(cluster) }
      return columns.map { column in
        rows.map { column[$0] }.sorted().reduce(0, +) / Double(max(1, rows.count))
      }
    }
  }
}
