import Plots
import Segments

extension Variable {
  /// The value in a report; nil where there is none or it may not be shown.
  func value(in reading: Reading, each: Portrait?) -> ReportValue? {
    switch self {
    case .report(let fact): fact.value(in: reading)
    case .run(let fact): fact.value(in: reading)
    case .quality(let fact): fact.value(in: reading)
    case .finding(let number):
      Sentences(reading: reading).all.dropFirst(number - 1).first.map { .text($0.text) }
    case .findingOf(let id): Sentences(reading: reading).first(of: id).map { .text($0) }
    case .statistic(let statistic, let name):
      reading.measure(name).flatMap { measure in
        measure.facts.n > 0 ? .measured(statistic.value(of: measure.facts), measure) : nil
      }
    case .segment(let which, let fact):
      which.portrait(in: reading, each: each).flatMap { fact.value(of: $0, in: reading) }
    case .segmentStatistic(let which, let statistic, let name):
      which.portrait(in: reading, each: each).flatMap { portrait in
        reading.measure(name).flatMap { measure in
          portrait.value(of: measure).map { .measured(statistic.value(of: $0), measure) }
        }
      }
    }
  }
}

extension Variable.ReportFact {
  fileprivate func value(in reading: Reading) -> ReportValue? {
    let report = reading.report
    return switch self {
    case .title: .text(DashboardTitle.text(of: reading))
    case .dataset: .text(MeasureLabels.readable(report.dataset))
    case .customers: .count(report.customers)
    case .orders: report.orders.map { .count($0) }
    case .value: reading.value.map { .measured(reading.amount(of: $0), $0) }
    case .currency: reading.format.currency.map { .text($0) }
    case .period: reading.dates.map { .text($0) }
    case .from: report.period.flatMap { Day(iso: $0.from) }.map { .day($0) }
    case .to: report.period.flatMap { Day(iso: $0.to) }.map { .day($0) }
    case .segments: reading.segments.isEmpty ? nil : .list(reading.segments.map(\.name))
    }
  }
}

extension Variable.RunFact {
  fileprivate func value(in reading: Reading) -> ReportValue? {
    let report = reading.report
    return switch self {
    case .id: reading.presentation.runName.isEmpty ? nil : .text(reading.presentation.runName)
    case .asOf: report.asOf.flatMap(Day.init(iso:)).map { .day($0) }
    case .method: reading.words.find("method." + report.choice.method).map { .text($0) }
    case .segments: .count(reading.segments.count)
    case .silhouette: Verdict(reading: reading).chosen?.silhouette.map { .number($0) }
    }
  }
}

extension Variable.QualityFact {
  fileprivate func value(in reading: Reading) -> ReportValue? {
    let rows = reading.report.rows
    return switch self {
    case .read: .count(rows.read)
    case .kept: .count(rows.kept)
    case .left: .count(rows.read - rows.kept)
    case .open: .count(reading.report.quality.checks.count { $0.status != "ok" })
    }
  }
}

extension Variable.Statistic {
  fileprivate func value(of facts: SegmentReport.Feature) -> Double {
    self == .median ? facts.median : facts.mean
  }

  fileprivate func value(of facts: SegmentReport.SegmentFeature) -> Double {
    self == .median ? facts.median : facts.mean
  }
}

extension Variable.Which {
  func portrait(in reading: Reading, each: Portrait?) -> Portrait? {
    switch self {
    case .each: each
    case .top:
      reading.segments.max { one, other in
        let (left, right) = (Self.weight(of: one), Self.weight(of: other))
        return left == right ? one.id > other.id : left < right
      }
    case .letter(let letter): reading.segments.first { $0.letter == letter }
    case .name(let name): reading.segments.first { $0.name == name || $0.facts.name == name }
    }
  }

  private static func weight(of portrait: Portrait) -> Double {
    portrait.facts.valueShare ?? portrait.facts.share
  }
}

extension Variable.SegmentFact {
  /// Of a segment that is too small to show values only its name and size are told.
  fileprivate func value(of portrait: Portrait, in reading: Reading) -> ReportValue? {
    let facts = portrait.facts
    switch self {
    case .name: return .text(portrait.name)
    case .letter: return .text(portrait.letter)
    case .customers where portrait.isHidden: return .text(reading.cell(portrait.size))
    case _ where portrait.isHidden: return nil
    case .customers: return .count(portrait.size)
    case .share: return .share(facts.share)
    case .value:
      return reading.value.flatMap { measure in facts.value.map { .measured($0, measure) } }
    case .valueShare: return facts.valueShare.map { .share($0) }
    case .change:
      let before = reading.report.migration?.from.first {
        $0.kind == "segment" && $0.id == portrait.id
      }
      return before.map { .number(Double(portrait.size - $0.size)) }
    case .stability: return facts.stability.map { .number($0) }
    case .advice: return portrait.actions.isEmpty ? nil : .list(portrait.actions)
    }
  }
}
