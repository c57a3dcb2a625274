import Plots

/// A block with its place on a page.
struct PlacedBlock {
  let picture: Picture
  /// How many of the twelve columns it takes.
  let columns: Int
  let scene: Scene
  var corner: Point

  var rect: Rect { Rect(origin: corner, size: scene.size) }
}
