import Language

/// A call of a library function that was known when the cell was lowered: its arguments are in order.
final class LibraryCallNode: Node {
  private let function: LibraryFunction
  /// The arguments that are given, and the numbers of the parameters that they fill.
  private let arguments: Children
  private let parameters: [Int]
  private let rest: Children
  private let labels: [String]

  /// - Parameter labels: of the rest, if the call makes them up.
  init(_ function: LibraryFunction, _ arguments: [Node?], rest: [Node], labels: [String], _ span: Span) {
    self.function = function
    self.arguments = Children(arguments.compactMap { $0 })
    parameters = arguments.indices.filter { arguments[$0] != nil }
    self.rest = Children(rest)
    self.labels = labels
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if let unary = function.unary {
      let value = try arguments.evaluate(0, frame)
      do {
        return value.isPlain ? try unary(value) : try frame.atLength { try unary(value) }
      } catch { throw Fault(error).at(span) }
    }
    var values = function.defaults
    for (argument, parameter) in parameters.enumerated() {
      values[parameter] = try arguments.evaluate(argument, frame)
    }
    let rest = try self.rest.evaluate(frame)
    let call = Call(
      function: function, values: values, rest: rest, labels: labels, machine: frame.machine)
    do { return try frame.atLength { try function.body(call) } } catch {
      let fault = Fault(error)
      let argument = function.number(of: fault.parameter).flatMap(parameters.firstIndex)
      throw fault.at(argument.map { arguments.nodes[$0].span } ?? span)
    }
  }
}

extension LibraryFunction {
  /// The number of a parameter of this function.
  fileprivate func number(of parameter: Fault.Parameter?) -> Int? {
    guard let parameter, parameter.function == name else { return nil }
    return parameters.firstIndex { $0.name == parameter.name }
  }

  /// Attaches to whatever a call throws the place of the argument that it is about, or that of the call.
  func locating<Result>(
    _ arguments: borrowing Children, labels: [String?], in span: Span, _ work: () throws -> Result
  ) throws -> Result {
    do { return try work() } catch {
      let fault = Fault(error)
      let argument =
        fault.span == nil && fault.argument != nil
        ? fault.argument
        : number(of: fault.parameter).flatMap { (try? order(of: labels))?.positions[$0] }
      guard let argument else { throw fault.at(span) }
      throw fault.at(arguments.nodes[argument].span)
    }
  }
}

/// `xs.append(x)`, `net.parameters()`: a member that is called.
///
/// Where the receiver is a variable, a method may change it in place.
final class MethodCallNode: Node {
  private let base: Child
  private let place: Place?
  /// Why the receiver is not to be changed, if it is a constant.
  private let unchangeable: Fault?
  private let name: String
  private let nameSpan: Span
  /// What the name means, for each kind of receiver.
  private let methods: Library.MethodFamily
  private let arguments: Children
  private let labels: [String?]
  /// Whether this is `append` as it is usually written. Loops call it at every turn: it is done on the spot.
  private let isAppend: Bool

  init(
    _ base: Node, place: Place?, unchangeable: Fault?, _ name: String, _ nameSpan: Span,
    _ methods: Library.MethodFamily,
    _ arguments: [Node], labels: [String?], _ span: Span
  ) {
    self.base = Child(base)
    self.place = place
    self.unchangeable = unchangeable
    self.name = name
    self.nameSpan = nameSpan
    self.methods = methods
    self.arguments = Children(arguments)
    self.labels = labels
    isAppend = name == "append" && labels == [nil]
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    if let place, isAppend, place.pointer(frame).pointee.isArray { return try append(to: place, frame) }
    if let place, let method = methods[place.pointer(frame).pointee], method.isMutating {
      let values = try arguments.evaluate(frame)
      return try method.function.locating(arguments, labels: labels, in: span) {
        let call = try method.function.bind(values, labels: labels, frame.machine)
        // The variable holds the only reference, so its value changes in place.
        return try method.body(&place.pointer(frame).pointee, call)
      }
    }
    var receiver = try base.evaluate(frame)
    let values = try arguments.evaluate(frame)
    guard let method = methods[receiver] else {
      let member = try located(nameSpan) { try frame.machine.member(name, of: receiver) }
      if frame.machine.library.property(name, of: receiver) != nil, !values.isEmpty, !member.isCallable {
        throw Fault.propertyCalled(name, of: receiver).at(nameSpan)
      }
      return try located(span) { try frame.machine.call(member, values, labels: labels) }
    }
    guard !method.isMutating else {
      throw unchangeable
        ?? Fault(
          .badAssignment, "`\(name)` changes its receiver, which must be a variable here",
          help: ["give the value a name with `var` first"]
        ).at(span)
    }
    return try method.function.locating(arguments, labels: labels, in: span) {
      try frame.atLength {
        try method.body(&receiver, method.function.bind(values, labels: labels, frame.machine))
      }
    }
  }

  private func append(to place: Place, _ frame: Frame) throws -> Value {
    let element = try arguments.evaluate(0, frame)
    try located(span) { try Library.append(element, to: &place.pointer(frame).pointee) }
    return .void
  }
}
