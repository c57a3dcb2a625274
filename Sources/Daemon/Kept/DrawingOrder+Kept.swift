import Segments

extension DrawingOrder {
  /// A kept report as it was drawn when it was published.
  ///
  /// - Parameters:
  ///   - manifest: What its publication says of itself; without one it is drawn as configured now.
  ///   - template: Another template than the one it was drawn with.
  init(
    again report: SegmentReport,
    by manifest: Manifest?,
    template: String?,
    _ settings: Settings,
  ) {
    var look = manifest?.configuration.report ?? settings.report
    look.template = template ?? look.template
    self.init(
      report: report,
      settings: look,
      templates: settings.templates,
      run: manifest?.run ?? "",
      sources: (manifest?.inputs ?? []).map(\.name),
    )
  }
}
