/// What counts as a letter, a digit and a space.
extension Lexer {
  /// The byte `distance` ahead, or 0 past the end.
  func peek(_ distance: Int) -> UInt8 {
    position + distance < limit ? bytes[position + distance] : 0
  }

  func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// How many bytes of white space begin at an offset: 0 where none does.
  ///
  /// Spaces of typography, as copied from web pages and papers, are spaces too.
  func spaceLength(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where offset + 1 < limit && bytes[offset + 1] == 0xA0: 2
    case 0xE2 where offset + 2 < limit && isTypographicSpace(bytes[offset + 1], bytes[offset + 2]): 3
    case 0xE3 where offset + 2 < limit && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80: 3
    case 0xEF where offset + 2 < limit && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF: 3
    default: 0
    }
  }

  /// U+2000…U+200A and U+202F.
  private func isTypographicSpace(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (third <= 0x8A || third == 0xAF)
  }

  /// The Unicode scalar at an offset and its length in bytes.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard offset < limit else { return nil }
    let byte = bytes[offset]
    if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard offset + length <= limit else { return nil }
    let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
    return text.unicodeScalars.first.map { ($0, length) }
  }

  func isIdentifierStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "_", "∂", "∇": true
    default: scalar.value >= 0x80 && scalar.properties.isAlphabetic && !isSuperscript(scalar)
    }
  }

  func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if isIdentifierStart(scalar) { return true }
    switch scalar {
    case "0"..."9", "₀"..."₉", "′", "\u{300}"..."\u{36F}": return true
    default: return false
    }
  }

  /// Superscripts are powers to a reader, so they are not part of a name.
  func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "²", "³", "¹", "⁰"..."ⁿ": true
    default: false
    }
  }

  /// Whether a line break, or the text's end, stands at an offset.
  func endsLine(at offset: Int) -> Bool {
    if offset >= limit { return true }
    let next = bytes[offset] == UInt8(ascii: "\r") && offset + 1 < limit ? bytes[offset + 1] : bytes[offset]
    return next == UInt8(ascii: "\n")
  }

  /// The offset of the line break that ends the current line, or of the text's end.
  func endOfLine(from offset: Int) -> Int {
    var end = offset
    while end < limit, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > offset, end < limit, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }
}
