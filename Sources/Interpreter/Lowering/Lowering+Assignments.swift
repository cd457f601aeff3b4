import Language

extension Lowering {
  /// `x = …`, `x[i][j] += …`, `pair.first = …`
  mutating func assignment(
    _ target: Expression, _ operation: BinaryOperator?, _ value: Node, _ span: Span
  ) -> Node {
    let (base, path) = path(to: target)
    switch base.kind {
    case .name(let name):
      guard let place = variablePlace(name, at: base.span, isUndeclared: operation == nil && path.isEmpty)
      else {
        return Node(span)
      }
      if !path.isEmpty { return ElementAssignmentNode(place, path, operation, value, span) }
      if let operation { return UpdateNode.make(place, read(name, base.span), operation, value, span) }
      return UpdateNode.make(place, whoseValueIsIn: value) ?? AssignmentNode(place, value, span)
    case .invalid: break
    default:
      report(.badAssignment, "only a variable's elements can be assigned to", at: base.span)
    }
    return Node(span)
  }

  /// The steps from what an element or member belongs to down to it; the index expressions are lowered.
  mutating func path(to part: Expression) -> (base: Expression, steps: [AccessStep]) {
    var base = part
    var parts: [(AccessStep.Part, Span)] = []
    while true {
      switch base.kind {
      case .index(let inner, let indices):
        parts.append((.element(indices.map { expression($0) }), base.span))
        base = inner
      case .member(let inner, let name, _):
        parts.append((.member(name), base.span))
        base = inner
      default: return (base, parts.reversed().map { AccessStep(part: $0, span: $1) })
      }
    }
  }

  /// `(a, b) = (b, a)`: all values are found before the first is assigned. A tuple that is written out is never made.
  mutating func assignment(
    _ targets: [Expression], _ value: Expression, at place: Span, _ span: Span
  ) -> Node {
    guard case .tuple(let values) = value.kind, values.count == targets.count else {
      return assignment(targets, partsOf: expression(value), at: place, span)
    }
    let slots = targets.map { _ in context.newSlot() }
    var nodes: [Node] = []
    for (slot, value) in zip(slots, values) {
      nodes.append(DeclarationNode(.place(.local(slot)), expression(value.value), value.value.span))
    }
    nodes += assignments(targets, slots, span)
    return BlockNode.shortest(nodes, span)
  }

  private mutating func assignment(
    _ targets: [Expression], partsOf value: Node, at place: Span, _ span: Span
  ) -> Node {
    let slots = targets.map { _ in context.newSlot() }
    let places = Target.tuple(slots.map { .place(.local($0)) }, place)
    return BlockNode.shortest(
      [DeclarationNode(places, value, span)] + assignments(targets, slots, span), span)
  }

  /// Gives each of some targets what lies in its slot.
  private mutating func assignments(_ targets: [Expression], _ slots: [Int], _ span: Span) -> [Node] {
    var nodes: [Node] = []
    for (target, slot) in zip(targets, slots) {
      let value = LocalNode(slot, target.span)
      if case .tuple(let parts) = target.kind {
        nodes.append(assignment(parts.map(\.value), partsOf: value, at: target.span, span))
      } else {
        nodes.append(assignment(target, nil, value, span))
      }
    }
    return nodes
  }

  /// Where a variable lives that is about to be changed; reports constants and unknown names.
  private mutating func variablePlace(_ name: String, at span: Span, isUndeclared: Bool) -> Place? {
    if isUndeclared, !isKnown(name) {
      let help = "declare it with its first value: `let \(name) = …`, or `var` if it is to change"
      reportUnknown(
        name, Fault(.unknownName, "`\(name)` is not declared", label: "not found", help: [help]), at: span)
      return nil
    }
    guard let meaning = meaning(of: name, at: span) else { return nil }
    switch meaning {
    case .variable(let variable) where !variable.isConstant:
      return variable.isShared ? .shared(variable.slot) : .local(variable.slot)
    case .variable(let variable):
      let fault = Fault.unchangeable(name, variable.origin)
      report(
        fault.code, fault.message, at: span, label: fault.label, help: fault.help,
        related: [Problem.Label(variable.span, "declared here")])
    case .global(let index) where !isConstant(name, index):
      return .global(globals[index])
    case .global: report(.unchangeable(name), at: span)
    case .library, .constant:
      report(
        .constantAssignment, "`\(name)` belongs to the library", at: span, label: "cannot be changed",
        help: ["a `let \(name) = …` of your own takes its place"])
    }
    return nil
  }

  private func isKnown(_ name: String) -> Bool {
    context.variable(name) != nil || globals.index(of: name) != nil || library.value(name) != nil
      || functions[name] != nil
  }

  /// Where the variable of a name lives, if it may be changed in place, or why it may not.
  enum Changeability {
    case place(Place)
    case fault(Fault)
    /// It is no name of the notebook.
    case unknown
  }

  func changeability(of name: String, at span: Span) -> Changeability {
    if let variable = context.variable(name) {
      if variable.isConstant { return .fault(.unchangeable(name, variable.origin).at(span)) }
      return .place(variable.isShared ? .shared(variable.slot) : .local(variable.slot))
    }
    // What the cell declares further down, a function may change already.
    let later = isTopLevel ? nil : ownNames[name]
    guard let index = globals.index(of: name) ?? later.map({ globals.declare(name, isConstant: $0) }) else {
      return .unknown
    }
    return isConstant(name, index) ? .fault(.unchangeable(name).at(span)) : .place(.global(globals[index]))
  }
}

extension Fault {
  /// A change of a local constant.
  static func unchangeable(_ name: String, _ origin: Variable.Origin) -> Fault {
    let (what, help) =
      switch origin {
      case .declaration: ("a constant", "declare it with `var` to change it later")
      case .parameter: ("a parameter", "change a variable of your own: `var changed = \(name)`")
      case .loop: ("set by the loop", "change a variable of your own: `var changed = \(name)`")
      }
    return Fault(.constantAssignment, "`\(name)` is \(what)", label: "cannot be changed", help: [help])
  }

  /// A change of a constant of the notebook.
  static func unchangeable(_ name: String) -> Fault {
    Fault(
      .constantAssignment, "`\(name)` is a constant", label: "cannot be changed",
      help: ["declare it with `var` to change it later, or write `let \(name) = …` in a cell to replace it"])
  }
}
