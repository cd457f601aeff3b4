import Language

extension Lowering {
  mutating func statement(_ statement: Statement, isGlobal: Bool = true) -> Node {
    guard let watch else { return unwatched(statement, isGlobal: isGlobal) }
    return watched(statement, isGlobal: isGlobal, by: watch)
  }

  /// The statement alone, without a word to a debugger.
  mutating func unwatched(_ statement: Statement, isGlobal: Bool) -> Node {
    let span = statement.span
    // Only statements that stand directly in the cell declare names of the notebook.
    let isGlobal = isGlobal && isTopLevel
    switch statement.kind {
    case .declaration(let isConstant, let pattern, let value):
      let value = expression(value)
      return DeclarationNode(target(pattern, isConstant: isConstant, isGlobal: isGlobal), value, span)
    case .function(let function):
      return functionDeclaration(function, isGlobal: isGlobal, span)
    case .assignment(let target, let operation, let value):
      if case .tuple(let targets) = target.kind {
        return assignment(targets.map(\.value), value, at: target.span, span)
      }
      return assignment(target, operation, expression(value), span)
    case .expression(let value):
      if isGlobal, let node = importedFile(statement) { return node }
      return expression(value, isValueNeeded: false)
    case .forLoop(let pattern, let sequence, let body):
      let sequence = expression(sequence)
      return inScope { lowering in
        let target = lowering.target(pattern, isConstant: true, origin: .loop, isGlobal: false)
        return ForNode(target, sequence, lowering.loopBody(body), span)
      }
    case .whileLoop(let condition, let body):
      return WhileNode(expression(condition), loopBody(body), span)
    case .break, .continue:
      if context.valueDepth > 0 {
        report(
          .misplacedStatement, "`\(source[span])` stands inside an `if` whose value is needed", at: span)
      }
      if case .break = statement.kind { return BreakNode(span) }
      return ContinueNode(span)
    case .return(let value):
      if context.valueDepth + context.outerValueDepth > 0 {
        report(
          .misplacedStatement, "`return` stands inside an `if` whose value is needed", at: span,
          help: ["make the `if` a statement of its own"])
      }
      return ReturnNode(value.map { expression($0) }, span)
    case .check(let condition, let claim):
      let node = expression(condition)
      return CheckNode(node, claim: claim.map { expression($0) }, text: source[condition.span], span)
    }
  }

  /// The statements of a block, in a scope of their own.
  mutating func block(_ block: Block) -> Node {
    inScope { $0.statements(block) }
  }

  /// The statements of a block; its functions are known from its start, so that they can call each other.
  mutating func statements(_ block: Block) -> Node {
    var shared: [Int] = []
    for case .function(let function) in block.statements.map(\.kind) {
      let place = declare(
        function.name, isConstant: true, isFunction: true, at: function.nameSpan, isGlobal: false)
      if case .shared(let slot) = place { shared.append(slot) }
    }
    var nodes = block.statements.map { statement($0, isGlobal: false) }
    if !shared.isEmpty { nodes.insert(ShareNode(shared, block.span), at: 0) }
    return BlockNode.shortest(nodes, block.span)
  }

  private mutating func loopBody(_ body: Block) -> Node {
    let valueDepth = context.valueDepth
    // `break` may leave the loop, but `return` would still leave the `if` around it.
    context.outerValueDepth += valueDepth
    context.valueDepth = 0
    defer {
      context.outerValueDepth -= valueDepth
      context.valueDepth = valueDepth
    }
    return block(body)
  }

  mutating func inScope<Result>(_ body: (inout Lowering) -> Result) -> Result {
    let context = self.context
    return context.inScope { body(&self) }
  }

  // MARK: Declarations

  mutating func target(
    _ pattern: Pattern, isConstant: Bool, origin: Variable.Origin = .declaration, isGlobal: Bool
  ) -> Target {
    switch pattern {
    case .name(let name, let span):
      .place(declare(name, isConstant: isConstant, origin: origin, at: span, isGlobal: isGlobal))
    case .wildcard: .ignored
    case .tuple(let parts, let span):
      .tuple(
        parts.map { target($0, isConstant: isConstant, origin: origin, isGlobal: isGlobal) }, span)
    }
  }

  private mutating func functionDeclaration(_ function: Function, isGlobal: Bool, _ span: Span) -> Node {
    let place: Place
    let code: FunctionCode
    if isGlobal, let known = functions[function.name] {
      place = declare(function.name, isConstant: true, at: function.nameSpan, isGlobal: true)
      code = known
    } else {
      let variable = context.variable(function.name)
      place = variable.map { $0.isShared ? .shared($0.slot) : .local($0.slot) } ?? .local(0)
      code = self.code(of: function)
    }
    return FunctionDeclarationNode(place, self.function(code, function.parameters, function.body, span), span)
  }

