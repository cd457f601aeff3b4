extension ScalarProgram {
  /// A random program: it parses, its names mean something, and it ends soon.
  init(seed: UInt64) {
    var writer = Writer(seed: seed)
    for index in 0..<2 { functions.append(writer.function("f\(index)")) }
    writer.readable = ["g"]
    writer.assignable = ["g"]
    statements = writer.statements(3 + writer.below(4), depth: 0, isLoop: false, isFunction: false)
    results = writer.readable
  }
}

/// Writes random programs, keeping book of the names that can be read, assigned to and called.
private struct Writer {
  typealias Expression = ScalarProgram.Expression
  typealias Statement = ScalarProgram.Statement

  private var state: UInt64
  private var names = 0
  var readable: [String] = []
  var assignable: [String] = []
  /// The functions that can be called, with the number of their parameters.
  private var callable: [(name: String, arity: Int)] = []
  private var recursion: (name: String, parameter: String, arity: Int)?

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A function that may call itself with a smaller first argument, and the functions written before it.
  mutating func function(_ name: String) -> ScalarProgram.Function {
    let parameters = (0..<(1 + below(2))).map { _ in newName("p") }
    readable = ["g"] + parameters
    assignable = ["g"]
    recursion = (name, parameters[0], parameters.count)
    let end = Statement.choice(
      .not(.comparison(">=", .name(parameters[0]), .literal("1", .int(1)))), then: [.leave(expression(1))],
      otherwise: [])
    let body = statements(1 + below(3), depth: 1, isLoop: false, isFunction: true)
    let result = Statement.leave(expression(0))
    recursion = nil
    callable.removeAll { $0.name.hasPrefix("c") }
    callable.append((name, parameters.count))
    return ScalarProgram.Function(name: name, parameters: parameters, body: [end] + body + [result])
  }

  mutating func statements(_ count: Int, depth: Int, isLoop: Bool, isFunction: Bool) -> [Statement] {
    (0..<count).map { _ in statement(depth, isLoop, isFunction) }
  }

  /// Statements in a block of their own: what they declare is not known behind it.
  private mutating func block(_ depth: Int, _ isLoop: Bool, _ isFunction: Bool) -> [Statement] {
    let outside = (readable, assignable, callable)
    defer { (readable, assignable, callable) = outside }
    return statements(1 + below(3), depth: depth + 1, isLoop: isLoop, isFunction: isFunction)
  }

  private mutating func statement(_ depth: Int, _ isLoop: Bool, _ isFunction: Bool) -> Statement {
    switch below(depth < 3 ? 14 : 7) {
    case 0, 1: return declaration(expression(0))
    case 2, 3: return .assignment(pick(assignable), expression(0))
    case 4: return .update(pick(assignable), pick(["+", "-", "*", "/"]), expression(0))
    case 5:
      // As `x = x + y`, which is an update in disguise.
      let name = pick(assignable)
      return .assignment(name, .arithmetic(pick(["+", "-", "*", "/", "%"]), .name(name), expression(1)))
    case 6:
      if isLoop, below(2) == 0 { return below(2) == 0 ? .nextTurn : .endLoop }
      if isFunction, below(2) == 0 { return .leave(expression(0)) }
      return declaration(atom())
    case 7, 8, 9:
      let condition = condition(1)
      return .choice(
        condition, then: block(depth, isLoop, isFunction),
        otherwise: below(2) == 0 ? [] : block(depth, isLoop, isFunction))
    case 10, 11:
      let name = newName("i")
      readable.append(name)
      defer { readable.removeAll { $0 == name } }
      return .forLoop(name, below(5), block(depth, true, isFunction))
    case 12:
      let name = newName("w")
      return .whileLoop(name, below(5), condition(1), block(depth, true, isFunction))
    default: return closure()
    }
  }

  private mutating func declaration(_ value: Expression) -> Statement {
    let name = newName("v")
    readable.append(name)
    assignable.append(name)
    return .declaration(name, value)
  }

  /// A closure that reads what is around it, and changes some of it.
  private mutating func closure() -> Statement {
    let (name, parameter) = (newName("c"), newName("p"))
    readable.append(parameter)
    let change = Statement.update(pick(assignable), pick(["+", "-", "*"]), expression(2))
    let result = Statement.leave(expression(1))
    readable.removeAll { $0 == parameter }
    callable.append((name, 1))
    return .closure(name, parameter: parameter, below(2) == 0 ? [result] : [change, result])
  }

  private mutating func expression(_ depth: Int) -> Expression {
    guard depth < 3 else { return atom() }
    switch below(12) {
    case 0...4:
      return .arithmetic(
        pick(["+", "+", "-", "-", "*", "*", "/", "%"]), expression(depth + 1), expression(depth + 1))
    case 5: return .negative(expression(depth + 1))
    case 6: return .choice(condition(depth + 1), expression(depth + 1), expression(depth + 1))
    case 7: return below(20) == 0 ? condition(depth + 1) : atom()
    case 8:
      guard let (name, parameter, arity) = recursion else { return atom() }
      let smaller = Expression.arithmetic("-", .name(parameter), .literal("1", .int(1)))
      return .call(name, [smaller] + (1..<arity).map { _ in expression(depth + 1) })
    case 9, 10:
      guard !callable.isEmpty else { return atom() }
      let (name, arity) = callable[below(callable.count)]
      // Small arguments, since functions count down from the first.
      let small = Expression.arithmetic("%", expression(depth + 1), .literal("4", .int(4)))
      return .call(name, [small] + (1..<arity).map { _ in expression(depth + 1) })
    default: return atom()
    }
  }

  private mutating func condition(_ depth: Int) -> Expression {
    switch below(depth < 3 ? 8 : 5) {
    case 0...4:
      .comparison(pick(["<", "<=", "==", "!=", ">", ">="]), expression(depth + 1), expression(depth + 1))
    case 5: .logic(pick(["&&", "||"]), condition(depth + 1), condition(depth + 1))
    case 6: .not(condition(depth + 1))
    default: below(8) == 0 ? atom() : .literal("true", .boolean(true))
    }
  }

  private mutating func atom() -> Expression {
    if below(3) > 0 { return .name(pick(readable)) }
    return below(40) == 0 ? .literal("9223372036854775807", .int(.max)) : pick(literals)
  }

  private let literals: [Expression] = [
    .literal("0", .int(0)), .literal("1", .int(1)), .literal("2", .int(2)), .literal("7", .int(7)),
    .literal("3037000500", .int(3_037_000_500)), .literal("0.5", .double(0.5)), .literal("2.0", .double(2)),
    .literal("1e308", .double(1e308)), .literal("0.1", .double(0.1)), .literal("3", .int(3)),
  ]

  // MARK: Choices

  private mutating func newName(_ kind: String) -> String {
    names += 1
    return "\(kind)\(names)"
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  mutating func below(_ bound: Int) -> Int {
    // SplitMix64: small, and the same everywhere.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
