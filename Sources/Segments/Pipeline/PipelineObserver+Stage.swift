extension PipelineObserver {
  /// Runs one stage under its name; stops before it when somebody asked to.
  func stage<Result>(
    _ stage: Stage,
    _ body: () throws(SegmentError) -> Result,
  ) throws(SegmentError) -> Result {
    if wantsStop { throw .stopped(stage) }
    begins(stage)
    defer { ended(stage) }
    return try body()
  }
}
