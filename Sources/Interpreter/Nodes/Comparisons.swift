import Language

/// Which outcomes of a comparison a relation allows.
///
/// With the outcomes as bits there is nothing to choose between while a loop runs.
struct Relation {
  private let allowed: UInt8

  init(_ operation: ComparisonOperator) {
    let less: UInt8 = 1
    let equal: UInt8 = 2
    let greater: UInt8 = 4
    let unordered: UInt8 = 8
    allowed =
      switch operation {
      case .equal: equal
      case .notEqual: less | greater | unordered
      case .less: less
      case .lessEqual: less | equal
      case .greater: greater
      case .greaterEqual: greater | equal
      }
  }

  @inline(__always)
  func holds(_ a: Int, _ b: Int) -> Bool {
    let outcome: UInt8 = (a >= b ? 1 : 0) + (a > b ? 1 : 0)
    return allowed &>> outcome & 1 != 0
  }

  @inline(__always)
  func holds(_ a: Double, _ b: Double) -> Bool {
    let outcome: UInt8 = (a >= b ? 1 : 0) + (a > b ? 1 : 0) + (a < b || a >= b ? 0 : 3)
    return allowed &>> outcome & 1 != 0
  }
}

/// `a < b`
final class ComparisonNode: Node {
  let operation: ComparisonOperator
  let left: Child
  let right: Child
  private let relation: Relation

  init(_ operation: ComparisonOperator, _ left: Node, _ right: Node, _ span: Span) {
    self.operation = operation
    self.left = Child(left)
    self.right = Child(right)
    relation = Relation(operation)
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let a = try left.evaluate(frame)
    return try compare(a, try right.evaluate(frame))
  }

  override func holds(_ frame: Frame) throws -> Bool { try decide(frame) }

  /// `holds`, for whoever knows that the condition is a comparison.
  @inline(__always)
  func decide(_ frame: Frame) throws -> Bool {
    let a = try left.evaluate(frame)
    let b = try right.evaluate(frame)
    switch (a, b) {
    case (.int(let x), .int(let y)): return relation.holds(x, y)
    case (.double(let x), .double(let y)): return relation.holds(x, y)
    case (.double(let x), .int(let y)): return relation.holds(x, Double(y))
    case (.int(let x), .double(let y)): return relation.holds(Double(x), y)
    default: return try truth(of: compare(a, b), at: span)
    }
  }

  /// Whether the comparison holds between integers that lie somewhere; nil for everything else.
  @inline(__always)
  func seen(_ frame: Frame) -> Bool? {
    guard let a = left.integer(frame), let b = right.integer(frame) else { return nil }
    return relation.holds(a, b)
  }

  @inline(never)
  func compare(_ a: Value, _ b: Value) throws -> Value {
    try located(span) { try Interpreter.compare(operation, a, b) }
  }
}

/// `a < b <= c`: all neighbours must be in order; the middle operands are evaluated once.
final class ComparisonChainNode: Node {
  let first: Node
  let rest: [(operation: ComparisonOperator, right: Node)]

  init(_ first: Node, _ rest: [(operation: ComparisonOperator, right: Node)], _ span: Span) {
    self.first = first
    self.rest = rest
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value { .boolean(try holds(frame)) }

  override func holds(_ frame: Frame) throws -> Bool {
    var left = try first.evaluate(frame)
    for (operation, node) in rest {
      let right = try node.evaluate(frame)
      let result = try located(span) { try compare(operation, left, right) }
      guard try truth(of: result, at: span) else { return false }
      left = right
    }
    return true
  }
}
