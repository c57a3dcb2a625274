import Foundation
import Segments
import Testing

@testable import Daemon

@Suite("Packed files")
struct DecodedStreamTests {
  private static let text = Array((0..<40_000).map { "\($0),\($0 * 7 % 101)\n" }.joined().utf8)

  /// Everything that comes out, asked for in blocks of this size.
  private func unpacked(
    _ packed: [UInt8],
    _ compression: Compression,
    block: Int = 4099,
    limits: LimitSettings? = nil,
  ) throws -> [UInt8] {
    let limits = try limits ?? read("").limits
    let open = Export(name: "", bytes: packed).open
    let blocks = ContentReader.unpacked(try open(), compression, of: .table, limits)
    var buffer = [UInt8](repeating: 0, count: block)
    var bytes: [UInt8] = []
    while true {
      let count = try blocks(&buffer)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private func refusal(
    _ packed: [UInt8],
    _ compression: Compression,
    limits: LimitSettings? = nil,
  ) -> Refusal? {
    do {
      _ = try unpacked(packed, compression, limits: limits)
      return nil
    } catch let failure as ReadFailure {
      return failure.refusal
    } catch {
      return nil
    }
  }

  @Test("give back what was packed, for any size of block", arguments: Compression.allCases)
  func roundTrip(_ compression: Compression) throws {
    let packed = try Packing.pack(Self.text, compression)
    #expect(packed.count < Self.text.count / 2)
    for block in [1, 7, 4096, 1 << 20] {
      let bytes = try unpacked(
        block == 1 ? Packing.pack([9, 8, 7], compression) : packed,
        compression,
        block: block
      )
      #expect(bytes == (block == 1 ? [9, 8, 7] : Self.text))
    }
    #expect(try unpacked(Packing.pack([], compression), compression).isEmpty)
  }

  @Test("may consist of several parts", arguments: Compression.allCases)
  func parts(_ compression: Compression) throws {
    let parts = try [Self.text, [], [1], Self.text].map { try Packing.pack($0, compression) }
    #expect(try unpacked(Array(parts.joined()), compression) == Self.text + [1] + Self.text)
  }

  @Test("are refused wherever they are cut off", arguments: Compression.allCases)
  func cutOff(_ compression: Compression) throws {
    let packed = try Packing.pack(Array(Self.text.prefix(3000)), compression)
    for count in 1..<packed.count {
      let refusal = refusal(Array(packed[..<count]), compression)
      #expect(refusal?.what == "The packed file ends in the middle of its content.", "\(count)")
    }
  }

  @Test(
    "are refused whatever byte is changed, or read as they were",
    arguments: Compression.allCases
  )
  func damaged(_ compression: Compression) throws {
    let text = Array(Self.text.prefix(2000))
    let packed = try Packing.pack(text, compression)
    var refused = 0
    for place in packed.indices {
      var damaged = packed
      damaged[place] ^= 0x41
      do {
        let bytes = try unpacked(damaged, compression)
        // The header has fields that say nothing about the content, such as its time.
        #expect(bytes == text, "byte \(place)")
      } catch {
        let refusal = (error as? ReadFailure)?.refusal
        #expect(refusal?.toDo.isEmpty == false, "byte \(place)")
        refused += 1
      }
    }
    #expect(refused > packed.count - 12)
  }

  @Test("are refused if they are not what their name says", arguments: Compression.allCases)
  func otherFormat(_ compression: Compression) {
    let refusal = refusal(Array("a,b\n1,2\n".utf8), compression)
    #expect(refusal?.what.contains("name ends in \(compression.rawValue), but") == true)
    #expect(refusal?.place == "first bytes")
  }

  @Test("are refused if something else follows", arguments: Compression.allCases)
  func trailing(_ compression: Compression) throws {
    let packed = try Packing.pack(Self.text, compression)
    let refusal = refusal(packed + Array("a,b\n".utf8), compression)
    #expect(refusal?.what == "After the end of the packed content stand other bytes.")
    #expect(refusal?.place == "byte \(packed.count) of the packed file")
  }

  @Test("are refused if they are packed twice", arguments: Compression.allCases)
  func nested(_ compression: Compression) throws {
    for inner in Compression.allCases {
      let packed = try Packing.pack(Packing.pack(Self.text, inner), compression)
      #expect(refusal(packed, compression)?.what == "The file is packed twice.")
    }
  }

  @Test(
    "are refused if they grow too much, before they fill the memory",
    arguments: Compression.allCases
  )
  func bomb(_ compression: Compression) throws {
    let zeros = [UInt8](repeating: 48, count: 1 << 20)
    let part = try Packing.pack(zeros, compression)
    let bomb = Array(repeatElement(part, count: 40).joined())
    let refusal = refusal(bomb, compression)
    #expect(refusal?.what == "The file grows to more than 300 times its size when it is unpacked.")
    #expect(refusal?.toDo.contains("limits.ratio") == true)
    var limits = try read("limits: {ratio: 1000000, expanded: 1MiB}").limits
    let tooLong = self.refusal(bomb, compression, limits: limits)
    #expect(tooLong?.what == "Unpacked, the file has more than the 1 MiB allowed.")
    limits.expandedBytes = 64 << 20
    let bytes = try unpacked(bomb, compression, block: 1 << 20, limits: limits)
    #expect(bytes.count == 40 << 20)
  }

  @Test("are refused if they have ten thousand parts", arguments: Compression.allCases)
  func manyParts(_ compression: Compression) throws {
    let part = try Packing.pack([], compression)
    let packed = Array(repeatElement(part, count: 10_001).joined())
    #expect(
      refusal(packed, compression)?.what == "The packed file consists of more than 10000 parts."
    )
  }

  @Test("are refused if unpacking asks for gigabytes of memory")
  func window() {
    // The header of a frame with a window of 2 GiB, and the start of a block.
    let header: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, 0x01, 0, 0, 0]
    let refusal = refusal(header, .zstandard)
    #expect(refusal?.what == "Unpacking the file would need more than 128 MiB of memory.")
  }

  @Test("are told by the end of their name, capitals aside")
  func names() {
    #expect(Compression(of: FileName("a.CSV.GZ")) == .gzip)
    #expect(Compression(of: FileName("a.tsv.zst")) == .zstandard)
    #expect(Compression(of: FileName("a.csv")) == nil)
  }

  @Test("blame the disk if the disk is to blame")
  func disk() throws {
    let blocks: Export.Blocks = { (_: inout [UInt8]) throws(ReadFailure) -> Int in
      throw ReadFailure(code: 5, words: "the device reports an input/output error")
    }
    let stream = try DecodedStream(blocks, .gzip, of: .table, limits: read("").limits)
    var block = [UInt8](repeating: 0, count: 10)
    #expect(throws: ReadFailure(code: 5, words: "the device reports an input/output error")) {
      try stream.read(into: &block)
    }
  }
}
