import Testing

@testable import Plots

@Suite("Text measure")
struct TextMeasureTests {
  let measure = TextMeasure()
  let body = TypeScale.print[.body]

  @Test("agrees with the widths the design was planned with")
  func widths() {
    let axis = TypeScale.print[.axis]
    #expect(abs(measure.width("High-value loyal customers", style: axis) - 96) < 0.5)
    #expect(abs(measure.width("1,234,567", style: axis.proportionalFigures) - 34.6) < 0.2)
  }

  @Test("does not round letters to whole dots")
  func unrounded() {
    let one = measure.width("i", style: body)
    #expect(abs(measure.width("iiiiiiiiii", style: body) - 10 * one) < 0.05)
    #expect(one != one.rounded())
  }

  @Test("makes all digits equally wide in tables only")
  func figures() {
    let axis = TypeScale.print[.axis]
    #expect(measure.width("111", style: axis) == measure.width("444", style: axis))
    #expect(measure.width("111", style: body) < measure.width("444", style: body))
  }

  @Test("wraps into lines that fit and lose no word")
  func wrapping() {
    let text = "Active savers visit most and get the largest discounts of all"
    let lines = measure.wrap(text, width: 90, style: body)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { measure.width($0, style: body) <= 90.02 })
    #expect(lines.joined(separator: " ") == text)
    #expect(measure.wrap(text, width: 90, style: body, maxLines: 2).last?.hasSuffix("…") == true)
    #expect(measure.wrap("", width: 90, style: body).isEmpty)
    #expect(measure.wrap("Donaudampfschifffahrt", width: 30, style: body).count > 2)
  }

  @Test("shortens at the end or in the middle")
  func ellipsis() {
    let text = "A very long name of a segment 17"
    let end = measure.ellipsized(text, width: 60, style: body)
    let middle = measure.ellipsized(text, width: 60, style: body, at: .middle)
    #expect(end.hasPrefix("A very") && end.hasSuffix("…"))
    #expect(middle.hasPrefix("A") && middle.hasSuffix("17"))
    #expect(measure.width(end, style: body) <= 60)
    #expect(measure.width(middle, style: body) <= 60)
    #expect(measure.ellipsized(text, width: 0, style: body) == "…")
  }

  @Test("counts letters that no font can show and draws squares for them")
  func unknown() {
    let text = "a\u{10FFFD}b"
    #expect(measure.metrics(of: text, style: body).unknownGlyphs == 1)
    #expect(measure.drawable(text, style: body) == "a□b")
    #expect(measure.metrics(of: "abc", style: body).unknownGlyphs == 0)
  }
}
