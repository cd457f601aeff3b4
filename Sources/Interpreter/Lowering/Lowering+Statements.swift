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
        return ForNode(target, sequence, lowering.loopBody(body, of: statement), span)
      }
    case .whileLoop(let condition, let body):
      return WhileNode(expression(condition), loopBody(body, of: statement), span)
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
      return CheckNode(
        node, claim: claim.map { expression($0) }, text: source[condition.span],
        upToRounding: upToRounding(condition), span)
    }
  }

  private func upToRounding(_ condition: Expression) -> String? {
    guard case .comparison(let left, let rest) = condition.kind, rest.count == 1, rest[0].operation == .equal
    else { return nil }
    return "check allClose(\(source.excerpt(left.span)), \(source.excerpt(rest[0].right.span)))"
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

  private mutating func loopBody(_ body: Block, of loop: Statement) -> Node {
    let valueDepth = context.valueDepth
    // `break` may leave the loop, but `return` would still leave the `if` around it.
    context.outerValueDepth += valueDepth
    context.valueDepth = 0
    defer {
      context.outerValueDepth -= valueDepth
      context.valueDepth = valueDepth
    }
    return pass(block(body), of: loop)
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
    // Of two functions with one name, which is a mistake, only one has its signature there.
    if isGlobal, let known = functions[function.name], known.syntax?.nameSpan == function.nameSpan {
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
}
