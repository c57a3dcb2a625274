/// All rules of the linter, in the order of the checklist.
enum LintCatalogue {
  static let all: [any LintRule] = [
    TextOverlapRule(), TextCutRule(), MissingGlyphRule(), SmallTextRule(), UprightTextRule(),
    ShortenedTextRule(), TextContrastRule(), LetterSpacingRule(), PlainWordsRule(), WidowRule(),
    BarsFromZeroRule(), RoundTicksRule(), AxisTitleRule(), OneUnitRule(), LogScaleRule(),
    SharedScalesRule(), ClippedDataRule(), TrueScaleRule(),
    SegmentColorRule(), NotColorAloneRule(), MarkContrastRule(), FewColorsRule(),
    DivergingMiddleRule(), UnassignedRule(), NeighborGapRule(), DensityRule(),
    CountShownRule(), StatisticNamedRule(), ExclusionRule(), SharesAddUpRule(), SampleRule(),
    TrueSentenceRule(),
    OneMessageRule(), GridRule(), EmptyBlockRule(), PageFrameRule(), PDFRule(), FileRule(),
  ]

  /// What breaks any of them, page by page, then in the order of the checklist.
  static func faults(in book: LintedBook) -> [LintFault] {
    let faults = all.flatMap { $0.faults(in: book) }
    return faults.enumerated().sorted { one, other in
      let left = (one.element.page ?? .max, one.element.point, one.offset)
      return left < (other.element.page ?? .max, other.element.point, other.offset)
    }.map(\.element)
  }
}
