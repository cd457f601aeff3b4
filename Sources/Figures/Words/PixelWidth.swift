/// How wide text is in a sans-serif font, near enough to lay out a picture without asking a font.
enum PixelWidth {
  /// How much wider the same text is in bold.
  static let bold = 1.2

  /// The width of a line in pixels at a font size in pixels. Errs on the wide side.
  static func of(_ text: String, size: Double) -> Double {
    text.reduce(0) { $0 + ems($1) } * size
  }

  /// The line, cut and ended with an ellipsis if it is wider than some pixels.
  static func fitted(_ text: String, to width: Double, size: Double) -> String {
    guard of(text, size: size) > width else { return text }
    var room = width - size
    let kept = text.prefix { character in
      room -= ems(character) * size
      return room >= 0
    }
    return String(kept) + "…"
  }

  /// A character's advance in ems, between that of Arial and that of DejaVu Sans.
  private static func ems(_ character: Character) -> Double {
    switch CellWidth.of(character) {
    case 0: return 0
    case 2: return 1
    default: break
    }
    switch character {
    case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!", " ": return 0.31
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": return 0.39
    case "m", "w", "M", "W", "@", "%", "…": return 0.92
    case "0"..."9": return 0.6
    default: return character.isUppercase ? 0.7 : 0.6
    }
  }
}
