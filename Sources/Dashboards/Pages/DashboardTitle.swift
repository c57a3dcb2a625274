import Segments

/// The title of a dashboard: as set, or made from the name of the dataset.
enum DashboardTitle {
  static func text(of reading: Reading) -> String {
    if let title = reading.presentation.title, !title.isEmpty { return title }
    let name = MeasureLabels.readable(reading.report.dataset)
    return reading.words("title.dataset", ["name": name])
  }
}
