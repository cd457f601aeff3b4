/// What an expression of a `ScalarProgram` can be.
enum ScalarValue {
  case int(Int)
  case double(Double)
  case boolean(Bool)

  /// What messages call it.
  var kind: String {
    switch self {
    case .int: "an integer"
    case .double: "a number"
    case .boolean: "a boolean"
    }
  }

  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .boolean: nil
    }
  }
}

/// Evaluates a `ScalarProgram` in the plainest way, to compare the language with.
struct ScalarReference {
  /// A message as the language words it.
  struct Mistake: Error { let message: String }
  /// The program takes too long to be worth comparing.
  struct TooLong: Error {}

  private final class Scope {
    let parent: Scope?
    var values: [String: ScalarValue] = [:]
    var closures: [String: (parameter: String, body: [ScalarProgram.Statement], scope: Scope)] = [:]

    init(_ parent: Scope?) { self.parent = parent }

    func owner(of name: String) -> Scope? { values[name] == nil ? parent?.owner(of: name) : self }

    func closure(_ name: String) -> (parameter: String, body: [ScalarProgram.Statement], scope: Scope)? {
      closures[name] ?? parent?.closure(name)
    }
  }

  private enum End { case next, nextTurn, endLoop, left(ScalarValue) }

  private let program: ScalarProgram
  private let globals = Scope(nil)
  private var steps = 0

  /// The values of the program's results.
  static func results(of program: ScalarProgram) throws -> [ScalarValue] {
    var reference = ScalarReference(program: program)
    reference.globals.values["g"] = .int(1)
    let scope = Scope(reference.globals)
    _ = try reference.run(program.statements, in: scope)
    return try program.results.map { try reference.value(.name($0), scope) }
  }

  private init(program: ScalarProgram) { self.program = program }

  // MARK: Statements

  private mutating func run(_ statements: [ScalarProgram.Statement], in scope: Scope) throws -> End {
    for statement in statements {
      let end = try run(statement, scope)
      guard case .next = end else { return end }
    }
    return .next
  }

  private mutating func run(_ statement: ScalarProgram.Statement, _ scope: Scope) throws -> End {
    switch statement {
    case .declaration(let name, let value): scope.values[name] = try self.value(value, scope)
    case .closure(let name, let parameter, let body): scope.closures[name] = (parameter, body, scope)
    case .assignment(let name, let value):
      let value = try self.value(value, scope)
      scope.owner(of: name)?.values[name] = value
    case .update(let name, let operation, let value):
      // The value first: it may change the variable.
      let value = try self.value(value, scope)
      let current = try self.value(.name(name), scope)
      scope.owner(of: name)?.values[name] = try arithmetic(operation, current, value)
    case .choice(let condition, let then, let otherwise):
      return try run(try holds(condition, scope) ? then : otherwise, in: Scope(scope))
    case .forLoop(let name, let count, let body):
      for turn in 0..<count {
        let inside = Scope(scope)
        inside.values[name] = .int(turn)
        if let end = after(try run(body, in: inside)) { return end }
      }
    case .whileLoop(let counter, let limit, let condition, let body):
      var turn = 0
      scope.values[counter] = .int(0)
      while try turn < limit && holds(condition, scope) {
        turn += 1
        scope.values[counter] = .int(turn)
        if let end = after(try run(body, in: Scope(scope))) { return end }
      }
    case .leave(let value): return .left(try self.value(value, scope))
    case .nextTurn: return .nextTurn
    case .endLoop: return .endLoop
    }
    return .next
  }

  /// What the end of a turn means for the loop; nil where it goes on.
  private func after(_ end: End) -> End? {
    switch end {
    case .next, .nextTurn: nil
    case .endLoop: .next
    case .left: end
    }
  }

  // MARK: Expressions

