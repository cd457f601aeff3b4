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

  @inline(never)
  private func callAnything(_ frame: Frame) throws -> Value {
    if let slot, let function = frame.function(in: slot) {
      return try function._withUnsafeGuaranteedRef { try call($0, frame) }
    }
    let callee = try self.callee.evaluate(frame)
    if case .function(let function) = callee { return try call(function, frame) }
    let values = try arguments.evaluate(frame)
    return try located(span) { try frame.machine.call(callee, values, labels: labels) }
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

/// A call of a library function that was known when the cell was lowered: its arguments are in order.
final class LibraryCallNode: Node {
  let function: LibraryFunction
  let arguments: [Node?]
  let rest: [Node]

  init(_ function: LibraryFunction, _ arguments: [Node?], rest: [Node], _ span: Span) {
    self.function = function
    self.arguments = arguments
    self.rest = rest
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if let unary = function.unary, let argument = arguments[0] {
      let value = try argument.evaluate(frame)
      return try located(span) { try unary(value) }
    }
    var values = function.defaults
    for (index, argument) in arguments.enumerated() {
      if let argument { values[index] = try argument.evaluate(frame) }
    }
    let rest = try self.rest.map { try $0.evaluate(frame) }
    let call = Call(function: function, values: values, rest: rest, machine: frame.machine)
    return try located(span) { try function.body(call) }
  }
}

/// `xs.append(x)`, `net.parameters()`: a member that is called.
///
/// Where the receiver is a variable, a method may change it in place.
final class MethodCallNode: Node {
  let base: Node
  let place: Place?
  let name: String
  let nameSpan: Span
  let arguments: [Node]
  let labels: [String?]

  init(
    _ base: Node, place: Place?, _ name: String, _ nameSpan: Span, _ arguments: [Node], labels: [String?],
    _ span: Span
  ) {
    self.base = base
    self.place = place
    self.name = name
    self.nameSpan = nameSpan
    self.arguments = arguments
    self.labels = labels
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let library = frame.machine.library
    if let place, let method = library.method(name, of: place.pointer(frame).pointee), method.isMutating {
      let values = try arguments.map { try $0.evaluate(frame) }
      return try located(span) {
        let call = try method.function.bind(values, labels: labels, frame.machine)
        // The variable holds the only reference, so its value changes in place.
        return try method.body(&place.pointer(frame).pointee, call)
      }
    }
    var receiver = try base.evaluate(frame)
    let values = try arguments.map { try $0.evaluate(frame) }
    guard let method = library.method(name, of: receiver) else {
      let member = try located(nameSpan) { try frame.machine.member(name, of: receiver) }
      return try located(span) { try frame.machine.call(member, values, labels: labels) }
    }
    return try located(span) {
      guard !method.isMutating else {
        throw Fault(
          .badAssignment, "`\(name)` changes its receiver, which must be a variable here",
          help: ["give the value a name with `var` first"])
      }
      return try method.body(&receiver, method.function.bind(values, labels: labels, frame.machine))
    }
  }
}

extension Fault {
  /// The fault as seen by the caller of the function in which it arose.
  ///
  /// - Parameter span: the place of the call; nil where the library called.
  func leaving(_ code: FunctionCode, at span: Span? = nil) -> Fault {
    // Without a place the fault arose before the function's body began: the call itself is at fault.
    if self.span == nil, let span { return at(span) }
    var fault = self
    if fault.source == nil { fault.source = code.source }
    // The call noted before this one was made by this function.
    if let last = fault.trace.indices.last, fault.trace[last].source == nil {
      fault.trace[last].source = code.source
    }
    // A runaway recursion would fill the trace with thousands of equal lines.
    if let span, fault.trace.count < 64 {
      fault.trace.append(Call(function: code.name, span: span))
    }
    return fault
  }
}

extension FunctionCode {
  /// For each parameter, the number of the argument that fills it; nil where it takes its default.
  func order(of labels: [String?]) throws -> [Int?] {
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
            .argumentMismatch, "`\(name)` has no argument `\(label):`",
            help: [proposal.map { "did you mean `\($0):`?" } ?? "it is declared as `\(signature)`"],
            argument: argument)
        }
        parameter = index
      } else {
        while next < parameters.count, order[next] != nil { next += 1 }
        guard next < parameters.count else {
          throw Fault(
            .argumentMismatch,
            "`\(name)` takes \(count(parameters.count, "argument")), but this call gives \(labels.count)",
            help: ["it is declared as `\(signature)`"], argument: argument)
        }
        parameter = next
      }
      guard order[parameter] == nil else {
        throw Fault(
          .argumentMismatch, "`\(name)` is given `\(parameters[parameter].name)` twice", argument: argument)
      }
      order[parameter] = argument
    }
    for (index, parameter) in parameters.enumerated()
    where order[index] == nil && parameter.defaultValue == nil {
      throw Fault(
        .argumentMismatch, "`\(name)` misses its argument `\(parameter.name)`",
        help: ["it is declared as `\(signature)`"])
    }
    return order
  }
}

/// "1 argument", "2 arguments"
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
