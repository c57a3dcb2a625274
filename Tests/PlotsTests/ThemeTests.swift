import Testing

@testable import Plots

@Suite("Theme")
struct ThemeTests {
  @Test("keeps texts readable and areas visible", arguments: [Theme.light, Theme.dark])
  func contrast(theme: Theme) {
    for color in [
      theme.ink, theme.secondary, theme.tertiary, theme.better, theme.worse, theme.ok,
      theme.check, theme.problem, theme.single,
    ] {
      #expect(color.contrast(to: theme.page) >= 4.5, "\(color)")
    }
    for segment in theme.segments + [theme.noise, theme.other] {
      #expect(segment.text.contrast(to: theme.page) >= 4.49, "\(segment.letter)")
      #expect(segment.ink.contrast(to: segment.fill) >= 4.49, "\(segment.letter)")
    }
    for segment in theme.segments {
      #expect(segment.fill.contrast(to: theme.page) >= 2.99, "\(segment.letter)")
    }
  }

  @Test("has ink for every step of its scales", arguments: [Theme.light, Theme.dark])
  func scales(theme: Theme) {
    for scale in [theme.sequentialScale(0, 8), theme.divergingScale(5)] {
      for value in stride(from: scale.low, through: scale.high, by: 0.5) {
        #expect(scale.ink(on: value).contrast(to: scale.color(of: value)) >= 4.3)
      }
    }
  }

  @Test("puts zero in the middle of diverging colors")
  func zero() {
    #expect(Theme.light.divergingScale(2).step(of: 0) == 5)
    #expect(Theme.light.divergingScale(0).step(of: 3) == 5)
  }

  @Test("has letters beyond its colors, in grey")
  func letters() {
    #expect(Theme.light.segment(12).letter == "M")
    for theme in [Theme.light, .dark] {
      #expect(theme.segment(12).fill.contrast(to: theme.page) >= 3)
      #expect(theme.segment(12).ink.contrast(to: theme.segment(12).fill) >= 4.5)
    }
    #expect(Theme.letter(26) == "AA")
    #expect(Theme.light.segment(-1).letter == Theme.light.noise.letter)
  }

  @Test("gives both themes the same names")
  func names() {
    #expect(Theme.light.namedColors.map(\.name) == Theme.dark.namedColors.map(\.name))
  }
}
