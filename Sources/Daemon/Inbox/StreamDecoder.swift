/// Unpacks a stream of bytes piece by piece; parts of it that follow each other count as one.
protocol StreamDecoder: AnyObject {
  /// Unpacks bytes of `input` into `block` from `start` on, as far as both reach.
  ///
  /// Says how many bytes were used and how many made; neither means that more input is needed.
  func decode(
    _ input: ArraySlice<UInt8>,
    into block: inout [UInt8],
    from start: Int
  )
    throws(StreamFault) -> (used: Int, made: Int)

  /// How many parts (members, frames) were unpacked to their end.
  var finishedParts: Int { get }

  /// Whether a part has begun that has not ended.
  var isInsidePart: Bool { get }
}

/// What is wrong with a packed stream.
enum StreamFault: Error, Equatable {
  /// The stream does not begin as its format does.
  case otherFormat
  /// The stream contradicts itself, or its checksum is not right.
  case damaged
  /// The stream ends inside a part.
  case cutOff
  /// After the end of a part stands something that is none.
  case followedByOther
  /// Unpacking would need more memory than is given.
  case tooMuchMemory
  /// The unpacked bytes are packed again.
  case packedTwice
  /// More than so many parts follow each other.
  case tooManyParts(limit: Int)
  /// More than so many bytes come out for each that goes in.
  case grows(limit: Int)
  /// More than so many bytes come out.
  case tooLong(limit: Int)
}
