import Language

/// A function or closure written in the language, with the variables it captured.
public final class FunctionValue {
  let code: FunctionCode
  /// The captured values, in the order of `code.captureSlots`.
  let captures: [Value]
  /// The code's inside, one step nearer.
  let inside: UnsafeMutablePointer<FunctionCode.Inside>

  init(_ code: FunctionCode, captures: [Value]) {
    self.code = code
    self.captures = captures
    inside = code.inside
  }

  /// Puts captured values and defaults into a fresh frame that holds the arguments.
  func prepare(_ frame: Frame) throws {
    for (slot, value) in zip(code.captureSlots, captures) { frame.slots[slot] = value }
    for (slot, parameter) in code.parameters.enumerated() {
      if let defaultValue = parameter.defaultValue, case .unset = frame.slots[slot] {
        frame.slots[slot] = try defaultValue.evaluate(frame)
      }
    }
  }
}

/// What a function was lowered to; shared by all closures made from the same text.
final class FunctionCode {
  struct Parameter {
    let label: String?
    let name: String
    var defaultValue: Node?
  }

  /// What every call needs, behind a pointer so that a call costs no counting and no checks.
  struct Inside {
    /// Owned by the code.
    var body: Unmanaged<Node>
    /// The owner itself.
    let code: Unmanaged<FunctionCode>
    let parameterCount: Int
    /// The slots of a frame: parameters, then captures and locals.
    var frameSize: Int
    /// Whether a frame must be given captured values or defaults before the body runs.
    var needsPreparation = false
  }

  let name: String
  let source: Source
  private(set) var parameters: [Parameter]
  private(set) var captureSlots: [Int] = []
  /// The notebook's names that the body mentions.
  private(set) var mentionedGlobals: [Int] = []
  let inside: UnsafeMutablePointer<Inside>
  /// The text of the function as a tree, by which calls are checked before they run.
  let syntax: FunctionSyntax?

  init(
    name: String, source: Source, parameters: [Parameter],
    syntax: FunctionSyntax? = nil
  ) {
    self.name = name
    self.syntax = syntax
    self.source = source
    self.parameters = parameters
    inside = .allocate(capacity: 1)
    inside.initialize(
      to: Inside(
        body: .passRetained(Node(source.end)), code: .passUnretained(self), parameterCount: parameters.count,
        frameSize: parameters.count))
  }

  deinit {
    inside.pointee.body.release()
    inside.deinitialize(count: 1)
    inside.deallocate()
  }

  /// Fills in what lowering the function's inside has yielded; a recursive call may refer to the code before.
  func complete(
    body: Node, defaults: [Node?], frameSize: Int, captureSlots: [Int], mentionedGlobals: [Int]
  ) {
    for (index, value) in defaults.enumerated() { parameters[index].defaultValue = value }
    self.captureSlots = captureSlots
    self.mentionedGlobals = mentionedGlobals
    inside.pointee.body.release()
    inside.pointee.body = .passRetained(body)
    inside.pointee.frameSize = frameSize
    inside.pointee.needsPreparation = !captureSlots.isEmpty || defaults.contains { $0 != nil }
  }

  /// The place of the body in the source.
  var bodySpan: Span { inside.pointee.body._withUnsafeGuaranteedRef { $0.span } }

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
