extension String {
  /// How many columns of a terminal the text takes: wide for East Asian characters and emoji, none for
  /// combining marks.
  package var displayWidth: Int {
    reduce(0) { width, character in
      guard let scalar = character.unicodeScalars.first else { return width }
      // A character is as wide as its base; one that is only a mark stands on the character before.
      if scalar.value < 0x300 { return width + (character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1) }
      let isWide =
        scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}")
        || wideRanges.contains { $0.contains(scalar.value) }
      return width + (isWide ? 2 : isZeroWidth(scalar) ? 0 : 1)
    }
  }

  /// The text as it can be shown: tabs as four spaces, and a visible substitute for whatever would move the
  /// cursor, change colours or turn the direction of writing.
  package var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\t": result += "    "
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value: result += "·"
      case "\u{200B}", "\u{200C}", "\u{200E}", "\u{200F}", "\u{2028}"..."\u{202E}",
        "\u{2060}"..."\u{206F}", "\u{FEFF}":
        result += "·"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: true
  default: scalar == "\u{200D}"
  }
}

private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
