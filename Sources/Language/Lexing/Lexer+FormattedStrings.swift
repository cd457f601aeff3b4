/// Python's `f"…"`, answered with the text that it means.
extension Lexer {
  /// At the quote of `f"loss {loss:.3f}"`: what to write for it; nil for a text that says too much to repeat.
  var formattedString: String? {
    let quote = peek(0)
    let line = bytes[position + 1..<min(limit, position + 60)].prefix { $0 != UInt8(ascii: "\n") }
    guard let end = line.firstIndex(of: quote), peek(1) != quote else { return nil }
    var text = Substring(source[Span(position + 1, end)])
    guard text.contains("{"), !text.contains("{{"), !text.contains("\\"), !text.contains("\"") else {
      return nil
    }
    var result = ""
    while let open = text.firstIndex(of: "{") {
      guard let close = text[open...].firstIndex(of: "}") else { return nil }
      let field = text[text.index(after: open)..<close].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let value = field.first, !value.isEmpty,
        !value.contains(where: { "{!=".contains($0) })
      else { return nil }
      result += "\(text[..<open])\\(\(value)\(Self.precision(field.dropFirst().first)))"
      text = text[text.index(after: close)...]
    }
    return "write `\"\(result + text)\"`"
  }

  /// `, decimals: 3` for Python's `.3f`, `, digits: 3` for `.3g` and `.3e`, and nothing for all else.
  private static func precision(_ format: Substring?) -> String {
    guard let format, let point = format.firstIndex(of: "."), let kind = format.last,
      let count = Int(format[format.index(after: point)...].dropLast())
    else { return "" }
    switch kind {
    case "f": return ", decimals: \(count)"
    case "g", "e": return ", digits: \(count)"
    default: return ""
    }
  }
}
