/// Makes PNG files of scenes, one after another; another thread packs what was drawn.
struct PNGPress {
  /// How many fields of dots there are at most: one is drawn on, one is packed, one waits.
  private static let mostFields = 3

  private struct Field {
    let surface: CairoSurface
    let size: Size
    /// The color of all its dots once they are packed.
    let paper: UInt32
    /// The piece of work that packs what is on the field.
    let piece: Int
  }

  private let painter: PNGPainter
  private let companion: Companion<Result<[UInt8], PlotError>>
  /// Fresh memory for each page would take as long as drawing on it.
  private var fields: [Field] = []
  /// The pieces of work whose values are the files, in order.
  private(set) var pieces: [Int] = []

  init(_ painter: PNGPainter, with companion: Companion<Result<[UInt8], PlotError>>) {
    self.painter = painter
    self.companion = companion
  }

  /// Draws a scene and has it packed.
  mutating func add(_ scene: Scene, measure: TextMeasure) throws(PlotError) {
    let paper = PNGPainter.paper(of: scene)
    var free: CairoSurface?
    if fields.count == Self.mostFields {
      let oldest = fields.removeFirst()
      _ = companion.value(of: oldest.piece)
      if (oldest.size, oldest.paper) == (scene.size, paper) { free = oldest.surface }
    }
    let drawn = if let free { free } else { try painter.surface(for: scene) }
    try painter.draw(scene, on: drawn, measure: measure)
    // Nobody is at the field before the value of this piece was asked for, and pieces are done only once: no two
    // threads are at it at the same time.
    nonisolated(unsafe) let surface = drawn
    let painter = painter
    let piece = companion.add {
      Result { () throws(PlotError) -> [UInt8] in
        try unsafe painter.pack(surface, leaving: paper)
      }
    }
    fields.append(Field(surface: drawn, size: scene.size, paper: paper, piece: piece))
    pieces.append(piece)
  }
}
