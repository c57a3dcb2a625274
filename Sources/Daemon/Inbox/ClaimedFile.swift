/// A file that has left the inbox and waits in the work folder for its answer.
struct ClaimedFile {
  /// Names the file in the work folder; says nothing about its content.
  var token: String
  var note: ClaimNote
  var facts: FileFacts

  var fileName: FileName { FileName("c-" + token) }
  var noteName: FileName { FileName("n-" + token) }
  /// The name it had in the inbox.
  var name: FileName { FileName(bytes: note.name) }
}
