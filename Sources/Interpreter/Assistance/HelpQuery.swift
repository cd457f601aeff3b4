/// A cell that asks what a name or a sign is, as IPython has it: `?train`, `train?`, `??block`, `?@`. Alone, the question
/// mark asks for help in general.
struct HelpQuery {
  /// `net.layers` as its names; a sign; or empty.
  let path: [String]
  /// Whether the source text is asked for too.
  let isDetailed: Bool

  /// nil where the cell is anything else.
  init?(_ code: String) {
    var text = Substring(code)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    if let path = Self.path(ofSigns: text) {
      self.path = path
      isDetailed = false
      return
    }
    guard text.first == "?" || text.last == "?" else { return nil }
    let leading = text.prefix { $0 == "?" }
    text = text.dropFirst(leading.count)
    var trailing = 0
    while text.last == "?" {
      text.removeLast()
      trailing += 1
    }
    guard leading.isEmpty != (trailing == 0), max(leading.count, trailing) <= 2 else { return nil }
    if text.hasSuffix("()") { text.removeLast(2) }
    let names = text.drop { $0 == " " }.split(separator: ".", omittingEmptySubsequences: false)
    guard !names.isEmpty,
      names.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(CursorContext.isWord) })
    else { return nil }
    path = names.map(String.init)
    isDetailed = max(leading.count, trailing) == 2
  }

  /// What is asked where there are only signs, or `$0`: the one that a question mark stands before or behind.
  private static func path(ofSigns text: Substring) -> [String]? {
    if text == "?" { return [] }
    if text == "??" { return ["??"] }
    guard let asked = text.first == "?" ? text.dropFirst() : text.last == "?" ? text.dropLast() : nil else {
      return nil
    }
    let name = asked.filter { $0 != " " }
    let isSign = name.count <= 3 && name.allSatisfy { "+-*/%@<>=!&|^~?:.,;[]{}\\".contains($0) }
    return isSign || name.first == "$" && WordPage.page(name) != nil ? [name] : nil
  }
}
