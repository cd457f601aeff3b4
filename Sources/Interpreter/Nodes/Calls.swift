import Language

/// A call whose callee is known only when it runs: the user's functions, closures, layers.
final class CallNode: Node {
  let callee: Child
  let arguments: Children
  let labels: [String?]
  /// Whether no argument has a label: then they fill the parameters in order.
  private let isPositional: Bool

  init(_ callee: Node, _ arguments: [Node], labels: [String?], _ span: Span) {
    self.callee = Child(callee)
    self.arguments = Children(arguments)
    self.labels = labels
    isPositional = labels.allSatisfy { $0 == nil }
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let callee = try self.callee.evaluate(frame)
    if case .function(let function) = callee { return try call(function, frame) }
    let values = try arguments.evaluate(frame)
    return try located(span) { try frame.machine.call(callee, values, labels: labels) }
  }

  private func call(_ function: FunctionValue, _ frame: Frame) throws -> Value {
    let captor = function.inside.pointee.needsPreparation ? function : nil
    if isPositional, arguments.count == function.inside.pointee.parameterCount {
      return try frame.call(function.inside, of: captor, at: span) { try arguments.push(on: $0, frame) }
    }
    let order = try located(span) { try function.code.order(of: labels) }
    return try frame.call(function.inside, of: captor, at: span) { stack in
      for index in order { stack.push(try index.map { try arguments.evaluate($0, frame) } ?? .unset) }
    }
  }
}

/// A call, without labels, of a name that meant a function of the notebook when the cell was lowered.
final class GlobalCallNode: Node {
  private let global: Global
  private let arguments: Children
  /// The same call where the name has come to mean something else.
  private let general: Child

  init(_ global: Global, _ general: CallNode, _ arguments: [Node], _ span: Span) {
    self.global = global
    self.arguments = Children(arguments)
    self.general = Child(general)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    guard let function = global.function.pointee, function.pointee.parameterCount == arguments.count else {
      return try general.evaluate(frame)
    }
    return try frame.call(function, of: nil, at: span) { try arguments.push(on: $0, frame) }
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