  private mutating func value(_ expression: ScalarProgram.Expression, _ scope: Scope) throws -> ScalarValue {
    steps += 1
    if steps > 3000 { throw TooLong() }
    switch expression {
    case .literal(_, let value): return value
    case .name(let name): return try scope.owner(of: name)?.values[name] ?? { throw Mistake(message: name) }()
    case .arithmetic(let operation, let left, let right):
      let left = try value(left, scope)
      return try arithmetic(operation, left, value(right, scope))
    case .comparison(let operation, let left, let right):
      let left = try value(left, scope)
      return .boolean(try compare(operation, left, value(right, scope)))
    case .logic(let operation, let left, let right):
      let left = try holds(left, scope)
      return .boolean(operation == "&&" ? try left && holds(right, scope) : try left || holds(right, scope))
    case .not(let operand): return .boolean(try !holds(operand, scope))
    case .negative(let operand):
      switch try value(operand, scope) {
      case .int(let value): return value == .min ? .double(-Double(value)) : .int(-value)
      case .double(let value): return .double(-value)
      case .boolean: throw Mistake(message: "`-` does not work on a boolean")
      }
    case .choice(let condition, let then, let otherwise):
      return try value(try holds(condition, scope) ? then : otherwise, scope)
    case .call(let name, let arguments):
      var values: [ScalarValue] = []
      for argument in arguments { values.append(try value(argument, scope)) }
      return try call(name, values, scope)
    }
  }

  private mutating func call(_ name: String, _ values: [ScalarValue], _ scope: Scope) throws -> ScalarValue {
    let inside: Scope
    let body: [ScalarProgram.Statement]
    if let closure = scope.closure(name) {
      inside = Scope(closure.scope)
      inside.values[closure.parameter] = values[0]
      body = closure.body
    } else if let function = program.functions.first(where: { $0.name == name }) {
      inside = Scope(globals)
      for (parameter, value) in zip(function.parameters, values) { inside.values[parameter] = value }
      body = function.body
    } else {
      throw Mistake(message: "nothing is called \(name)")
    }
    guard case .left(let result) = try run(body, in: inside) else {
      throw Mistake(message: "\(name) gives nothing")
    }
    return result
  }

  private mutating func holds(_ condition: ScalarProgram.Expression, _ scope: Scope) throws -> Bool {
    let value = try value(condition, scope)
    if case .boolean(let holds) = value { return holds }
    throw Mistake(message: "a condition must be true or false, but this is \(value.kind)")
  }

  // MARK: Operations

  private func arithmetic(_ operation: String, _ a: ScalarValue, _ b: ScalarValue) throws -> ScalarValue {
    if case .int(let a) = a, case .int(let b) = b { return try integers(operation, a, b) }
    guard let x = a.number, let y = b.number else {
      throw Mistake(message: "`\(operation)` does not work between \(a.kind) and \(b.kind)")
    }
    switch operation {
    case "+": return .double(x + y)
    case "-": return .double(x - y)
    case "*": return .double(x * y)
    case "/": return .double(x / y)
    default:
      if y == 0 { throw Mistake(message: "division by zero") }
      return .double(x - y * (x / y).rounded(.down))
    }
  }

  private func integers(_ operation: String, _ a: Int, _ b: Int) throws -> ScalarValue {
    // In twice the width, where nothing overflows.
    let (x, y) = (Int128(a), Int128(b))
    let result: Int128
    switch operation {
    case "+": result = x + y
    case "-": result = x - y
    case "*": result = x * y
    default:
      if b == 0 { throw Mistake(message: "division by zero") }
      if operation == "/" { return .double(Double(a) / Double(b)) }
      result = ((x % y) + y) % y
    }
    guard let fitting = Int(exactly: result) else {
      throw Mistake(message: "the result of `\(operation)` does not fit in a 64-bit integer")
    }
    return .int(fitting)
  }

  private func compare(_ operation: String, _ a: ScalarValue, _ b: ScalarValue) throws -> Bool {
    if case .int(let a) = a, case .int(let b) = b { return ordered(operation, a, b) }
    if let a = a.number, let b = b.number { return ordered(operation, a, b) }
    var isEqual = false
    if case .boolean(let a) = a, case .boolean(let b) = b { isEqual = a == b }
    switch operation {
    case "==": return isEqual
    case "!=": return !isEqual
    default: throw Mistake(message: "`\(operation)` does not order \(a.kind) and \(b.kind)")
    }
  }

  private func ordered<T: Comparable>(_ operation: String, _ a: T, _ b: T) -> Bool {
    switch operation {
    case "<": a < b
    case "<=": a <= b
    case "==": a == b
    case "!=": a != b
    case ">": a > b
    default: a >= b
    }
  }
}
