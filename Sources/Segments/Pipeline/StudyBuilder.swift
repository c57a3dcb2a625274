import Clusters

/// Puts the report together once a clustering is chosen.
struct StudyBuilder {
  let dataset: String
  let ledger: Ledger
  /// What customers bought; `nil` for customer tables.
  let histories: CustomerHistories?
  let table: FeatureTable
  /// Which features take part in the clustering, and why.
  let entries: [FeatureEntry]
  let past: PastRuns
  /// Scores of recency, frequency and spend where all three are known.
  let scores: RFMScores?
  let outliers: Outliers
  /// Customers who were left out as outliers.
  let rejected: [RejectedLine]
  let recipe: Recipe
  let observer: any PipelineObserver

  /// The study of a chosen trial, or of everybody together where the choice names none.
  func study(
    of choice: Choice,
    input: ClusterInput? = nil,
    search: SearchOutcome = .init(),
  ) throws(SegmentError) -> Study {
    let trial = choice.trial.map { search.trials[$0] }
    let value = table.valueFeature.flatMap { table.feature(named: $0) }
    let groups =
      trial.map { SegmentGroups($0.partition, value: value) }
      ?? SegmentGroups(everybody: table.customers.count)
    let profiler = try observer.stage(.profile) {
      Profiler(
        table: table,
        groups: groups,
        clustered: input?.features ?? [],
        entries: entries,
      )
    }
    let features = profiler.features()
    let comparison = Comparison(
      past: past,
      choice: recipe.continuity,
      table: table,
      groups: groups,
      asOf: histories?.asOf,
    )
    var segments = comparison.placed(profiler.segments())
    if let trial {
      for (cluster, jaccard) in (trial.jaccards ?? []).enumerated() {
        segments[groups.idOfCluster[cluster] - 1].stability = jaccard
      }
    }
    ShapeBuilder(table: table, groups: groups).complete(&segments, of: trial, on: input)
    try observer.stage(.name) {
      let labels = SegmentLabels(naming: recipe.naming, actions: recipe.actions)
      if choice.rule == "rfm", segments.count > 1, let scores {
        RFMSegmentation(scores: scores).name(&segments, groups.members)
      } else {
        Naming(features: features, grain: ledger.schema?.grain ?? .customers)
          .name(&segments, keeping: comparison.formerNames.mapValues(labels.original))
      }
      labels.apply(to: &segments)
    }
    var report = try observer.stage(.report) { () throws(SegmentError) in
      try self.report(choice, input, search, groups, features, segments, noise: profiler.noise)
    }
    report.renumber(comparison.id)
    let memory = memory(of: report, comparison)
    compare(&report, comparison, memory)
    return Study(
      report: report,
      assignments: try assignments(comparison.ids, segments, trial, input),
      memory: memory,
      members: comparison.membership,
      model: ModelBuilder(
        dataset: dataset,
        asOf: report.asOf,
        grain: report.grain,
        segments: segments,
        groups: groups,
      ).model(of: trial, on: input),
      movers: Movement(comparison: comparison, segments: segments).movers(),
      rejected: rejected,
    )
  }

  private var evidence: [SegmentReport.Finding] {
    EvidenceFindings(table: table, histories: histories, recipe: recipe, outliers: outliers)
      .findings()
  }

  private func report(
    _ choice: Choice,
    _ input: ClusterInput?,
    _ search: SearchOutcome,
    _ groups: SegmentGroups,
    _ features: [SegmentReport.Feature],
    _ segments: [SegmentReport.Segment],
    noise: SegmentReport.Noise,
  ) throws(SegmentError) -> SegmentReport {
    let correlations = CorrelationBuilder(features: table.features).correlations()
    let silhouette = choice.trial.flatMap { search.trials[$0].card?.silhouetteOfAll }
    let value = features.first { $0.name == table.valueFeature }
    let candidates = candidates(search, chosen: choice.trial)
    let rivals = choice.trial == nil ? [] : SegmentReport.rivals(among: candidates).prefix(5)
    let map = try input.flatMap { input throws(SegmentError) in
      try MapBuilder(
        input: input,
        groups: groups,
        keys: table.customers,
        rivals: rivals.map { ($0, search.trials[$0].partition) },
      ).map()
    }
    let pairs = PairsBuilder(
      table: table,
      groups: groups,
      features: features,
      correlations: correlations,
    )
    let grids = pairs.grids()
    return SegmentReport(
      dataset: dataset,
      asOf: histories?.asOf.map { Self.text(ofDay: $0) },
      period: histories.flatMap { history in
        guard let first = history.firstDay, let last = history.asOf else { return nil }
        return .init(from: Self.text(ofDay: first), to: Self.text(ofDay: last))
      },
      grain: ledger.schema?.grain ?? .customers,
      platform: ledger.schema?.platform ?? "generic",
      roles: Dictionary(
        uniqueKeysWithValues: (ledger.schema?.roles ?? [:]).map { ($0.key.rawValue, $0.value) }
      ),
      rows: .init(
        read: ledger.tally.rowsRead,
        kept: ledger.tally.rowsKept,
        rejected: ledger.tally.rejected,
      ),
      customers: table.customers.count,
      orders: histories?.orders,
      amount: histories?.amount.value ?? value?.sum,
      currency: ledger.tally.currency,
      returns: histories?.returns,
      features: features,
      correlations: correlations,
      scaling: input?.scaling
        ?? .init(method: "none", rule: "not-needed", numbers: [:], why: "", parameters: []),
      candidates: candidates,
      curves: curves(search, groups, chosen: choice.trial),
      choice: facts(of: choice, search),
      segments: segments,
      noise: noise,
      rfm: scores?.facts(in: groups.ids),
      map: map,
      pairs: grids,
      migration: nil,
      drift: nil,
      trend: nil,
      quality: QualityBuilder(tally: ledger.tally, filled: input?.filled ?? [:]).quality,
      findings: FindingsBuilder(
        features: features,
        segments: segments,
        valueFeature: table.valueFeature,
        correlations: correlations,
        noise: noise,
        silhouette: silhouette,
        structure: choice.structure,
      ).findings() + evidence,
      omitted: omitted(
        search,
        lacksMap: (input?.features.count ?? 0) >= 2 && map == nil,
        lacksPairs: pairs.pairCount - grids.count,
      ),
    )
  }

