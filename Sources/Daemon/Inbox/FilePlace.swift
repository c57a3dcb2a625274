/// Where a file lies: a name in an open folder.
struct FilePlace {
  var folder: Folder
  var name: FileName
  /// Links are followed only where a person named the file.
  var followsLinks = false

  func open() throws -> OpenFile {
    try folder.open(name, followingLinks: followsLinks)
  }
}
