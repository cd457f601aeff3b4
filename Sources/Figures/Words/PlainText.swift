/// Text of a user's, made fit to stand on one line of a picture.
enum PlainText {
  /// The text without what no line of print can show: line ends and tabs become spaces; other control
  /// characters, codes that turn the direction of the text around them, and codes that XML forbids are left out.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    // More than any picture has room for; what follows would be cut off anyway.
    for scalar in text.unicodeScalars.prefix(2000) {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
      case 0...0x1F, 0x7F...0x9F: continue
      case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
