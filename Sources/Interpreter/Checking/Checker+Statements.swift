import Language

extension Checker {
  mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .declaration(let isConstant, let pattern, let value):
      bind(pattern, to: infer(value).made(at: place(value.span)), isVariable: !isConstant)
    case .function(let function):
      if !scopes.isTopLevel { declare(function) }
      lookInside(function.parameters, function.body, isClosure: false)
    case .assignment(let target, let operation, let value):
      assign(target, operation, value)
    case .expression(let value): _ = infer(value)
    case .forLoop(let pattern, let sequence, let body):
      let sequence = infer(sequence)
      loop(over: body, isSure: sequence.isSurelyNotEmpty) {
        $0.bind(pattern, to: .unknown, isVariable: false)
      }
    case .whileLoop(let condition, let body):
      forget(Changes(in: [body]).names)
      _ = infer(condition)
      loop(over: body, isSure: false)
    case .break, .continue: break
    case .return(let value): if let value { _ = infer(value) }
    case .check(let condition, let claim):
      _ = infer(condition)
      if let claim { _ = infer(claim) }
    }
  }

  /// Goes through statements in a scope of their own.
  mutating func visit(_ block: Block) {
    scopes.open()
    defer { scopes.close() }
    visit(block.statements)
  }

  /// Goes through statements; those behind one that may leave the block are not sure to run.
  mutating func visit(_ statements: [Statement]) {
    for case .function(let function) in statements.lazy.map(\.kind) { declare(function) }
    let outer = uncertainty
    defer { uncertainty = outer }
    for statement in statements {
      visit(statement)
      if uncertainty == outer, statement.mayLeaveBlock { uncertainty += 1 }
    }
  }

  /// Goes through a block that may or may not run; what it changes is not known afterwards.
  mutating func visitPerhaps(_ blocks: [Block]) {
    let before = (scopes, knowsVariables)
    for block in blocks {
      uncertainty += 1
      visit(block)
      uncertainty -= 1
      (scopes, knowsVariables) = before
    }
    forget(Changes(in: blocks).names)
  }

  private mutating func loop(
    over body: Block, isSure: Bool, binding: (inout Checker) -> Void = { _ in }
  ) {
    // What the body changes has another value at its second turn.
    forget(Changes(in: [body]).names)
    if !isSure { uncertainty += 1 }
    scopes.open()
    binding(&self)
    visit(body.statements)
    scopes.close()
    if !isSure { uncertainty -= 1 }
    forget(Changes(in: [body]).names)
  }

  // MARK: Declarations

  mutating func declare(_ function: Function) {
    let known = KnownFunction(
      name: function.name, parameters: function.parameters, body: function.body,
      isSelfContained: scopes.isTopLevel, place: function.nameSpan)
    declare(function.name, Known(.function(known)), isVariable: false)
  }

  private mutating func bind(_ pattern: Pattern, to known: Known, isVariable: Bool) {
    switch pattern {
    case .name(let name, _): declare(name, known, isVariable: isVariable)
    case .wildcard: break
    case .tuple(let parts, _):
      let elements: [Known]? =
        if case .tuple(_, let elements) = known.content { elements } else { known.elements }
      for (index, part) in parts.enumerated() {
        let element = elements.flatMap { $0.count == parts.count ? $0[index] : nil } ?? .unknown
        bind(part, to: element, isVariable: isVariable)
      }
    }
  }

  private mutating func assign(_ target: Expression, _ operation: BinaryOperator?, _ value: Expression) {
    if case .tuple = target.kind {
      _ = infer(value)
      for part in target.assignedParts {
        _ = infer(part)
        if let name = part.root { assign(name, .unknown) }
      }
      return
    }
    let known = infer(value)
    guard case .name(let name) = target.kind else {
      if !isMemberFixed(in: target) { _ = infer(target) }
      // Elements of a tensor change without its shape; of anything else nothing is known any more.
      if let name = target.root, meaning(of: name).tensorShape == nil { assign(name, .unknown) }
      return
    }
    guard let operation else { return assign(name, known) }
    let left = KnownCall.Argument(known: meaning(of: name), span: place(target.span))
    let right = KnownCall.Argument(known: known, span: place(value.span))
    assign(name, inferring { try $0.combine(operation, left, right) })
  }
}

extension Checker {
  /// Whether something is to be assigned to a member of anything but a tuple, or to a part of one; reports it.
  mutating func isMemberFixed(in target: Expression) -> Bool {
    switch target.kind {
    case .index(let base, _): return isMemberFixed(in: base)
    case .member(_, let name, _):
      guard hasFixedMember(target) else { return false }
      report(Misfit(.fixedMember(name), at: place(target.span)))
      return true
    default: return false
    }
  }

  private mutating func hasFixedMember(_ part: Expression) -> Bool {
    switch part.kind {
    case .index(let base, _): hasFixedMember(base)
    case .member(let base, _, _): infer(base).hasFixedMembers || hasFixedMember(base)
    default: false
    }
  }
}

extension Known {
  /// Whether it is known and no tuple: then no member of it can be assigned to.
  fileprivate var hasFixedMembers: Bool {
    switch content {
    case .unknown, .tuple, .value(.tuple): false
    default: true
    }
  }

  /// Whether a loop over it surely runs once.
  fileprivate var isSurelyNotEmpty: Bool {
    switch content {
    case .list(let elements): !elements.isEmpty
    case .value(.array(let elements)): !elements.isEmpty
    case .value(.range(let range)): range.integers.map { !$0.isEmpty } ?? false
    default: (tensorShape?.lengths.first ?? nil).map { $0 > 0 } ?? false
    }
  }
}
