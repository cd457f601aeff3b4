import Language

extension Session {
  /// What is known of the name at a cursor, given as an offset into the code's Unicode scalars; nil if nothing is.
  ///
  /// - Parameter isDetailed: whether to add the source text of a function written in the notebook.
  public func inspect(_ code: String, at cursor: Int, isDetailed: Bool) -> Display? {
    let context = CursorContext(code, cursor: cursor)
    if let receiver = context.receiver {
      return constantValue(of: receiver).flatMap { member(context.wholeWord, of: $0) }
    }
    if let value = value(named: context.wholeWord) {
      return description(of: context.wholeWord, value, isDetailed)
    }
    // Inside the parentheses of a call, the function itself is of interest.
    if let callee = context.callee, let value = value(named: callee) {
      return description(of: callee, value, isDetailed)
    }
    return nil
  }

  private func member(_ name: String, of value: Value) -> Display? {
    if let method = library.method(name, of: value) { return HelpPage(method.function).display }
    if let property = library.property(name, of: value) {
      return Display(text: "\(name): \(property.summary)")
    }
    return (try? machine.member(name, of: value)).map { Display(text: "\(name) = \($0.description)") }
  }

  private func description(of name: String, _ value: Value, _ isDetailed: Bool) -> Display {
    switch value {
    case .library(let function): return HelpPage(function).display
    case .function(let function):
      let code = function.code
      let text = "func \(code.signature)\ndefined in \(code.source.name)"
      return Display(text: isDetailed ? text + "\n\n" + code.source[code.bodySpan] : text)
    default:
      return Display(text: "\(name): \(value.kind)\n\(value.description)")
    }
  }
}

/// The help for a library function.
struct HelpPage {
  let function: LibraryFunction

  init(_ function: LibraryFunction) { self.function = function }

  var display: Display { Display(text: text, formats: ["text/markdown": markdown]) }

  private var parameterLines: [(name: String, text: String)] {
    function.parameters.map { parameter in
      let fallback =
        parameter.isVariadic
        ? ", any number of them" : parameter.defaultValue.map { ", \($0.description) if left out" } ?? ""
      return (parameter.name, parameter.type.rawValue + fallback)
    }
  }

  private var text: String {
    var lines = [function.signature, "", function.summary]
    let width = parameterLines.map(\.name.count).max() ?? 0
    if !parameterLines.isEmpty { lines.append("") }
    lines += parameterLines.map { "  \($0.name.padded(width))  \($0.text)" }
    lines += ["", "Example: \(function.example)"]
    if let reference = function.reference { lines.append("Source: \(reference)") }
    return lines.joined(separator: "\n")
  }

  private var markdown: String {
    var lines = ["```swift", function.signature, "```", function.summary, ""]
    lines += parameterLines.map { "- `\($0.name)`: \($0.text)" }
    lines += ["", "```swift", function.example, "```"]
    if let reference = function.reference { lines.append("*Source: \(reference)*") }
    return lines.joined(separator: "\n")
  }
}
