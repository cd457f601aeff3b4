import Language

/// A lowered piece of a program: names have become slots, and what can be decided once has been.
///
/// Expressions override `evaluate`; statements derive from `StatementNode` and override `run`.
class Node {
  let span: Span

  init(_ span: Span) { self.span = span }

  /// Where the expression's value lies, if it need not be computed.
  var operand: Operand { .none }

  /// The value of an expression; of a function or cell, where this is its last statement.
  func evaluate(_ frame: Frame) throws -> Value { .void }

  /// Does what a statement does: how the statements around it go on. A value is dropped.
  func run(_ frame: Frame) throws -> Flow {
    _ = try evaluate(frame)
    return .next
  }

  /// Where the expression's value lies at the moment, if it lies anywhere. Not to be used any more once something
  /// has changed.
  func place(_ frame: Frame) throws -> UnsafeMutablePointer<Value>? { nil }

  /// Whether evaluating the expression changes nothing, so that it does not matter what is read before or after.
  var isQuiet: Bool { false }

  /// Whether a function is always left here, by a `return`.
  var leaves: Bool { false }

  /// The node for a place after which the function has nothing more to do: there a `return` is no way out, but the
  /// value itself.
  var last: Node { self }

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
    guard case .returned = try run(frame) else { return .void }
    return frame.state.takeResult()
  }

  override func run(_ frame: Frame) throws -> Flow { .next }
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
