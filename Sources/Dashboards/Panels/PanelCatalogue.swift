/// All panels, found by the name that templates use.
enum PanelCatalogue {
  /// Every panel there is.
  static let all: [any Panel] = [
    KeyFiguresPanel(), SharesPanel(), ShareStripsPanel(), ShareVersusValuePanel(),
    SegmentSizePanel(), FindingsPanel(), DistributionsPanel(), WhoTheyArePanel(),
    CheckLinePanel(), StatisticsTablePanel(), ConcentrationPanel(), ValueLadderPanel(),
    HistogramPanel(),
    ProfileHeatmapPanel(), SegmentCardPanel(), HistogramBySegmentPanel(), BoxPanel(),
    BoxenPanel(), RidgelinePanel(), ECDFPanel(), RaincloudPanel(), DotIntervalPanel(),
    CompositionPanel(),
    FeatureBarsPanel(), DumbbellPanel(), PairTablePanel(), CorrelationPanel(),
    StrongestPairsPanel(), RankCorrelationPanel(), PairwiseCorrelationPanel(), PairPlotPanel(),
    HexbinPanel(), CustomerMapPanel(), MapSegmentsPanel(),
    LoadingsPanel(),
    ScoresPanel(), SilhouettePanel(), ChoicePanel(), MethodTablePanel(), GroupSizesPanel(),
    KDistancePanel(), DendrogramPanel(), MethodMapsPanel(), RejectedRowsPanel(),
    QualityTablePanel(), MissingPanel(),
    ColumnsPanel(),
    MethodsTextPanel(), GlossaryPanel(), SettingsPanel(), ScalingTablePanel(),
    ArrivalsPanel(), MigrationPanel(), TransitionPanel(), LargestMovesPanel(), ContinuityPanel(),
    TrendPanel(), ValueTrendPanel(), RunTablePanel(), DriftPanel(), DriftBinsPanel(),
    SegmentTotalsPanel(), DiffBarPanel(), SegmentStatisticsPanel(), SegmentMeasurePanel(),
    SegmentCorrelationPanel(), SegmentComponentsPanel(), SegmentPairsPanel(),
    ScoreTablePanel(), RFMGridPanel(), NamedGroupsPanel(), MeaningTablePanel(),
    TextPanel(),
    ContentsPanel(), SegmentKeyPanel(),
  ]

  /// The names of all panels, in order.
  static let names = all.map { type(of: $0).id }

  private static let byName = Dictionary(
    all.map { (type(of: $0).id, $0) },
    uniquingKeysWith: { one, _ in one }
  )

  /// The panel of a name.
  static func panel(named name: String) -> (any Panel)? { byName[name] }
}
