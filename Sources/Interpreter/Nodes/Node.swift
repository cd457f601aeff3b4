import Language

/// A lowered piece of a program: names have become slots, and what can be decided once has been.
///
/// Expressions override `evaluate`; statements derive from `StatementNode` and override `run`.
class Node {
  let span: Span

  init(_ span: Span) { self.span = span }

  /// The value of an expression.
  func evaluate(_ frame: Frame) throws -> Value { .void }

  /// Does what a statement does: how the statements around it go on. A value is dropped.
  func run(_ frame: Frame) throws -> Flow {
    _ = try evaluate(frame)
    return .next
  }

  /// The value of a function, or of a cell, whose last statement this is.
  func finish(_ frame: Frame) throws -> Value { try evaluate(frame) }

  /// Whether a condition holds.
  func holds(_ frame: Frame) throws -> Bool {
    try truth(of: evaluate(frame), at: span)
  }
}

/// How to go on after a statement.
enum Flow {
  case next
  case breakLoop
  case continueLoop
  /// Out of the function, whose result lies in the evaluation's state.
  case returned
}

/// A piece of a program that is run for its effect.
class StatementNode: Node {
  override final func evaluate(_ frame: Frame) throws -> Value {
    // Lowering lets no `return` or `break` stand where a value is needed.
    _ = try run(frame)
    return .void
  }

  override func run(_ frame: Frame) throws -> Flow { .next }

  override func finish(_ frame: Frame) throws -> Value {
    guard case .returned = try run(frame) else { return .void }
    return frame.state.takeResult()
  }
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
