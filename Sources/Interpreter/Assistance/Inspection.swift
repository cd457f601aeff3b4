import Language

extension Session {
  /// What is known of the name at a cursor, given as an offset into the code's Unicode scalars; nil if nothing is.
  ///
  /// - Parameter isDetailed: whether to add the source text of a function written in the notebook.
  public func inspect(_ code: String, at cursor: Int, isDetailed: Bool) -> Display? {
    machine.inTurn { display(code, at: cursor, isDetailed: isDetailed) }
  }

  private func display(_ code: String, at cursor: Int, isDetailed: Bool) -> Display? {
    let inspection = Inspection(machine)
    let before = Array(code.unicodeScalars.prefix(max(0, cursor)))
    switch CursorZone(before) {
    case .text(let start):
      if let display = inspection.display(of: TextContext(before, from: start)) { return display }
    case .code:
      if let page = WordPage.ofOperator(Array(code.unicodeScalars), at: before.count) {
        return page.page.display
      }
    case .comment: break
    }
    let context = CursorContext(code, cursor: cursor)
    if let receiver = context.receiver {
      guard !receiver.isEmpty else { return nil }
      return inspection.display(ofPath: receiver + [context.wholeWord], isDetailed: isDetailed)
    }
    if let label = context.label, let callee = context.callee,
      let display = inspection.display(ofArgument: label, of: callee)
    {
      return display
    }
    let start = context.range.lowerBound
    if start > 0, before[start - 1] == "$", let page = WordPage.page("$" + context.wholeWord) {
      return page.page.display
    }
    // Inside the parentheses of a call, the function itself is of interest.
    return inspection.display(ofPath: [context.wholeWord], isDetailed: isDetailed)
      ?? context.callee.flatMap { inspection.display(ofPath: [$0], isDetailed: isDetailed) }
  }
}

/// What can be said of names and values without running anything.
struct Inspection {
  let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  /// What a name stands for: in the notebook, or in the library.
  func value(named name: String) -> Value? { machine.globals.value(of: name) ?? machine.library.value(name) }

  /// The value of `name.member.member`, as far as it can be known without running anything.
  func value(ofPath path: [String]) -> Value? {
    guard let first = path.first, var value = value(named: first) else { return nil }
    for name in path.dropFirst() {
      guard let next = try? machine.member(name, of: value) else { return nil }
      value = next
    }
    return value
  }

  /// The page of `name` or `name.member`, or of a word or sign of the language; nil where there is nothing of that
  /// name. Without any name, where to begin.
  func display(ofPath path: [String], isDetailed: Bool = false) -> Display? {
    guard let last = path.last else { return Page.overview.display }
    if path.count == 1 {
      return value(named: last).map { display(of: last, $0, isDetailed: isDetailed) }
        ?? WordPage.page(last)?.page.display
    }
    return value(ofPath: path.dropLast()).flatMap { display(ofMember: last, of: $0) }
  }

  /// What stands for a key of a dictionary.
  func display(of text: TextContext) -> Display? {
    guard case .key(let path) = text.place, case .dictionary(let dictionary)? = value(ofPath: path),
      let value = dictionary[.string(text.written)]
    else { return nil }
    return display(of: text.written, value, isDetailed: false)
  }

  /// An argument of a library function, and the function that takes it.
  fileprivate func display(ofArgument label: String, of callee: String) -> Display? {
    guard case .library(let function)? = value(named: callee),
      let parameter = function.parameters.first(where: { $0.name == label || $0.otherName == label })
    else { return nil }
    return Page([
      .terms([(parameter.name, parameter.explanation)]),
      .paragraph("An argument of `\(callee)`. \(function.summary)"), .signature(function.signature),
    ]).display
  }

  private func display(ofMember name: String, of value: Value) -> Display? {
    let library = machine.library
    if let method = library.method(name, of: value) { return Page(method.function).display }
    if let property = library.property(name, of: value) {
      return Display(text: "\(name): \(property.summary)")
    }
    return (try? machine.member(name, of: value)).map { Display(text: "\(name) = \($0.description)") }
  }

  /// The page of a value, and of the name that it goes by.
  func display(of name: String?, _ value: Value, isDetailed: Bool) -> Display {
    switch value {
    case .library(let function): return Page(function).display
    case .function(let function):
      let code = function.code
      var parts = [
        Page.Part.signature("func \(code.signature)"), .paragraph("Defined in \(code.source.name)."),
      ]
      if isDetailed { parts.append(.code(code.text)) }
      return Page(parts).display
    default:
      let head = name.map { "\($0): \(value.kind)" } ?? value.kind
      let members = machine.library.memberNames(of: value)
      var text = "\(head)\n\(value.description)"
      if name == nil, !members.isEmpty { text += "\n\nMembers: \(members.joined(separator: ", "))" }
      return Display(text: text)
    }
  }
}

extension Page {
  /// The page of a library function: signature, text, parameters, example, source.
  init(_ function: LibraryFunction) {
    var parts: [Part] = [.signature(function.signature), .paragraph(function.summary)]
    if let formula = function.formula { parts.append(.formula(formula)) }
    if !function.parameters.isEmpty {
      parts.append(.terms(function.parameters.map { ($0.name, $0.explanation) }))
    }
    parts += [.caption("Example"), .code(function.example)]
    if let reference = function.reference { parts.append(.source(reference)) }
    self.init(parts)
  }
}

extension LibraryFunction.Parameter {
  /// What it takes, and what it is when it is left out.
  var explanation: String {
    let bounds = bounds.map { " \($0)" } ?? ""
    let fallback =
      isVariadic ? ", any number of them" : defaultValue.map { ", \($0.description) if left out" } ?? ""
    return type.rawValue + bounds + fallback
  }
}

extension FunctionCode {
  /// The text of the function as it was written.
  fileprivate var text: String {
    guard let syntax else { return source[bodySpan] }
    guard let nameSpan = syntax.nameSpan else {
      let start = min(syntax.parameters.first?.span.start ?? .max, syntax.body.span.start)
      let text = source[Span(start, syntax.body.span.end)]
      return text.hasPrefix("{") ? text : "{ " + text
    }
    return "func " + source[Span(nameSpan.start, syntax.body.span.end)]
  }
}
