import Language

/// What could stand at a cursor.
public struct Completions {
  public struct Item: Hashable, Sendable {
    /// What replaces the range.
    public let text: String
    /// "function", "constant", "variable", "argument", "member" or "keyword".
    public let type: String
    /// The signature of a function, or what a member or argument is.
    public let detail: String
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
    if let text = TextContext(code, cursor: cursor) { return complete(text) }
    let context = CursorContext(code, cursor: cursor)
    var items: [Completions.Item] = []
    if let receiver = context.receiver {
      if let value = Inspection(machine).value(ofPath: receiver) { items = members(of: value) }
    } else {
      if let name = context.callee, case .library(let function)? = Inspection(machine).value(named: name) {
        items = function.parameters.filter { !$0.isVariadic }.map {
          .init(text: "\($0.name): ", type: "argument", detail: $0.explanation)
        }
      }
      items += names(declaredIn: code, before: context.range.lowerBound)
    }
    let matching = items.filter { $0.text.lowercased().hasPrefix(context.word.lowercased()) }
    // Those that agree in case come first; otherwise the order is alphabetical.
    let sorted = matching.sorted { a, b in
      let (first, second) = (a.text.hasPrefix(context.word), b.text.hasPrefix(context.word))
      if first != second { return first }
      return (a.type == "argument" ? 0 : 1, a.text) < (b.type == "argument" ? 0 : 1, b.text)
    }
    return Completions(items: sorted, range: context.range)
  }

  private func members(of value: Value) -> [Completions.Item] {
    library.memberNames(of: value).map { name in
      if let method = library.method(name, of: value) {
        return .init(text: name, type: "function", detail: method.function.signature)
      }
      return .init(text: name, type: "member", detail: library.property(name, of: value)?.summary ?? "")
    }
  }

  private func names(declaredIn code: String, before end: Int) -> [Completions.Item] {
    var seen: Set<String> = []
    var items: [Completions.Item] = []
    func add(_ name: String, _ type: String, _ detail: String) {
      if seen.insert(name).inserted { items.append(.init(text: name, type: type, detail: detail)) }
    }
    for name in globals.names.map(\.text) {
      if let value = globals.value(of: name) {
        if case .function(let function) = value {
          add(name, "function", function.code.signature)
        } else {
          add(name, "variable", value.kind)
        }
      }
    }
    for name in library.names {
      if case .library(let function)? = library.value(name) {
        add(name, "function", function.signature)
      } else {
        add(name, "constant", library.value(name)?.brief ?? "")
      }
    }
    for keyword in Keyword.allCases { add(keyword.rawValue, "keyword", "") }
    let before = Parser.parse(Source(name: "", text: String(code.unicodeScalars.prefix(end))))
    for name in before.declaredNames + machine.imports(of: before).names.sorted() {
      add(name, "variable", "")
    }
    return items
  }
}
