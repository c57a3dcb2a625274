import Plots

/// Sorted values as an area in each band, largest first, from zero.
struct ProfileMark: Mark {
  /// The values of one band.
  struct Profile {
    let band: Int
    let values: [Double]
    let paint: Paint
  }

  let profiles: [Profile]

  var extent: MarkExtent {
    MarkExtent(x: profiles.flatMap(\.values) + [0], y: profiles.map { Double($0.band) })
  }

  func draw(in frame: PlotFrame, on scene: inout Scene) {
    let height = frame.y.bandWidth - 5
    let zero = frame.x.clampedPosition(0)
    for profile in profiles where profile.values.count > 1 {
      let top = frame.y.position(Double(profile.band)) - height / 2
      let last = Double(profile.values.count - 1)
      var points = [Point(zero, top)]
      for (index, value) in profile.values.enumerated() {
        points.append(
          Point(frame.x.clampedPosition(value), top + Double(index) / last * height)
        )
      }
      points.append(Point(zero, top + height))
      let look = profile.paint.look(in: frame.style.theme)
      scene.group(tag: look.letter) { scene in
        scene.add(.path(.polygon(points), fill: .color(look.fill)))
      }
    }
  }
}
