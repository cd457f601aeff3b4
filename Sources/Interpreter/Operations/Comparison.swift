import Engine
import Language

/// Whether two ordered values stand in a relation.
@inline(__always)
func ordered<T: Comparable>(_ operation: ComparisonOperator, _ a: T, _ b: T) -> Bool {
  switch operation {
  case .equal: a == b
  case .notEqual: a != b
  case .less: a < b
  case .lessEqual: a <= b
  case .greater: a > b
  case .greaterEqual: a >= b
  }
}

/// The value of `a operation b`: a boolean, or for tensors with several numbers a tensor of zeros and ones.
func compare(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Value {
  // Integers are not compared as `Double`, which merges neighbours beyond 2^53.
  if case .int(let x) = a, case .int(let y) = b { return .boolean(ordered(operation, x, y)) }
  if let order = a.exactOrder(to: b) { return .boolean(order.fulfils(operation)) }
  if let x = a.number, let y = b.number { return .boolean(ordered(operation, x, y)) }
  switch (a, b) {
  case (.tensor, .tensor), (.tensor, .int), (.tensor, .double), (.int, .tensor), (.double, .tensor),
    (.tensor, .array), (.array, .tensor), (.tensor, .rational), (.rational, .tensor):
    return .tensor(try elementwise(operation, a, b))
  case (.string(let x), .string(let y)): return .boolean(ordered(operation, x, y))
  default: break
  }
  switch operation {
  case .equal: return .boolean(a == b)
  case .notEqual: return .boolean(a != b)
  default:
    throw Fault(
      .typeMismatch, "`\(operation.rawValue)` does not order \(a.kind) and \(b.kind)",
      help: comparisonAdvice(a, b).map { [$0] } ?? [])
  }
}

private func elementwise(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Tensor {
  let (x, y) = try pair(a, b)
  return switch operation {
  case .equal: try Tensor.equal(x, y)
  case .notEqual: try Tensor.notEqual(x, y)
  case .less: try Tensor.less(x, y)
  case .lessEqual: try Tensor.lessOrEqual(x, y)
  case .greater: try Tensor.greater(x, y)
  case .greaterEqual: try Tensor.greaterOrEqual(x, y)
  }
}

/// What to compare instead of two values without an order.
private func comparisonAdvice(_ a: Value, _ b: Value) -> String? {
  switch (a.argumentKind, b.argumentKind) {
  case (.network?, .network?): "compare numbers of theirs, as in `a.parameterCount < b.parameterCount`"
  case (.data?, .data?): "compare numbers of theirs, as in `a.count < b.count`"
  case (.string?, _), (_, .string?): "`double(text)` makes a number of a text"
  default: nil
  }
}
