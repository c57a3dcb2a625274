package import Segments

/// A file a person has named on the command line.
package enum InputFile {
  /// The file as the pipeline wants it, and the settings of the dataset its name belongs to.
  package static func export(
    _ path: String,
    settings: Settings,
    surroundings: Surroundings = .real,
  ) throws(Failure) -> (export: Export, dataset: DatasetSettings) {
    do {
      let (folder, name) = try place(path)
      // Opened once here, so that a missing file is an error of the path and not of a first
      // reading.
      let place = FilePlace(folder: folder, name: name, followsLinks: true)
      _ = try place.open()
      let export = ContentReader.export(
        place,
        droppedAs: name,
        day: surroundings.today(),
        limits: settings.limits
      ).allowing(settings.limits.allowance(nil))
      let dataset = DatasetNaming.dataset(of: name, folder: nil, among: settings.datasets)
      return (export, settings.dataset(dataset))
    } catch let failure as FileFailure {
      throw Failure(DaemonError.input(failure))
    } catch {
      throw Failure(error)
    }
  }

  /// The folder a path leads to, and the name in it.
  static func place(_ path: String) throws -> (Folder, FileName) {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      return (try Folder(at: "."), FileName(path))
    }
    let above = String(decoding: bytes[...slash], as: UTF8.self)
    return (try Folder(at: above), FileName(bytes: Array(bytes[(slash + 1)...])))
  }
}
