/// What there is to know about a word or sign of the language itself, such as `for` or `@`: `?for` shows it.
struct WordPage: Sendable {
  /// The word or sign, and others that the page is about too.
  let names: [String]
  /// How it is written.
  let form: String
  let meaning: String
  /// Lines that work as they stand; the tests run them.
  let example: String

  init(_ names: String..., form: String, _ meaning: String, example: String) {
    self.names = names
    self.form = form
    self.meaning = meaning
    self.example = example
  }

  static let all = words + signs

  /// The page of a word or sign; nil for any other text.
  static func page(_ text: String) -> WordPage? { byName[text] }

  private static let byName: [String: WordPage] = all.reduce(into: [:]) { pages, page in
    for name in page.names { pages[name] = page }
  }

  var page: Page {
    Page([.signature(form), .paragraph(meaning), .caption("Example"), .code(example)])
  }
}

extension WordPage {
  /// The page of the operator that stands between two values at a place in a text, or right before or behind it.
  ///
  /// Where nothing follows the operator there is none: its line is not finished.
  static func ofOperator(_ scalars: [Unicode.Scalar], at place: Int) -> WordPage? {
    var start = min(place, scalars.count)
    while start > 0, isSign(scalars[start - 1]) { start -= 1 }
    var end = start
    while end < scalars.count, isSign(scalars[end]) { end += 1 }
    let next = scalars[end...].first { $0 != " " }
    guard let next, !")]},\n".unicodeScalars.contains(next) else { return nil }
    // Of several signs in a row, each is as long as can be.
    while start < end {
      let longest = min(3, end - start)
      guard
        let name = (1...longest).reversed().map({ text(scalars[start..<start + $0]) })
          .first(where: { byName[$0] != nil })
      else {
        start += 1
        continue
      }
      start += name.unicodeScalars.count
      if place <= start { return byName[name] }
    }
    return nil
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    "+-*/%@>=<!&|?.".unicodeScalars.contains(scalar)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
