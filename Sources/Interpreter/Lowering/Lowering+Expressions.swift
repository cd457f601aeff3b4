import Language

extension Lowering {
  /// - Parameter isValueNeeded: false for an expression that stands as a statement, where `return` may leave
  ///   through its `if`.
  mutating func expression(_ expression: Expression, isValueNeeded: Bool = true) -> Node {
    let span = expression.span
    switch expression.kind {
    case .invalid: return Node(span)
    case .integer(let value): return ConstantNode(.int(value), span)
    case .number(let value): return ConstantNode(.double(value), span)
    case .boolean(let value): return ConstantNode(.boolean(value), span)
    case .nilLiteral: return ConstantNode(.null, span)
    case .string(let parts): return string(parts, span)
    case .name(let name): return read(name, span)
    case .library(let name): return ConstantNode(library.value(name) ?? .null, span)
    case .closureParameter(let index): return read("$\(index)", span)
    case .array(let elements): return ArrayNode(elements.map { self.expression($0) }, span)
    case .dictionary(let pairs):
      return DictionaryNode(pairs.map { (self.expression($0.key), self.expression($0.value)) }, span)
    case .tuple(let elements):
      return TupleNode(elements.map(\.label), elements.map { self.expression($0.value) }, span)
    case .closure(let closure):
      let code = FunctionCode(
        name: "closure", source: source,
        parameters: closure.parameters.map { .init(label: $0.label, name: $0.name, defaultValue: nil) },
        syntax: FunctionSyntax(nameSpan: nil, parameters: closure.parameters, body: closure.body))
      return function(code, closure.parameters, closure.body, span)
    case .unary(let operation, let operand):
      let operand = self.expression(operand)
      if let constant = operand as? ConstantNode, operation == .negate,
        let value = try? negated(constant.value)
      {
        return ConstantNode(value, span)
      }
      return UnaryNode(operation, operand, span)
    case .binary(let operation, let left, let right):
      return BinaryNode.make(operation, self.expression(left), self.expression(right), span)
    case .comparison(let first, let rest):
      let left = self.expression(first)
      let parts = rest.map { ($0.operation, self.expression($0.right)) }
      return parts.count == 1
        ? ComparisonNode(parts[0].0, left, parts[0].1, span) : ComparisonChainNode(left, parts, span)
    case .logical(let operation, let left, let right):
      return LogicNode(operation, self.expression(left), self.expression(right), span)
    case .conditional(let condition, let then, let otherwise):
      return IfNode(
        self.expression(condition), self.expression(then), self.expression(otherwise), span)
    case .ifElse(let condition, let then, let otherwise):
      return ifElse(condition, then, otherwise, isValueNeeded: isValueNeeded, span)
    case .range(let lower, let upper, let isClosed):
      return RangeNode(
        lower.map { self.expression($0) }, upper.map { self.expression($0) }, isClosed: isClosed, span)
    case .ellipsis: return EllipsisNode(span)
    case .index(let base, let indices):
      return IndexNode(self.expression(base), indices.map { self.expression($0) }, span)
    case .member(let base, let name, let nameSpan):
      return MemberNode(self.base(base, of: name), name, nameSpan, span)
    case .call(let callee, let arguments): return call(callee, arguments, span)
    }
  }

  private mutating func string(_ parts: [StringPart], _ span: Span) -> Node {
    var lowered: [StringNode.Part] = []
    for part in parts {
      switch part {
      case .text(let text): lowered.append(.text(text))
      case .expression(let value): lowered.append(.value(expression(value)))
      }
    }
    if lowered.isEmpty { return ConstantNode(.string(""), span) }
    if lowered.count == 1, case .text(let text) = lowered[0] { return ConstantNode(.string(text), span) }
    return StringNode(lowered, span)
  }

  /// What stands before a dot.
  private mutating func base(_ base: Expression, of member: String) -> Node {
    if case .name(let name) = base.kind { return read(name, before: member, base.span) }
    // `torch.nn.Linear`: what is meant stands behind all modules.
    if case .member(let inner, let name, let nameSpan) = base.kind, ForeignNames.modules.contains(name),
      let root = inner.root, ForeignNames.modules.contains(root)
    {
      return MemberNode(self.base(inner, of: member), name, nameSpan, base.span)
    }
    return expression(base)
  }

  mutating func read(_ name: String, before member: String? = nil, _ span: Span) -> Node {
    switch meaning(of: name, before: member, at: span) {
    case .variable(let variable)?:
      variable.isShared ? SharedNode(variable.slot, name, span) : LocalNode(variable.slot, span)
    case .global(let index)?: GlobalNode(globals[index], name, span)
    case .library(let function)?: libraryFunction(function, span)
    case .constant(let value)?: ConstantNode(value, span)
    case nil: Node(span)
    }
  }

