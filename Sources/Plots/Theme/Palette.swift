/// The colors of the house as numbers, in the order of the letters A to L.
///
/// Computed for this product: every light fill reaches 3:1 on white, and the first eight stay
/// apart for readers with any color vision.
enum Palette {
  /// The four colors of one segment.
  struct SegmentRow: Sendable {
    let fill: UInt32
    let text: UInt32
    let tint: UInt32
    let ink: UInt32

    init(_ fill: UInt32, _ text: UInt32, _ tint: UInt32, _ ink: UInt32) {
      self.fill = fill
      self.text = text
      self.tint = tint
      self.ink = ink
    }
  }

  static let light: [SegmentRow] = [
    SegmentRow(0x376DEB, 0x376DEB, 0xE3EBFC, 0xFFFFFF),  // A
    SegmentRow(0xD67E5B, 0xB15D3A, 0xF9EDE8, 0x1A1D23),  // B
    SegmentRow(0x116E56, 0x116E56, 0xDEEBE7, 0xFFFFFF),  // C
    SegmentRow(0xD62F7D, 0xD62F7D, 0xF9E2ED, 0xFFFFFF),  // D
    SegmentRow(0x24A0CC, 0x067DA2, 0xE0F2F8, 0x1A1D23),  // E
    SegmentRow(0x9B6C06, 0x9B6C06, 0xF1EADC, 0xFFFFFF),  // F
    SegmentRow(0x7E1BAA, 0x7E1BAA, 0xEDDFF3, 0xFFFFFF),  // G
    SegmentRow(0x971D08, 0x971D08, 0xF0DFDC, 0xFFFFFF),  // H
    SegmentRow(0x677647, 0x677647, 0xEAECE5, 0xFFFFFF),  // I
    SegmentRow(0x223251, 0x223251, 0xE0E2E7, 0xFFFFFF),  // J
    SegmentRow(0x5E402F, 0x5E402F, 0xE8E4E2, 0xFFFFFF),  // K
    SegmentRow(0x967C97, 0x856C86, 0xF0EDF0, 0x1A1D23),  // L
  ]
  static let dark: [SegmentRow] = [
    SegmentRow(0x77A2FC, 0x77A2FC, 0x263249, 0x12161C),  // A
    SegmentRow(0xE76612, 0xE76612, 0x3D261A, 0x12161C),  // B
    SegmentRow(0x3E9076, 0x3E9076, 0x1B2E2E, 0x12161C),  // C
    SegmentRow(0xFB93B1, 0xFB93B1, 0x412F3A, 0x12161C),  // D
    SegmentRow(0x59DFF8, 0x59DFF8, 0x203E48, 0x12161C),  // E
    SegmentRow(0xEDC831, 0xEDC831, 0x3E3A20, 0x12161C),  // F
    SegmentRow(0xA55CEC, 0xA55CEC, 0x2F2446, 0x12161C),  // G
    SegmentRow(0xB84D4B, 0xCC5F5C, 0x332125, 0xFFFFFF),  // H
    SegmentRow(0xB7D889, 0xB7D889, 0x333D32, 0x12161C),  // I
    SegmentRow(0x647498, 0x7181A6, 0x222935, 0xFFFFFF),  // J
    SegmentRow(0xC59B77, 0xC59B77, 0x36312E, 0x12161C),  // K
    SegmentRow(0xB087BD, 0xB087BD, 0x322D3C, 0x12161C),  // L
  ]
  static let lightSequential: [UInt32] = [
    0xE8F6FE, 0xB8DFF5, 0x84C8EB, 0x5DAADE, 0x3C8BD0, 0x276CBA, 0x184DA3, 0x18387B, 0x122555,
  ]
  static let darkSequential: [UInt32] = [
    0x1E2735, 0x25395B, 0x2E4B83, 0x3562A7, 0x3A7BCB, 0x3F9DDE, 0x51BFEE, 0x8CDEF2, 0xC8F9FC,
  ]
  static let lightDiverging: [UInt32] = [
    0x662703, 0x964512, 0xBF6C39, 0xDD9B6D, 0xEECBAC, 0xF4F4F3, 0xB5D8F3, 0x75B3E4, 0x4289CD,
    0x255EAC, 0x123780,
  ]
  static let darkDiverging: [UInt32] = [
    0xF7C790, 0xEC9E60, 0xCB733C, 0x9C5027, 0x663920, 0x2A2E35, 0x2E466E, 0x3A67AC, 0x4692DA,
    0x68BEF0, 0xA3E3F8,
  ]
}
