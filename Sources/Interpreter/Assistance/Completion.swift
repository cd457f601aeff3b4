import Language

/// What could stand at a cursor.
public struct Completions {
  public struct Item: Hashable, Sendable {
    /// What replaces the range.
    public let text: String
    /// "function", "constant", "variable", "argument", "member", "keyword", "key", "file", "folder" or "text".
    public let type: String
    /// The signature of a function, or what a member or argument is.
    public let detail: String
    /// A sentence that says more; empty where there is none.
    public var summary = ""
  }

  public var items: [Item]
  /// What an item replaces, as offsets into the code's Unicode scalars.
  public var range: Range<Int>
}

extension Session {
  /// What could stand at a cursor, given as an offset into the code's Unicode scalars.
  public func complete(_ code: String, at cursor: Int) -> Completions {
    machine.inTurn { completions(of: code, at: cursor) }
  }

  private func completions(of code: String, at cursor: Int) -> Completions {
    let before = Array(code.unicodeScalars.prefix(max(0, cursor)))
    switch CursorZone(before) {
    case .text(let start): return complete(TextContext(before, from: start))
    case .comment: return Completions(items: [], range: before.count..<before.count)
    case .code: break
    }
    let context = CursorContext(code, cursor: cursor)
    var items: [Completions.Item] = []
    let start = context.range.lowerBound
    if start > 0, before[start - 1] == "\\" {
      return Completions(
        items: MathematicalLetters.completions(of: context.word), range: start - 1..<context.range.upperBound)
    }
    if let receiver = context.receiver {
      if let value = Inspection(machine).value(ofPath: receiver) { items = members(of: value) }
    } else {
      if let name = context.callee, !context.isBehindLabel {
        items = arguments(of: name, declaredIn: code, before: context.range.lowerBound)
        // Those without a label come first, unless any number of them is taken.
        if !takesManyArguments(name) {
          items.removeFirst(min(items.count, context.given.count { $0 == nil }))
        }
        let labels = Set(context.given.compactMap { $0.map { "\($0): " } })
        items.removeAll { labels.contains($0.text) }
      }
      items += names(declaredIn: code, before: context.range.lowerBound)
    }
    let matching = items.filter { $0.text.lowercased().hasPrefix(context.word.lowercased()) }
    // Arguments come first, in the order in which they are declared, then those that agree in case; otherwise the
    // order is alphabetical.
    let arguments = matching.filter { $0.type == "argument" }
    let others = matching.filter { $0.type != "argument" }.sorted { a, b in
      let (first, second) = (a.text.hasPrefix(context.word), b.text.hasPrefix(context.word))
      return first != second ? first : a.text < b.text
    }
    return Completions(items: arguments + others, range: context.range)
  }

  private func takesManyArguments(_ name: String) -> Bool {
    guard case .library(let function)? = Inspection(machine).value(named: name) else { return false }
    return function.parameters.contains(where: \.isVariadic)
  }

  /// The labels that a call of a function may have.
  private func arguments(of name: String, declaredIn code: String, before end: Int) -> [Completions.Item] {
    if let function = functions(declaredIn: code, before: end).last(where: { $0.name == name }) {
      return function.parameters.filter { $0.name != "_" }.map {
        .init(
          text: "\($0.label ?? $0.name): ", type: "argument",
          detail: $0.defaultValue == nil
            ? "an argument of \(name)" : "an argument of \(name) that may be left out")
      }
    }
    switch Inspection(machine).value(named: name) {
    case .library(let function):
      return function.parameters.filter { !$0.isVariadic }.map {
        .init(
          text: "\($0.name): ", type: "argument", detail: $0.explanation,
          summary: "An argument of `\(name)`. \(function.summary.firstSentence)")
      }
    case .function(let function):
      return function.code.parameters.filter { $0.name != "_" }.map {
        .init(
          text: "\($0.label ?? $0.name): ", type: "argument",
          detail: "an argument of \(function.code.signature)")
      }
    default: return []
    }
  }

  private func members(of value: Value) -> [Completions.Item] {
    library.memberNames(of: value).map { name in
      if let method = library.method(name, of: value) {
        return .init(
          text: name, type: "function", detail: method.function.signature,
          summary: method.function.summary.firstSentence)
      }
      return .init(
        text: name, type: "member",
        detail: library.property(name, of: value)?.summary.firstSentence ?? "a member of \(value.kind)")
    }
  }

  private func names(declaredIn code: String, before end: Int) -> [Completions.Item] {
    var seen: Set<String> = []
    var items: [Completions.Item] = []
    func add(_ name: String, _ type: String, _ detail: String, _ summary: String = "") {
      if seen.insert(name).inserted {
        items.append(.init(text: name, type: type, detail: detail, summary: summary))
      }
    }
    let before = program(before: end, of: code)
    for function in before.functions { add(function.name, "function", function.signature) }
    for name in before.declaredNames + machine.imports(of: before).names.sorted() {
      if globals.value(of: name) == nil { add(name, "variable", "declared in this cell") }
    }
    for name in globals.names.map(\.text) {
      if let value = globals.value(of: name) {
        if case .function(let function) = value {
          add(name, "function", function.code.signature, "Defined in \(function.code.source.name).")
        } else {
          add(name, "variable", value.kind, value.isPlainScalar ? "\(name) = \(value.brief)" : "")
        }
      }
    }
    for name in library.names {
      if case .library(let function)? = library.value(name) {
        add(name, "function", function.signature, function.summary.firstSentence)
      } else {
        add(name, "constant", library.value(name)?.brief ?? "")
      }
    }
    for keyword in Keyword.allCases { add(keyword.rawValue, "keyword", "a word of the language") }
    return items
  }

  private func functions(declaredIn code: String, before end: Int) -> [Function] {
    program(before: end, of: code).functions
  }

  /// The statements before the cursor, as far as they can be read: the text may be unfinished.
  private func program(before end: Int, of code: String) -> Program {
    Parser.parse(Source(name: "", text: String(code.unicodeScalars.prefix(end))))
  }
}

extension Value {
  /// Whether it is told in a few words, at no cost.
  var isPlainScalar: Bool {
    switch self {
    case .boolean, .int, .double, .rational, .string: true
    default: false
    }
  }
}

extension Program {
  /// The functions that the statements of the top level declare.
  fileprivate var functions: [Function] {
    statements.compactMap { if case .function(let function) = $0.kind { function } else { nil } }
  }
}

extension Function {
  fileprivate var signature: String {
    FunctionCode.signature(
      of: name, parameters.map { ($0.label, $0.name, $0.defaultValue != nil) })
  }
}

extension String {
  /// The text up to its first full stop.
  var firstSentence: String {
    guard let end = firstRange(of: ". ") else { return self }
    return String(self[..<end.lowerBound]) + "."
  }
}
