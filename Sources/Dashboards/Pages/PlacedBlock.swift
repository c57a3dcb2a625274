import Plots

/// A block with its place on a page.
struct PlacedBlock {
  var picture: Picture
  /// How many of the twelve columns it takes.
  let columns: Int
  var scene: Scene
  var corner: Point

  var rect: Rect { Rect(origin: corner, size: scene.size) }
}
