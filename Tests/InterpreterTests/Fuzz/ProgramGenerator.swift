/// Random programs that parse: a small grammar over a few names, with values from the edges of each kind.
struct ProgramGenerator {
  private var state: UInt64
  private var depth = 0
  private var names = 0

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func program() -> String {
    (0..<(1 + below(5))).map { _ in statement() }.joined(separator: "\n")
  }

  // MARK: Grammar

  private mutating func statement() -> String {
    guard nest() else { return "a = \(atom())" }
    defer { depth -= 1 }
    return switch below(14) {
    case 0, 1: "\(pick(["let", "var"])) \(newName()) = \(expression())"
    case 2, 3: "\(variable()) = \(expression())"
    case 4: "\(variable()) \(pick(["+=", "-=", "*=", "/="])) \(expression())"
    case 5: "\(variable())[\(expression())] \(pick(["=", "+="])) \(expression())"
    case 6: "if (\(condition())) { \(statement()) } else { \(statement()) }"
    case 7: "for i in (\(sequence())) { \(statement()) }"
    case 8: "while (\(condition())) { \(statement()); \(pick(["break", "continue", "a = 1"])) }"
    case 9: "func \(newName())(x, y = \(atom())) { \(statement()); return \(expression()) }"
    case 10: "print(\(expression()))"
    case 11: "check \(condition()), \"claim\""
    case 12: "let (\(newName()), \(newName())) = \(expression())"
    default: expression()
    }
  }

  private mutating func expression() -> String {
    guard nest() else { return atom() }
    defer { depth -= 1 }
    return switch below(18) {
    case 0...3: "(\(expression()) \(pick(["+", "-", "*", "/", "%", "**", "@", ">>"])) \(expression()))"
    case 4: "(\(condition()) ? \(expression()) : \(expression()))"
    case 5: "[\(expression()), \(expression())]"
    case 6: "[\(expression()): \(expression())]"
    case 7: "(\(expression()), k: \(expression()))"
    case 8: "\(postfixBase())[\(expression())]"
    case 9: "\(postfixBase())[\(atom())\(pick(["..<", "..."]))\(atom())]"
    case 10: "{ x in \(expression()) }(\(expression()))"
    case 11: "\(pick(functions))(\(expression()))"
    case 12: "\(pick(ofTwo))(\(expression()), \(expression()))"
    case 13: "\(postfixBase()).\(pick(members))"
    case 14: "\(postfixBase()).\(pick(["map", "filter", "sorted"])) { \(expression()) }"
    case 15: "\"\\(\(expression()))\""
    case 16: "-\(postfixBase())"
    default: atom()
    }
  }

  private mutating func condition() -> String {
    switch below(4) {
    case 0: "\(expression()) \(pick(["<", "<=", "==", "!=", ">", ">="])) \(expression())"
    case 1: "!(\(atom()) == \(atom()))"
    case 2: "\(atom()) < \(atom()) \(pick(["&&", "||"])) \(atom()) < \(atom())"
    default: pick(["true", "false"])
    }
  }

  private mutating func sequence() -> String {
    pick(["0..<3", "[1, 2]", "\"añ👍\"", "[:]", "zeros(2, 2)", name(), "(1, 2)", "5..<2"])
  }

  private mutating func postfixBase() -> String { below(2) == 0 ? name() : "(\(expression()))" }

  private mutating func atom() -> String {
    below(3) == 0 ? name() : pick(ProgramGenerator.atoms)
  }

  private mutating func variable() -> String { pick(["a", "b", "c", "d", "s"]) }

  private mutating func name() -> String { below(6) == 0 ? "t" : variable() }

  /// A name that the program has not declared yet.
  private mutating func newName() -> String {
    names += 1
    return "n\(names)"
  }

  private static let atoms = [
    "0", "1", "-1", "2", "7", "9223372036854775807", "-9223372036854775807", "0.5", "-2.5", "1e308", "nan",
    "inf",
    "\"\"", "\"añ👩‍👩‍👧\"", "nil", "true", "[]", "[:]", "0..<4", "0...9223372036854775807", "-5..<-2",
    "tensor([1, 2])",
    "zeros(0)", "ones(2, 2)", "relu", "{ $0 }", "Linear(2, 2)",
  ]

  private let functions = [
    "abs", "sum", "max", "min", "len", "int", "double", "string", "tensor", "zeros", "mean", "exp", "floor",
    "argmax",
    "f", "concatenate", "stack", "softmax", "clip", "any", "all", "norm", "isNaN",
  ]

  private let ofTwo = [
    "f", "max", "zip", "reshape", "maximum", "matmul", "allClose", "full", "clip", "linspace",
  ]

  private let members = [
    "count", "first", "last", "isEmpty", "indices", "shape", "T", "keys", "0", "k", "reversed()", "sum()",
    "min()", "max()", "sorted()", "removeLast()", "append(1)", "prefix(2)", "array()", "item()", "joined()",
  ]

  // MARK: Choices

  /// Goes one level deeper, if that is not too deep.
  private mutating func nest() -> Bool {
    guard depth < 3 else { return false }
    depth += 1
    return true
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func below(_ bound: Int) -> Int {
    // SplitMix64: small, and the same everywhere.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