  private func assignments(
    _ ids: [Int],
    _ segments: [SegmentReport.Segment],
    _ trial: Trial?,
    _ input: ClusterInput?,
  ) throws(SegmentError) -> Assignments {
    var confidences = [Double](repeating: 1, count: table.customers.count)
    if let trial, let input { confidences = try Confidence.values(of: trial, on: input.scaled) }
    return Assignments(
      customers: table.customers.map(\.text),
      segments: ids,
      names: Dictionary(
        [(0, "Unassigned")] + segments.map { ($0.id, $0.name) },
        uniquingKeysWith: { first, _ in first },
      ),
      confidences: confidences,
      featureNames: table.features.map(\.name),
      features: table.features.map(\.values),
    )
  }
}

// MARK: - Parts of the report

extension StudyBuilder {
  private func omitted(
    _ search: SearchOutcome,
    lacksMap: Bool,
    lacksPairs: Int,
  ) -> [String] {
    var omitted: [String] = []
    if let rows = search.scoredRows?.count {
      omitted.append("Silhouettes and indices are computed on a sample of \(rows) customers.")
    }
    if lacksMap {
      omitted.append("The customer map is left out; it would make the report larger than 8 MB.")
    }
    if lacksPairs > 0 {
      omitted.append("The \(lacksPairs) least correlated pairs of measures have no grid.")
    }
    return omitted
  }

  private func candidates(
    _ search: SearchOutcome,
    chosen: Int?,
  ) -> [SegmentReport.CandidateFacts] {
    let rule = ChoiceRule(customers: table.customers.count)
    let tried = search.trials.indices.map { place in
      let trial = search.trials[place]
      return SegmentReport.CandidateFacts(
        method: trial.method,
        parameters: trial.parameters,
        k: trial.k,
        sizes: trial.partition.sizes.sorted(by: >),
        noise: trial.partition.noiseCount,
        silhouette: trial.card?.silhouette,
        silhouetteOfAll: trial.card?.silhouetteOfAll,
        daviesBouldin: trial.card?.daviesBouldin,
        calinskiHarabasz: trial.card?.calinskiHarabasz,
        inertia: trial.inertia,
        meanLogLikelihood: trial.meanLogLikelihood,
        bic: trial.bic,
        aic: trial.aic,
        variant: trial.variant,
        dbcv: trial.dbcv,
        gap: trial.gap?.gap,
        gapError: trial.gap?.error,
        agreement: trial.agreement,
        weakestStability: trial.weakest,
        excluded: trial.method == "rfm" ? nil : rule.exclusion(of: trial),
        stability: trial.stability,
        skipped: nil,
        chosen: place == chosen,
      )
    }
    let skipped = search.skipped.map { skipped in
      SegmentReport.CandidateFacts(
        method: skipped.method,
        parameters: skipped.parameters,
        k: nil,
        sizes: [],
        noise: 0,
        silhouette: nil,
        silhouetteOfAll: nil,
        daviesBouldin: nil,
        calinskiHarabasz: nil,
        inertia: nil,
        skipped: skipped.why,
        skipRule: skipped.rule,
        chosen: false,
      )
    }
    return tried + skipped
  }

  private func curves(
    _ search: SearchOutcome,
    _ groups: SegmentGroups,
    chosen: Int?,
  ) -> SegmentReport.Curves {
    SegmentReport.Curves(
      kDistance: search.kDistance,
      elbow: search.elbow,
      silhouetteProfiles: chosen.map { profiles(search, groups, of: $0) } ?? [],
      dendrogram: search.dendrogram,
    )
  }

  /// 200 values a segment, taken evenly from its sorted silhouettes.
  private func profiles(
    _ search: SearchOutcome,
    _ groups: SegmentGroups,
    of trial: Int,
  ) -> [SegmentReport.SilhouetteProfile] {
    let rows = search.scoredRows ?? Array(groups.ids.indices)
    var values = [[Double]](repeating: [], count: groups.count + 1)
    for (place, row) in rows.enumerated() {
      values[groups.ids[row]].append(search.silhouettes[trial][place])
    }
    return (1...max(1, groups.count)).prefix(groups.count).map { id in
      let summary = Summary(values[id])
      return SegmentReport.SilhouetteProfile(
        segment: id,
        values: (0..<200).map { summary.quantile(1 - Double($0) / 199) },
        mean: summary.mean,
        negativeShare: Double(summary.count(below: 0)) / Double(max(1, summary.count)),
      )
    }
  }

  private func facts(
    of choice: Choice,
    _ search: SearchOutcome,
  ) -> SegmentReport.ChoiceFacts {
    let trial = choice.trial.map { search.trials[$0] }
    return SegmentReport.ChoiceFacts(
      method: trial?.method ?? "none",
      parameters: trial?.parameters ?? [:],
      k: trial?.k,
      rule: choice.rule,
      numbers: choice.numbers,
      why: choice.why,
      structure: choice.structure,
    )
  }
}
