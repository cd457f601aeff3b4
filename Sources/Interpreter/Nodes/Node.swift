import Language

/// A lowered piece of a program: names have become slots, and what can be decided once has been.
///
/// Expressions override `evaluate`, statements override `run`; each has the other in terms of it.
class Node {
  let span: Span

  init(_ span: Span) { self.span = span }

  /// The value of an expression.
  func evaluate(_ frame: Frame) throws -> Value {
    if case .next(let value) = try run(frame) { return value }
    // Lowering lets no `return` or `break` stand where a value is needed.
    return .void
  }

  /// Runs a statement: how the statements around it go on.
  func run(_ frame: Frame) throws -> Flow { .next(try evaluate(frame)) }

  /// Whether a condition holds.
  func holds(_ frame: Frame) throws -> Bool {
    try truth(of: evaluate(frame), at: span)
  }
}

/// How to go on after a statement.
enum Flow {
  /// With the next one; the value counts if there is none.
  case next(Value)
  case breakLoop
  case continueLoop
  case returned(Value)
}

/// A value as a condition: a boolean, or a comparison of tensors with a single outcome.
func truth(of value: Value, at span: Span) throws -> Bool {
  switch value {
  case .boolean(let value): return value
  case .tensor(let tensor) where tensor.count == 1: return try tensor.item() != 0
  case .tensor(let tensor):
    throw Fault(
      .typeMismatch, "a tensor of shape \(tensor.shape) is neither true nor false",
      help: ["reduce it with `all(…)` or `any(…)`"]
    ).at(span)
  default:
    throw Fault(
      .typeMismatch, "a condition must be true or false, but this is \(value.kind)",
      help: value.number == nil ? [] : ["compare it with something, as in `x != 0`"]
    ).at(span)
  }
}

/// Attaches a node's place to whatever its work throws.
@inline(__always)
func located<Result>(_ span: Span, _ work: () throws -> Result) throws -> Result {
  do { return try work() } catch { throw Fault(error).at(span) }
}