  /// Lowers the inside of a function or closure.
  mutating func function(_ code: FunctionCode, _ parameters: [Parameter], _ body: Block, _ span: Span)
    -> FunctionNode
  {
    let inner = FunctionContext(parent: context, mentionedInside: Mentions.inside(body))
    let outer = context
    context = inner
    defer { context = outer }
    for parameter in parameters {
      // `_` takes a slot like any other parameter, but no name.
      if parameter.name == "_" {
        _ = inner.newSlot()
      } else if case .failure = inner.declare(
        parameter.name, isConstant: true, origin: .parameter, at: parameter.span)
      {
        report(.duplicateName, "two parameters are called `\(parameter.name)`", at: parameter.span)
      }
    }
    let defaults = parameters.map { $0.defaultValue.map { expression($0) } }
    var block = self.block(body).last
    if watch != nil { block = TrackedBody(block, of: code, captured: inner.capturedVariables) }
    code.complete(
      body: block, defaults: defaults, frameSize: inner.slotCount,
      captureSlots: inner.captures.map(\.inner), mentionedGlobals: inner.mentionedGlobals)
    return FunctionNode(code, captured: inner.captures.map(\.outer), span)
  }

  // MARK: Assignments

  private mutating func assignment(
    _ target: Expression, _ operation: BinaryOperator?, _ value: Node, _ span: Span
  ) -> Node {
    var base = target
    var path: [AccessStep] = []
    while case .index(let inner, let indices) = base.kind {
      path.insert(AccessStep(indices: indices.map { expression($0) }, span: base.span), at: 0)
      base = inner
    }
    switch base.kind {
    case .name(let name):
      guard let place = variablePlace(name, at: base.span, isUndeclared: operation == nil && path.isEmpty)
      else {
        return Node(span)
      }
      if !path.isEmpty { return ElementAssignmentNode(place, path, operation, value, span) }
      if let operation { return UpdateNode.make(place, read(name, base.span), operation, value, span) }
      return UpdateNode.make(place, whoseValueIsIn: value) ?? AssignmentNode(place, value, span)
    case .member(_, let member, _):
      report(
        .badAssignment, "the member `\(member)` cannot be assigned to", at: base.span,
        help: ["values are changed as a whole: give the name a new value"])
    case .invalid: break
    default:
      report(.badAssignment, "only a variable's elements can be assigned to", at: base.span)
    }
    return Node(span)
  }

  /// `(a, b) = (b, a)`: all values are found before the first is assigned. A tuple that is written out is never made.
  private mutating func assignment(
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
      report(
        .unknownName, "`\(name)` is not declared", at: span, label: "not found",
        help: ["declare it with its first value: `let \(name) = …`, or `var` if it is to change"])
      return nil
    }
    guard let meaning = meaning(of: name, at: span) else { return nil }
    switch meaning {
    case .variable(let variable) where !variable.isConstant:
      return variable.isShared ? .shared(variable.slot) : .local(variable.slot)
    case .variable(let variable):
      let (what, help) =
        switch variable.origin {
        case .declaration: ("a constant", "declare it with `var` to change it later")
        case .parameter: ("a parameter", "change a variable of your own: `var changed = \(name)`")
        case .loop: ("set by the loop", "change a variable of your own: `var changed = \(name)`")
        }
      report(
        .constantAssignment, "`\(name)` is \(what)", at: span, label: "cannot be changed", help: [help],
        related: [Problem.Label(variable.span, "declared here")])
    case .global(let index) where !globals.names[index].isConstant:
      return .global(globals[index])
    case .global:
      report(
        .constantAssignment, "`\(name)` is a constant", at: span, label: "cannot be changed",
        help: ["declare it with `var` to change it later, or write `let \(name) = …` in a cell to replace it"]
      )
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

  /// The place of a variable, if the expression is one that may be changed in place.
  mutating func changeablePlace(_ expression: Expression) -> Place? {
    guard case .name(let name) = expression.kind else { return nil }
    if let variable = context.variable(name) {
      if variable.isConstant { return nil }
      return variable.isShared ? .shared(variable.slot) : .local(variable.slot)
    }
    guard let index = globals.index(of: name), !globals.names[index].isConstant else { return nil }
    return .global(globals[index])
  }
}