  private mutating func libraryFunction(_ function: LibraryFunction, _ span: Span) -> Node {
    if function.name == "import" { report(.misplacedImport, at: span) }
    return ConstantNode(.library(function), span)
  }

  private mutating func ifElse(
    _ condition: Expression, _ then: Block, _ otherwise: Block?, isValueNeeded: Bool, _ span: Span
  ) -> Node {
    if isValueNeeded, otherwise == nil {
      report(
        .misplacedStatement, "this `if` needs an `else`, since its value is used", at: span,
        help: ["add `else { … }`"])
    }
    let condition = expression(condition)
    if isValueNeeded { context.valueDepth += 1 }
    let node = IfNode(condition, block(then), otherwise.map { block($0) }, span)
    if isValueNeeded { context.valueDepth -= 1 }
    return node
  }

  // MARK: Calls

  private mutating func call(_ callee: Expression, _ arguments: [Argument], _ span: Span) -> Node {
    let labels = arguments.map(\.label)
    if case .member(let base, let name, let nameSpan) = callee.kind {
      return methodCall(name, nameSpan, of: base, arguments, span)
    }
    var shortcut = CallNode.Shortcut.none
    if case .library(let name) = callee.kind, case .library(let function)? = library.value(name) {
      return libraryCall(function, arguments, span)
    }
    if case .name(let name) = callee.kind, let meaning = meaning(of: name, at: callee.span) {
      switch meaning {
      case .library(let function): return libraryCall(function, arguments, span)
      case .global(let index):
        checkCall(name, index, arguments, span)
        shortcut = .global(globals[index])
      case .variable(let variable) where variable.isConstant: shortcut = .slot(variable.slot)
      default: break
      }
    } else if case .name = callee.kind {
      // The unknown name has been reported; its arguments may hold more problems.
      for argument in arguments { _ = expression(argument.value) }
      return Node(span)
    }
    return CallNode(
      expression(callee), shortcut, arguments.map { expression($0.value) }, labels: labels, span)
  }

  private mutating func methodCall(
    _ name: String, _ nameSpan: Span, of base: Expression, _ arguments: [Argument], _ span: Span
  ) -> Node {
    let methods = library.methods(named: name)
    let labels = arguments.map(\.label)
    let root = base.rootExpression
    let owner: Changeability =
      if case .name(let name) = root.kind { changeability(of: name, at: root.span) } else { .unknown }
    if methods.areMutating, base.isPart, case .place(let place) = owner {
      // The name is looked up like any other: it may be used above its declaration.
      _ = meaning(of: base.root ?? "", at: root.span)
      let path = path(to: base).steps
      return PartMethodCallNode(
        place, path, name, nameSpan, methods, arguments.map { expression($0.value) }, labels: labels, span)
    }
    var (place, fault): (Place?, Fault?) = (nil, nil)
    switch owner {
    case .place(let found): place = base.isPart ? nil : found
    case .fault(let found): fault = found
    case .unknown: break
    }
    return MethodCallNode(
      self.base(base, of: name), place: place, unchangeable: fault, name, nameSpan, methods,
      arguments.map { expression($0.value) }, labels: labels, span)
  }

  private mutating func libraryCall(_ function: LibraryFunction, _ arguments: [Argument], _ span: Span)
    -> Node
  {
    let nodes = arguments.map { expression($0.value) }
    if function.name == "import" {
      report(.misplacedImport, at: span)
      return Node(span)
    }
    do {
      let order = try function.order(of: arguments.map(\.label))
      return LibraryCallNode(
        function, order.positions.map { $0.map { nodes[$0] } }, rest: order.rest.map { nodes[$0] },
        labels: order.labels, span)
    } catch {
      report(Fault(error), at: place(of: error, in: arguments) ?? span)
      return Node(span)
    }
  }

  /// Checks a call of a function whose signature is known: declared in this cell, or a constant from before.
  private mutating func checkCall(_ name: String, _ index: Int, _ arguments: [Argument], _ span: Span) {
    let code: FunctionCode
    if let known = functions[name] {
      code = known
    } else if hasEarlierValue(name), globals.names[index].isConstant,
      case .function(let function) = globals[index].value.pointee
    {
      code = function.code
    } else {
      return
    }
    do { _ = try code.order(of: arguments.map(\.label)) } catch {
      report(Fault(error), at: place(of: error, in: arguments) ?? span)
    }
  }

  /// The label or argument that a complaint about a call is about.
  private func place(of error: any Error, in arguments: [Argument]) -> Span? {
    guard let index = (error as? Fault)?.argument, arguments.indices.contains(index) else { return nil }
    return arguments[index].labelSpan ?? arguments[index].value.span
  }
}
