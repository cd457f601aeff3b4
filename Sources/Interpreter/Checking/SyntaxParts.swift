import Language

extension Expression {
  /// The expressions and blocks that an expression consists of.
  var parts: (expressions: [Expression], blocks: [Block]) {
    switch kind {
    case .invalid, .integer, .number, .boolean, .nilLiteral, .closureParameter, .ellipsis, .name, .library:
      ([], [])
    case .string(let parts):
      (parts.compactMap { if case .expression(let value) = $0 { value } else { nil } }, [])
    case .array(let elements): (elements, [])
    case .dictionary(let pairs): (pairs.flatMap { [$0.key, $0.value] }, [])
    case .tuple(let elements): (elements.map(\.value), [])
    case .closure(let closure): (closure.parameters.compactMap(\.defaultValue), [closure.body])
    case .unary(_, let operand): ([operand], [])
    case .binary(_, let left, let right), .logical(_, let left, let right): ([left, right], [])
    case .comparison(let first, let rest): ([first] + rest.map(\.right), [])
    case .conditional(let condition, let then, let otherwise): ([condition, then, otherwise], [])
    case .ifElse(let condition, let then, let otherwise):
      ([condition], [then] + (otherwise.map { [$0] } ?? []))
    case .range(let lower, let upper, _): ([lower, upper].compactMap { $0 }, [])
    case .call(let callee, let arguments): ([callee] + arguments.map(\.value), [])
    case .index(let base, let indices): ([base] + indices, [])
    case .member(let base, _, _): ([base], [])
    }
  }

  /// The name that an expression is, or whose element or member it is.
  var root: String? { if case .name(let name) = rootExpression.kind { name } else { nil } }

  /// What an expression is an element or member of, or an element or member of these; or the expression itself.
  var rootExpression: Expression {
    switch kind {
    case .index(let base, _), .member(let base, _, _): base.rootExpression
    default: self
    }
  }

  /// Whether it is an element or member of something.
  var isPart: Bool {
    switch kind {
    case .index, .member: true
    default: false
    }
  }
}

extension Statement {
  /// The expressions and blocks that a statement consists of.
  var parts: (expressions: [Expression], blocks: [Block]) {
    switch kind {
    case .declaration(_, _, let value): ([value], [])
    case .function(let function): (function.parameters.compactMap(\.defaultValue), [function.body])
    case .assignment(let target, _, let value): ([target, value], [])
    case .expression(let value): ([value], [])
    case .forLoop(_, let sequence, let body): ([sequence], [body])
    case .whileLoop(let condition, let body): ([condition], [body])
    case .break, .continue: ([], [])
    case .return(let value): (value.map { [$0] } ?? [], [])
    case .check(let condition, let claim): ([condition] + (claim.map { [$0] } ?? []), [])
    }
  }

  /// Whether it can leave the block that it stands in, so that what follows may never run.
  var mayLeaveBlock: Bool {
    switch kind {
    case .break, .continue, .return: return true
    case .function: return false
    case .forLoop(_, _, let body), .whileLoop(_, let body): return body.returns
    default: return parts.expressions.contains { $0.mayLeaveBlock }
    }
  }
}

extension Expression {
  fileprivate var mayLeaveBlock: Bool {
    if case .closure = kind { return false }
    let parts = parts
    return parts.expressions.contains { $0.mayLeaveBlock }
      || parts.blocks.contains { $0.statements.contains { $0.mayLeaveBlock } }
  }
}

extension Block {
  /// Whether a `return` stands in it; `break` and `continue` only leave the loop whose body it is.
  fileprivate var returns: Bool {
    statements.contains { statement in
      if case .return = statement.kind { return true }
      if case .function = statement.kind { return false }
      let parts = statement.parts
      return parts.blocks.contains { $0.returns } || parts.expressions.contains { $0.returns }
    }
  }
}

extension Expression {
  fileprivate var returns: Bool {
    if case .closure = kind { return false }
    let parts = parts
    return parts.blocks.contains { $0.returns } || parts.expressions.contains { $0.returns }
  }
}

/// The names that some statements change: by assignment, and perhaps by a method that changes its receiver.
struct Changes {
  private(set) var names: Set<String> = []

  init(in blocks: [Block]) {
    for block in blocks { visit(block.statements, isCounted: true) }
  }

  /// The names that functions and closures inside of some statements change.
  init(insideFunctionsOf statements: [Statement]) { visit(statements, isCounted: false) }

  private mutating func visit(_ statements: [Statement], isCounted: Bool) {
    for statement in statements {
      if isCounted, case .assignment(let target, _, _) = statement.kind {
        names.formUnion(target.assignedParts.compactMap(\.root))
      }
      let isFunction: Bool = if case .function = statement.kind { true } else { false }
      let parts = statement.parts
      for expression in parts.expressions { visit(expression, isCounted: isCounted) }
      for block in parts.blocks { visit(block.statements, isCounted: isCounted || isFunction) }
    }
  }

  private mutating func visit(_ expression: Expression, isCounted: Bool) {
    if isCounted, case .call(let callee, _) = expression.kind, case .member(let base, _, _) = callee.kind,
      let name = base.root
    {
      names.insert(name)
    }
    let isClosure: Bool = if case .closure = expression.kind { true } else { false }
    let parts = expression.parts
    for part in parts.expressions { visit(part, isCounted: isCounted) }
    for block in parts.blocks { visit(block.statements, isCounted: isCounted || isClosure) }
  }
}
