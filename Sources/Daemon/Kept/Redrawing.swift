import Segments
import Storage

/// `render`: an old run drawn again, from the state alone.
package enum Redrawing {
  /// Writes pages, report and model of a kept run into a folder; gives the run's name.
  ///
  /// - Parameter template: another template than the one it was drawn with.
  package static func render(
    _ run: String,
    to output: String,
    template: String?,
    _ settings: Settings,
    drawing: Drawing = .house,
  ) throws(Failure) -> String {
    do {
      Drawing.prepare()
      let state = try KeptState(settings)
      let record = try state.run(run)
      let report = try SegmentReport(json: record.report)
      let kept = try state.manifest(of: record)
      var order = DrawingOrder(again: report, by: kept, template: template, settings)
      order.run = record.name
      let pages = try drawing.draw(order)
      var manifest = Manifest(
        run: record.name,
        dataset: record.dataset,
        asOf: record.asOf,
        deliveries: record.deliveries,
        inputs: kept?.inputs ?? [],
        configuration: .init(
          dataset: kept?.configuration.dataset ?? settings.dataset(record.dataset),
          report: order.settings
        )
      )
      manifest.version = record.engine
      var artifacts = pages + [Artifact(path: "report.json", bytes: record.report)]
      if let model = try state.store.part(.model, of: record.name, dataset: record.dataset) {
        artifacts.append(Artifact(path: "model.json", bytes: model))
      }
      try House.opening("output folder") {
        try OutputFolder.write(artifacts, manifest, to: output)
      }
      return record.name
    } catch {
      throw Failure(error)
    }
  }
}
