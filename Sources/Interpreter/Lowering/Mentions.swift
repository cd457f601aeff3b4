import Language

/// Collects the names that functions and closures inside some statements mention.
///
/// An approximation from above: a variable of such a name is shared even where another one is meant, which costs
/// a box and changes no result.
struct Mentions {
  private(set) var names: Set<String> = []
  private var depth = 0

  static func inside(_ block: Block) -> Set<String> { inside(block.statements) }

  static func inside(_ statements: [Statement]) -> Set<String> {
    var mentions = Mentions()
    mentions.visit(statements)
    return mentions.names
  }

  private mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .declaration(_, _, let value): visit(value)
    case .function(let function): visitFunction(function.parameters, function.body)
    case .assignment(let target, _, let value):
      visit(target)
      visit(value)
    case .expression(let expression): visit(expression)
    case .forLoop(_, let sequence, let body):
      visit(sequence)
      visit(body.statements)
    case .whileLoop(let condition, let body):
      visit(condition)
      visit(body.statements)
    case .break, .continue: break
    case .return(let value): value.map { visit($0) }
    case .check(let condition, let claim):
      visit(condition)
      claim.map { visit($0) }
    }
  }

  private mutating func visitFunction(_ parameters: [Parameter], _ body: Block) {
    depth += 1
    for parameter in parameters { parameter.defaultValue.map { visit($0) } }
    visit(body.statements)
    depth -= 1
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .invalid, .integer, .number, .boolean, .nilLiteral, .library, .closureParameter, .ellipsis: break
    case .name(let name): if depth > 0 { names.insert(name) }
    case .string(let parts):
      for case .expression(let value) in parts { visit(value) }
    case .array(let elements): for element in elements { visit(element) }
    case .dictionary(let pairs):
      for pair in pairs {
        visit(pair.key)
        visit(pair.value)
      }
    case .tuple(let elements): for element in elements { visit(element.value) }
    case .closure(let closure): visitFunction(closure.parameters, closure.body)
    case .unary(_, let operand): visit(operand)
    case .binary(_, let left, let right), .logical(_, let left, let right):
      visit(left)
      visit(right)
    case .comparison(let first, let rest):
      visit(first)
      for part in rest { visit(part.right) }
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .ifElse(let condition, let then, let otherwise):
      visit(condition)
      visit(then.statements)
      if let otherwise { visit(otherwise.statements) }
    case .range(let lower, let upper, _):
      lower.map { visit($0) }
      upper.map { visit($0) }
    case .call(let callee, let arguments):
      visit(callee)
      for argument in arguments { visit(argument.value) }
    case .index(let base, let indices):
      visit(base)
      for index in indices { visit(index) }
    case .member(let base, _, _): visit(base)
    }
  }
}
