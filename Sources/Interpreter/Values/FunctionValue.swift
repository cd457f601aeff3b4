import Language

/// A function or closure written in the language, with the variables it captured.
public final class FunctionValue {
  let code: FunctionCode
  /// The captured values, in the order of `code.captureSlots`.
  let captures: [Value]

  init(_ code: FunctionCode, captures: [Value]) {
    self.code = code
    self.captures = captures
  }
}

/// What a function was lowered to; shared by all closures made from the same text.
final class FunctionCode {
  struct Parameter {
    let label: String?
    let name: String
    var defaultValue: Node?
  }

  let name: String
  let source: Source
  private(set) var parameters: [Parameter]
  /// The slots of a frame: parameters, then captures, then locals.
  private(set) var frameSize = 0
  private(set) var captureSlots: [Int] = []
  /// The notebook's names that the body mentions.
  private(set) var mentionedGlobals: [Int] = []
  private(set) var body: Node = Node(Span(0, 0))

  init(name: String, source: Source, parameters: [Parameter]) {
    self.name = name
    self.source = source
    self.parameters = parameters
  }

  /// Fills in what lowering the function's inside has yielded; a recursive call may refer to the code before.
  func complete(
    body: Node, defaults: [Node?], frameSize: Int, captureSlots: [Int], mentionedGlobals: [Int]
  ) {
    self.mentionedGlobals = mentionedGlobals
    for (index, value) in defaults.enumerated() { parameters[index].defaultValue = value }
    self.body = body
    self.frameSize = frameSize
    self.captureSlots = captureSlots
  }

  /// The signature as a reader writes it: `f(x, base: y = …)`.
  var signature: String {
    let list = parameters.map { parameter in
      var text = parameter.name
      if let label = parameter.label, label != parameter.name { text = "\(label) \(parameter.name)" }
      return parameter.defaultValue == nil ? text : text + " = …"
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }
}
