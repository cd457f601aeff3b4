/// How many cells of a console text takes.
enum CellWidth {
  /// The sum over the characters of a line.
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The same for a line with ``TerminalStyle``'s control sequences, which take no room.
  static func ofColoured(_ line: String) -> Int {
    var isControl = false
    return line.reduce(0) { width, character in
      if character == "\u{1B}" { isControl = true }
      defer { if character == "m" { isControl = false } }
      return isControl ? width : width + of(character)
    }
  }

  /// 0 for marks that combine and characters that do not show, 2 for emoji and East Asian wide ones, otherwise 1.
  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    let isEmoji = character.unicodeScalars.contains {
      $0.properties.isEmojiPresentation || $0.value == 0xFE0F
    }
    return isEmoji || wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The line, cut and ended with an ellipsis if it takes more than some cells.
  static func clipped(_ text: String, to cells: Int) -> String {
    guard of(text) > cells else { return text }
    guard cells > 0 else { return "" }
    var room = cells - 1
    let kept = text.prefix { character in
      room -= of(character)
      return room >= 0
    }
    return kept + "…"
  }

  /// The blocks of Unicode's East Asian wide and full-width characters (Unicode Annex 11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
  ]
}
