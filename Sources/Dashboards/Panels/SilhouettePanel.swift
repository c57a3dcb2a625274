import Plots
import Segments

/// How well customers sit in their segments: one sorted profile for each.
struct SilhouettePanel: Panel {
  static let id = "silhouette"

  func outcome(of reading: Reading, for subject: Subject) -> Outcome {
    let profiles = reading.report.curves.silhouetteProfiles.filter { !$0.values.isEmpty }
    guard reading.isSegmented, !profiles.isEmpty else {
      return .absent(reading.words("absent.silhouette"))
    }
    let known = profiles.compactMap { profile in
      reading.segment(profile.segment).map { (portrait: $0, profile: profile) }
    }
    let words = reading.words
    let pitch = known.count <= 5 ? 43.0 : known.count <= 9 ? 31 : 23
    var plot = Plot(
      x: .linear(words("silhouette.axis"), includesZero: true, cover: .whole),
      y: .band(
        known.map { label($0.portrait, $0.profile, reading) },
        trailingTitle: words("silhouette.columns")
      ),
      marks: [
        ProfileMark(
          profiles: known.enumerated().filter { !$1.portrait.isHidden }.map { band, row in
            .init(band: band, values: row.profile.values, paint: row.portrait.paint)
          }
        )
      ]
    )
    if let mean = Verdict(reading: reading).chosen?.silhouette {
      let text = words("silhouette.average", ["mean": reading.format.fixed(mean, decimals: 2)])
      plot.marks.append(RuleMark(.x, mean, label: text))
    }
    let (least, tallest) = (pitch * Double(known.count) + 50, 70 * Double(known.count) + 50)
    let size = Size(subject.width, subject.height(from: least, to: tallest))
    var picture = Picture(plot: plot.scene(size: size, style: reading.style.plot))
    picture.tallest = tallest
    describe(profiles, reading, &picture)
    return .picture(picture)
  }

  private func label(
    _ portrait: Portrait,
    _ profile: SegmentReport.SilhouetteProfile,
    _ reading: Reading
  ) -> BandLabel {
    let numbers = reading.words(
      "silhouette.row",
      [
        "mean": reading.format.fixed(profile.mean, decimals: 2),
        "word": reading.words("silhouette." + Verdict.word(for: profile.mean)),
        "negative": reading.format.percent(profile.negativeShare),
      ]
    )
    return BandLabel(
      portrait.name,
      note: reading.words("n", ["n": reading.cell(portrait.size)]),
      paint: portrait.paint,
      trailing: portrait.isHidden ? reading.style.few : numbers
    )
  }

  private func describe(
    _ profiles: [SegmentReport.SilhouetteProfile],
    _ reading: Reading,
    _ picture: inout Picture
  ) {
    let words = reading.words
    let known = profiles.compactMap { profile in
      reading.segment(profile.segment).map { (portrait: $0, profile: profile) }
    }.filter { !$0.portrait.isHidden }
    if let best = known.max(by: { $0.profile.mean < $1.profile.mean }),
      let worst = known.min(by: { $0.profile.mean < $1.profile.mean }),
      best.portrait.id != worst.portrait.id
    {
      picture.title = words(
        "silhouette.title",
        ["best": best.portrait.name, "worst": worst.portrait.name]
      )
    }
    picture.descriptor = words(
      "silhouette.desc",
      ["n": reading.format.integer(reading.report.customers)]
    )
    picture.notes = [words("silhouette.note")]
    picture.summary = known.map {
      "\($0.portrait.name): \(reading.format.fixed($0.profile.mean, decimals: 2))"
    }.joined(separator: "; ")
    picture.table = DataTable(
      [words("table.segment"), words("table.mean"), words("silhouette.negative")],
      known.map {
        [
          $0.portrait.letter + " " + $0.portrait.name,
          reading.format.fixed($0.profile.mean, decimals: 2),
          reading.format.percent($0.profile.negativeShare),
        ]
      }
    )
  }
}
