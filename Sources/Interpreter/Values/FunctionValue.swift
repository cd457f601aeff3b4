import Language

/// A function or closure written in the language, with the variables it captured.
public final class FunctionValue {
  let code: FunctionCode
  /// The captured values, in the order of the code's capture slots.
  let captures: UnsafeMutableBufferPointer<Value>
  /// The code's inside, one step nearer.
  let inside: UnsafeMutablePointer<FunctionCode.Inside>

  init(_ code: FunctionCode, captures: [Value]) {
    self.code = code
    self.captures = .allocate(capacity: captures.count)
    _ = self.captures.initialize(from: captures)
    inside = code.inside
  }

  deinit {
    captures.deinitialize()
    captures.deallocate()
  }

  /// Puts captured values into a fresh frame.
  ///
  /// They are lent, without counting a reference: their slots are only read, and are emptied by `takeBack` while
  /// this function still holds the values.
  @inline(__always)
  func lend(to frame: Frame) {
    guard let first = captures.baseAddress else { return }
    var index = 0
    while index < captures.count {
      let slot = frame.slots + inside.pointee.captureSlots[index]
      UnsafeMutableRawPointer(slot).copyMemory(from: first + index, byteCount: MemoryLayout<Value>.size)
      index &+= 1
    }
  }

  /// Empties the slots whose values were lent.
  @inline(__always)
  func takeBack(from frame: Frame) {
    var index = 0
    while index < captures.count {
      (frame.slots + inside.pointee.captureSlots[index]).initialize(to: .unset)
      index &+= 1
    }
  }

  /// Gives parameters without an argument their defaults.
  func fillDefaults(_ frame: Frame) throws {
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
    /// The slots that receive captured values.
    var captureSlots: UnsafeMutablePointer<Int>
    var hasDefaults = false
  }

  let name: String
  let source: Source
  private(set) var parameters: [Parameter]
  /// The notebook's names that the body mentions.
  private(set) var mentionedGlobals: [Int] = []
  let inside: UnsafeMutablePointer<Inside>
  /// The text of the function as a tree, by which calls are checked before they run.
  let syntax: FunctionSyntax?

  /// How many arguments it can be called with.
  var arity: ClosedRange<Int> { parameters.count { $0.defaultValue == nil }...parameters.count }

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
        frameSize: parameters.count, captureSlots: .allocate(capacity: 0)))
  }

  deinit {
    inside.pointee.body.release()
    inside.pointee.captureSlots.deallocate()
    inside.deinitialize(count: 1)
    inside.deallocate()
  }

  /// Fills in what lowering the function's inside has yielded; a recursive call may refer to the code before.
  func complete(
    body: Node, defaults: [Node?], frameSize: Int, captureSlots: [Int], mentionedGlobals: [Int]
  ) {
    for (index, value) in defaults.enumerated() { parameters[index].defaultValue = value }
    self.mentionedGlobals = mentionedGlobals
    inside.pointee.body.release()
    inside.pointee.body = .passRetained(body)
    inside.pointee.frameSize = frameSize
    inside.pointee.captureSlots.deallocate()
    inside.pointee.captureSlots = .allocate(capacity: captureSlots.count)
    inside.pointee.captureSlots.initialize(from: captureSlots, count: captureSlots.count)
    inside.pointee.hasDefaults = defaults.contains { $0 != nil }
  }

  /// Takes over what lowering the same text anew has yielded. To be called while no cell runs, and for a function that
  /// captures nothing.
  func takeInside(of new: FunctionCode) {
    complete(
      body: new.inside.pointee.body.takeUnretainedValue(), defaults: new.parameters.map(\.defaultValue),
      frameSize: new.inside.pointee.frameSize, captureSlots: [], mentionedGlobals: new.mentionedGlobals)
  }

  /// The place of the body in the source.
  var bodySpan: Span { inside.pointee.body._withUnsafeGuaranteedRef { $0.span } }

  /// The signature as a reader writes it: `f(x, base: y = …)`.
  var signature: String {
    Self.signature(of: name, parameters.map { ($0.label, $0.name, $0.defaultValue != nil) })
  }

  static func signature(of name: String, _ parameters: [(label: String?, name: String, hasDefault: Bool)])
    -> String
  {
    let list = parameters.map { parameter in
      var text = parameter.name
      if let label = parameter.label, label != parameter.name { text = "\(label) \(parameter.name)" }
      return parameter.hasDefault ? text + " = …" : text
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }
}
