/// Signs and digits as wide as a Chinese or Japanese character, as keyboards for these languages write them.
extension Lexer {
  /// Behind a character that may be a wide form of a sign: reports it, with a second one that belongs to it, and
  /// tells which sign was meant.
  mutating func wideSign(_ character: Unicode.Scalar) -> Sign? {
    guard let first = Self.narrow(character) else { return nil }
    let start = position - character.utf8.count
    var meant = Sign(rawValue: first)
    if let (next, length) = scalar(at: position), let second = Self.narrow(next),
      let both = Sign(rawValue: first + second)
    {
      meant = both
      position += length
    }
    guard let meant else { return nil }
    report(
      .habit, "`\(source[Span(start, position)])` is not a sign of this language", from: start,
      help: ["write `\(meant.rawValue)`"])
    return meant
  }

  /// Behind the first wide digit of a number: reads all of it.
  mutating func wideNumber(from start: Int) -> Token.Kind {
    while let (next, length) = scalar(at: position),
      next == "." || Self.isNarrowOrWideDigit(next) || next == "．"
    {
      position += length
    }
    let text = String(
      source[Span(start, position)].unicodeScalars.map { Character(Self.narrow($0) ?? String($0)) })
    report(
      .habit, "`\(excerpt(source[Span(start, position)]))` is not written with the digits of this language",
      from: start, help: ["write `\(excerpt(text))`"])
    return Int(text).map(Token.Kind.integer) ?? Double(text).map(Token.Kind.number) ?? .invalid
  }

  private static func isNarrowOrWideDigit(_ character: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }

  /// The character of ASCII of which this is the wide form.
  private static func narrow(_ character: Unicode.Scalar) -> String? {
    guard (0xFF01...0xFF5E).contains(character.value),
      let narrow = Unicode.Scalar(character.value - 0xFEE0)
    else { return nil }
    return String(Character(narrow))
  }
}
