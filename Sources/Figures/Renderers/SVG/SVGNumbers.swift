/// Reads the numbers in gnuplot's attributes and writes them as briefly as a screen allows.
enum SVGNumbers {
  /// A number of pixels with two decimals at most.
  static func short(_ value: Double) -> String { GnuplotScript.number(value, 2) }

  /// Numbers separated by spaces or commas.
  static func list(_ text: String) throws(FigureError) -> String {
    var shortened: [UInt8] = []
    try append(text.utf8[...], to: &shortened)
    return String(decoding: shortened, as: UTF8.self)
  }

  /// The commands of a path: `M`, `L` and `Z`, with absolute coordinates. A letter that repeats is left out, as is
  /// the space before a letter.
  static func path(_ text: String) throws(FigureError) -> String {
    var result: [UInt8] = []
    var last = UInt8(ascii: " ")
    for word in text.utf8.split(whereSeparator: isSpace) {
      guard let letter = word.first else { continue }
      switch letter {
      case UInt8(ascii: "Z"), UInt8(ascii: "z"): result.append(UInt8(ascii: "Z"))
      case UInt8(ascii: "M"), UInt8(ascii: "L"):
        // After M, further pairs are lines.
        let isImplied = letter == UInt8(ascii: "L") && (last == UInt8(ascii: "M") || last == letter)
        result.append(isImplied ? UInt8(ascii: " ") : letter)
        try append(word.dropFirst(), to: &result)
      default: throw .unexpectedAnswer("a path command \(Substring(word).prefix(12))")
      }
      last = letter
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Numbers separated by spaces or commas, with a space between two.
  private static func append(_ numbers: Substring.UTF8View, to result: inout [UInt8]) throws(FigureError) {
    var isFirst = true
    for word in numbers.split(whereSeparator: { isSpace($0) || $0 == UInt8(ascii: ",") }) {
      if !isFirst { result.append(UInt8(ascii: " ")) }
      isFirst = false
      NumberLabel.append(try number(Substring(word)), decimals: 2, to: &result)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }

  /// A colour as six hexadecimal digits, from `rgb(r,g,b)` or a name of gnuplot's own.
  static func colour(_ text: String) throws(FigureError) -> String {
    switch text {
    case "black", "currentColor": return "#000000"
    case "white": return "#ffffff"
    case "gray": return "#808080"
    default: break
    }
    let parts = try values(text.filter { $0 != " " }, between: ["rgb(", ")"])
    let channels = parts.compactMap { UInt8(exactly: $0) }
    guard channels.count == 3 else { throw .unexpectedAnswer("a colour \(text.prefix(24))") }
    return Colour(red: channels[0], green: channels[1], blue: channels[2]).hex
  }

  /// The numbers between some fixed words, which must follow each other exactly.
  static func values(_ text: String, between words: [String]) throws(FigureError) -> [Double] {
    var rest = text[...]
    var values: [Double] = []
    for (index, word) in words.enumerated() {
      guard rest.hasPrefix(word) else { throw .unexpectedAnswer("\(text.prefix(40)) for \(words.joined())") }
      rest = rest.dropFirst(word.count)
      guard index + 1 < words.count else { break }
      let numbers = rest.prefix { $0 != ")" }
      for part in numbers.split(separator: ",") { values.append(try number(part)) }
      rest = rest[numbers.endIndex...]
    }
    guard rest.isEmpty else { throw .unexpectedAnswer("\(text.prefix(40)) for \(words.joined())") }
    return values
  }

  private static func number(_ text: Substring) throws(FigureError) -> Double {
    guard let value = Double(text), value.isFinite else {
      throw .unexpectedAnswer("\(text.prefix(24)) for a number")
    }
    return value
  }
}
