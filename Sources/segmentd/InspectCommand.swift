import ArgumentParser
import Daemon
import FoundationEssentials
import Segments

/// `segmentd inspect`: a dry run with the same parser.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a file is understood: what would be read, dropped and why.",
    discussion: "Writes nothing. Ends with 65 when a run would refuse the file.",
  )

  @Argument(help: "An export.")
  var file: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @Flag(help: "Print every record as the reader finds it, as JSON.")
  var cells = false

  @OptionGroup var folders: FolderOptions

  func validate() throws {
    if json, cells { throw ValidationError("--json and --cells print two different things.") }
  }

  func run() throws {
    let settings = try folders.settings()
    let output = StandardOutput()
    do {
      let (export, dataset) = try InputFile.export(file, settings: settings)
      if cells {
        let cells = try Inspection.cells(of: export, dataset.recipe.reading)
        try output.write(JSONText.of(cells) + "\n")
        return try output.flush()
      }
      let inspection = try Inspection.make(of: export, recipe: dataset.recipe)
      try output.write(
        json ? JSONText.of(inspection) + "\n" : InspectionText(inspection, dataset.name).text
      )
      try output.flush()
      if inspection.refused != nil { throw Daemon.ExitCode.badData.end }
    } catch let failure as Failure {
      throw failure.said()
    } catch let error as SegmentError {
      throw Failure(error, file: file).said()
    }
  }
}

/// Values as JSON with sorted keys.
enum JSONText {
  static func of(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
