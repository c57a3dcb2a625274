import Clusters

/// The road of a file, from its bytes to the finished report: a line a stage.
///
/// Pure: no file but the delivery's bytes, no clock, no chance but the recipe's seed. `harvest` runs once a
/// delivery, `study` once a run.
package struct Pipeline: Sendable {
  let dataset: String
  let recipe: Recipe
  let observer: any PipelineObserver

  package init(
    dataset: String,
    recipe: Recipe,
    observer: any PipelineObserver = SilentObserver(),
  ) {
    self.dataset = dataset
    self.recipe = recipe
    self.observer = observer
  }

  /// Reads one delivery to the end; throws when it cannot be used or does not fit its ledger.
  package func harvest(
    _ export: Export,
    fitting ledger: Ledger,
  ) throws(SegmentError) -> Harvest {
    try Harvester(recipe: recipe, observer: observer).harvest(export, fitting: ledger)
  }

  /// Finds the segments of everybody the ledger knows, and what has changed since earlier runs.
  package func study(
    _ ledger: Ledger,
    after past: PastRuns = PastRuns(),
  ) throws(SegmentError) -> Study {
    let (histories, whole) = try stage(.features) {
      let histories = CustomerHistories.found(in: ledger)
      return (histories, FeatureBuilder.table(of: ledger, histories: histories, recipe: recipe))
    }
    let grain = ledger.schema?.grain ?? .customers
    let outliers = try stage(.features) { () throws(SegmentError) in
      try Outliers(
        in: whole,
        features: Clustered.entries(of: whole, grain: grain, choice: recipe.columns)
          .filter(\.isClustered).map(\.name),
        choice: recipe.cleaning,
        seed: recipe.seed,
      )
    }
    let table = outliers.dropping(from: whole)
    let scores = RFMScores(table)
    let named = recipe.naming == .rfm ? scores.map(RFMSegmentation.init) : nil
    let columns = named?.columns ?? recipe.columns
    let entries = Clustered.entries(of: table, grain: grain, choice: columns)
    let builder = StudyBuilder(
      dataset: dataset,
      ledger: ledger,
      histories: histories,
      table: table,
      entries: entries,
      past: past,
      scores: scores,
      outliers: outliers,
      rejected: outliers.rejected(from: whole),
      recipe: recipe,
      observer: observer,
    )
    let clustered = entries.filter(\.isClustered).map(\.name)
    guard table.customers.count >= Choice.fewestCustomers, !clustered.isEmpty else {
      let choice =
        clustered.isEmpty && table.customers.count >= Choice.fewestCustomers
        ? Choice.noFeatures() : Choice.tooFew(table.customers.count)
      return try builder.study(of: choice)
    }
    let input = try stage(.scale) { () throws(SegmentError) in
      try ClusterInput(outliers.winsorizing(table), features: clustered, choice: recipe.scaling)
    }
    if let named { return try study(named, on: input, builder) }
    let search = ModelSearch(selection: recipe.selection, seed: recipe.seed, observer: observer)
    var found = try stage(.search) { () throws(SegmentError) in
      try search.trials(on: input, keys: table.customers)
    }
    let choice = try stage(.choose) { () throws(SegmentError) in
      try choose(among: &found, on: input, keys: table.customers)
    }
    return try builder.study(of: choice, input: input, search: found)
  }

  /// The segments of the named groups: nothing is searched, but what was asked for is scored.
  private func study(
    _ named: RFMSegmentation,
    on input: ClusterInput,
    _ builder: StudyBuilder,
  ) throws(SegmentError) -> Study {
    var found = named.outcome(on: input)
    let choice = RFMSegmentation.choice(among: found)
    guard choice.trial != nil else { return try builder.study(of: choice) }
    let search = ModelSearch(selection: recipe.selection, seed: recipe.seed, observer: observer)
    try stage(.search) { () throws(SegmentError) in
      try search.score(&found, on: input, keys: builder.table.customers)
    }
    return try builder.study(of: choice, input: input, search: found)
  }

  /// Looks at the stability of everything that could win, then decides.
  private func choose(
    among found: inout SearchOutcome,
    on input: ClusterInput,
    keys: [Key],
  ) throws(SegmentError) -> Choice {
    let check = StabilityCheck(input: input, keys: keys, observer: observer)
    let rule = ChoiceRule(customers: keys.count, by: recipe.selection.by)
    while let place = rule.nextToCheck(found.trials) {
      found.trials[place].jaccards = try check.jaccards(of: found.trials[place])
    }
    var choice = rule.choice(among: found.trials)
    try SearchReview(input: input, seed: recipe.seed).complete(&choice, &found)
    return choice
  }

  private func stage<Result>(
    _ name: Stage,
    _ body: () throws(SegmentError) -> Result,
  ) throws(SegmentError) -> Result {
    try observer.stage(name, body)
  }
}
