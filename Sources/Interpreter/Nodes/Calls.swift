import Language

/// A call of whatever a cell can define: functions, closures, layers.
final class CallNode: Node {
  /// How the callee is found without counting a reference to it: it stays during the call.
  enum Shortcut {
    case none
    /// One of the notebook's names.
    case global(Global)
    /// A slot with a constant, which may lie in a box.
    case slot(Int)
  }

  private let callee: Child
  /// The function that a name of the notebook always means, if it does.
  private let known: UnsafeMutablePointer<UnsafeMutablePointer<FunctionCode.Inside>?>?
  private let slot: Int?
  private let arguments: Children
  private let labels: [String?]
  /// Whether no argument has a label: then they fill the parameters in order.
  private let isPositional: Bool

  init(_ callee: Node, _ shortcut: Shortcut, _ arguments: [Node], labels: [String?], _ span: Span) {
    self.callee = Child(callee)
    self.arguments = Children(arguments)
    self.labels = labels
    isPositional = labels.allSatisfy { $0 == nil }
    known = if case .global(let global) = shortcut, isPositional { global.function } else { nil }
    slot = if case .slot(let slot) = shortcut { slot } else { nil }
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if let function = known?.pointee, function.pointee.parameterCount == arguments.count {
      return try frame.call(function, of: nil, from: self) { try arguments.push(on: $0, frame) }
    }
    return try callAnything(frame)
  }

  /// Apart from the calls that matter most, which would be slower for it.
  @inline(never)
  private func callAnything(_ frame: Frame) throws -> Value {
    if let slot, let function = frame.function(in: slot) {
      return try function._withUnsafeGuaranteedRef { try call($0, frame) }
    }
    let callee = try self.callee.evaluate(frame)
    if case .function(let function) = callee { return try call(function, frame) }
    let values = try arguments.evaluate(frame)
    return try located(span) {
      try frame.atLength { try frame.machine.call(callee, values, labels: labels) }
    }
  }

  private func call(_ function: FunctionValue, _ frame: Frame) throws -> Value {
    if isPositional, arguments.count == function.inside.pointee.parameterCount {
      return try frame.call(function.inside, of: function, from: self) { try arguments.push(on: $0, frame) }
    }
    let order = try located(span) { try function.code.order(of: labels) }
    return try frame.call(function.inside, of: function, from: self) { stack in
      for index in order { stack.push(try index.map { try arguments.evaluate($0, frame) } ?? .unset) }
    }
  }
}

extension Frame {
  /// The function in a slot, or in the box that lies there.
  @inline(__always)
  fileprivate func function(in slot: Int) -> Unmanaged<FunctionValue>? {
    switch slots[slot] {
    case .function(let function): return .passUnretained(function)
    case .box(let box):
      if case .function(let function) = box.pointer.pointee { return .passUnretained(function) }
      return nil
    default: return nil
    }
  }
}

extension Fault {
  /// The fault as seen by the caller of the function in which it arose.
  ///
  /// - Parameter span: the place of the call; nil where the library called.
  func leaving(_ code: FunctionCode, at span: Span? = nil) -> Fault {
    leaving(code.name, code.source, at: span)
  }

  /// The same for whatever is called and has a text of its own: a function, a file.
  func leaving(_ name: String, _ source: Source, at span: Span?) -> Fault {
    // Without a place the fault arose before the function's body began: the call itself is at fault.
    if self.span == nil, let span { return at(span) }
    var fault = self
    if fault.source == nil { fault.source = source }
    // The call noted before this one was made by this function.
    if let last = fault.trace.indices.last, fault.trace[last].source == nil {
      fault.trace[last].source = source
    }
    // A runaway recursion would fill the trace with thousands of equal lines.
    if let span, fault.trace.count < 64 {
      fault.trace.append(Call(function: name, span: span))
    }
    return fault
  }
}

extension FunctionCode {
  /// For each parameter, the number of the argument that fills it; nil where it takes its default.
  func order(of labels: [String?]) throws -> [Int?] {
    try Self.order(of: labels, name, parameters.map { ($0.label, $0.name, $0.defaultValue != nil) })
  }

  /// The same for a function of which only the name and the parameters are known.
  static func order(
    of labels: [String?], _ name: String, _ parameters: [(label: String?, name: String, hasDefault: Bool)]
  ) throws -> [Int?] {
    let isClosure = name == "closure"
    let subject = isClosure ? "this closure" : "`\(name)`"
    func declaration() -> String {
      if !isClosure { return "it is declared as `\(signature(of: name, parameters))`" }
      if parameters.isEmpty { return "it takes none" }
      return "it takes `\(parameters.map(\.name).joined(separator: ", "))`"
    }
    var order = [Int?](repeating: nil, count: parameters.count)
    var next = 0
    for (argument, label) in labels.enumerated() {
      let parameter: Int
      if let label {
        guard
          let index = parameters.firstIndex(where: {
            $0.label == label || $0.label == nil && $0.name == label
          })
        else {
          let proposal = suggestion(for: label, among: parameters.map { $0.label ?? $0.name })
          throw Fault(
            .argumentMismatch, "\(subject) has no argument `\(label):`",
            help: [proposal.map { "did you mean `\($0):`?" } ?? declaration()],
            argument: argument)
        }
        parameter = index
      } else {
        while next < parameters.count, order[next] != nil { next += 1 }
        guard next < parameters.count else {
          throw Fault(
            .argumentMismatch,
            "\(subject) takes \(count(parameters.count, "argument")), but this call gives \(labels.count)",
            help: [declaration()], argument: argument)
        }
        parameter = next
      }
      guard order[parameter] == nil else {
        throw Fault(
          .argumentMismatch, "\(subject) is given `\(parameters[parameter].name)` twice", argument: argument)
      }
      order[parameter] = argument
    }
    for (index, parameter) in parameters.enumerated()
    where order[index] == nil && !parameter.hasDefault {
      throw Fault(
        .argumentMismatch, "\(subject) misses its argument `\(parameter.name)`",
        help: [declaration()])
    }
    return order
  }
}

/// "1 argument", "2 arguments"
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
