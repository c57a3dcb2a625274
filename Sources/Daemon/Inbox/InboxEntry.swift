/// Something that lies in the inbox, and whether it would be taken.
struct InboxEntry {
  /// Where it lies: the name of a dataset's folder, or the inbox itself.
  var folder: FileName?
  var name: FileName
  var facts: FileFacts
  /// Why it is left alone, or nothing for a file that is taken when it has settled.
  var skipped: SkipReason?

  var place: InboxPlace { InboxPlace(folder: folder, name: name) }
}

/// A name in the inbox or in one of its folders.
struct InboxPlace: Hashable, Comparable, Sendable {
  var folder: FileName?
  var name: FileName

  /// The path below the inbox, safe to show.
  var shown: String {
    folder.map { $0.shown + "/" + name.shown } ?? name.shown
  }

  static func < (left: InboxPlace, right: InboxPlace) -> Bool {
    (left.folder ?? FileName(""), left.name) < (right.folder ?? FileName(""), right.name)
  }
}

/// Why something in the inbox is left alone.
package enum SkipReason: Equatable, Sendable {
  case ignoredName, link, notAFile, severalNames, folderName, noMarker, waiting(WaitReason)

  package var sentence: String {
    switch self {
    case .ignoredName: "Its name is on the list of names that are never taken."
    case .link: "It is a symbolic link; links are not followed."
    case .notAFile: "It is a pipe, a device or a socket, not a file."
    case .severalNames: "The file has a second name (a hard link); copy it instead."
    case .folderName: "A folder must be named like a dataset: a-z, 0-9, `_` and `-`."
    case .noMarker: "It waits for the file that says that it is complete (`done-marker`)."
    case .waiting(let reason): reason.sentence
    }
  }
}

/// What a file that will be taken is still waiting for.
package enum WaitReason: Equatable, Sendable {
  case settling, beingWritten, noFinalNewline, empty, unreadable

  package var sentence: String {
    switch self {
    case .settling: "It has changed a moment ago, or has only just been seen."
    case .beingWritten: "A program is still writing to it."
    case .noFinalNewline: "Its last line has no end yet; it is taken after one more wait."
    case .empty: "It is empty; it is refused if it stays so."
    case .unreadable: "It may not be read; give segmentd permission to."
    }
  }
}
