import Language

/// What surrounds a cursor: the word that it is in, what stands before a dot, and the call that it is inside of.
struct CursorContext {
  /// The word up to the cursor.
  private(set) var word = ""
  /// The whole word that the cursor is in or behind.
  private(set) var wholeWord = ""
  /// The word up to the cursor, as offsets into the code's Unicode scalars.
  private(set) var range: Range<Int>
  /// The names before the dot: `net.layers` at `net.layers.co`; nil where there is no dot.
  private(set) var receiver: [String]?
  /// The name of the function inside whose parentheses the cursor stands.
  private(set) var callee: String?
  /// The labels of the arguments before the cursor in that call; nil for each that has none.
  private(set) var given: [String?] = []
  /// The label that the cursor is in, or whose argument begins at the cursor.
  private(set) var label: String?
  /// Whether the cursor is in an argument whose label stands before it.
  private(set) var isBehindLabel = false

  init(_ code: String, cursor: Int) {
    let scalars = Array(code.unicodeScalars)
    let cursor = min(max(cursor, 0), scalars.count)
    var start = cursor
    while start > 0, Self.isWord(scalars[start - 1]) { start -= 1 }
    var end = cursor
    while end < scalars.count, Self.isWord(scalars[end]) { end += 1 }
    range = start..<cursor
    word = Self.text(scalars[start..<cursor])
    wholeWord = Self.text(scalars[start..<end])
    receiver = Self.receiver(scalars, before: start)
    (callee, given) = Self.call(scalars, before: start)
    guard callee != nil else { return }
    label = Self.label(scalars, start..<end)
    isBehindLabel = Self.argumentLabel(scalars, endingAt: start) != nil
  }

  private static func label(_ scalars: [Unicode.Scalar], _ word: Range<Int>) -> String? {
    if !word.isEmpty {
      return word.upperBound < scalars.count && scalars[word.upperBound] == ":" ? text(scalars[word]) : nil
    }
    var end = word.lowerBound
    while end > 0, scalars[end - 1] == " " { end -= 1 }
    guard end > 0, scalars[end - 1] == ":" else { return nil }
    var begin = end - 1
    while begin > 0, isWord(scalars[begin - 1]) { begin -= 1 }
    return begin < end - 1 ? text(scalars[begin..<end - 1]) : nil
  }

  private static func receiver(_ scalars: [Unicode.Scalar], before start: Int) -> [String]? {
    var path: [String] = []
    var position = start
    while position > 0, scalars[position - 1] == "." {
      let end = position - 1
      // Two dots make a range, whose end is an expression of its own.
      if end > 0, scalars[end - 1] == "." { return path.isEmpty ? nil : path }
      position = end
      while position > 0, isWord(scalars[position - 1]) { position -= 1 }
      // Behind a call or a literal nothing is known before it runs.
      if position == end { return path.isEmpty && end > 0 ? [] : path.isEmpty ? nil : [] }
      path.insert(text(scalars[position..<end]), at: 0)
    }
    return path.isEmpty ? nil : path
  }

  private static func call(_ scalars: [Unicode.Scalar], before start: Int) -> (String?, [String?]) {
    var open = 0
    var position = start
    var given: [String?] = []
    while position > 0 {
      position -= 1
      switch scalars[position] {
      case ")", "]", "}": open += 1
      case "[", "{": open -= 1
      case "," where open == 0: given.append(argumentLabel(scalars, endingAt: position))
      case "(" where open == 0:
        var begin = position
        while begin > 0, isWord(scalars[begin - 1]) { begin -= 1 }
        if begin < position { return (text(scalars[begin..<position]), given.reversed()) }
        // What follows a value in `\(x, …)` are arguments of `string`.
        let isInText = position > 0 && scalars[position - 1] == "\\" && !given.isEmpty
        return (isInText ? "string" : nil, given.reversed())
      case "(": open -= 1
      default: break
      }
      if open < 0 { break }
    }
    return (nil, [])
  }

  /// The label of the argument that ends before a comma.
  private static func argumentLabel(_ scalars: [Unicode.Scalar], endingAt end: Int) -> String? {
    var open = 0
    var start = end
    while start > 0, open > 0 || scalars[start - 1] != "," && scalars[start - 1] != "(" {
      start -= 1
      if [")", "]", "}"].contains(scalars[start]) { open += 1 }
      if ["(", "[", "{"].contains(scalars[start]) { open -= 1 }
      if open < 0 { return nil }
    }
    let argument = scalars[start..<end].drop { $0 == " " || $0 == "\n" }
    let word = argument.prefix(while: isWord)
    return !word.isEmpty && argument.dropFirst(word.count).first == ":" ? text(word) : nil
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || ("₀"..."₉").contains(scalar)
      || scalar == "∂" || scalar == "∇"
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
