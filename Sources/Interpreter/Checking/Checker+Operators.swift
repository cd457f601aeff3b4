import Language

extension Checker {
  /// What `left operation right` gives. Throws a `Misfit` where the two cannot be combined.
  mutating func combine(
    _ operation: BinaryOperator, _ left: KnownCall.Argument, _ right: KnownCall.Argument
  ) throws -> Known {
    switch operation {
    case .compose: return try composed(left, right)
    case .matrixProduct:
      return try ShapeRule.matrixProduct(left, right, source: outerCall == nil ? source : nil)
    default: break
    }
    if left.known.number != nil, right.known.number != nil, let a = left.known.value,
      let b = right.known.value
    {
      return (try? apply(operation, a, b)).map(Known.value) ?? .unknown
    }
    if operation == .add, left.known.tensorShape == nil, right.known.tensorShape == nil {
      guard case .list(let first) = left.known.content, case .list(let second) = right.known.content else {
        return .unknown
      }
      return Known(.list(first + second))
    }
    return try elementwise(operation.rawValue, left, right)
  }

  /// An operation on the elements of two tensors, or of a tensor and a number or array.
  func elementwise(_ operation: String, _ left: KnownCall.Argument, _ right: KnownCall.Argument) throws
    -> Known
  {
    guard left.known.tensorShape != nil || right.known.tensorShape != nil else { return .unknown }
    return try ShapeRule.broadcast(operation, left, right)
  }

  private func composed(_ left: KnownCall.Argument, _ right: KnownCall.Argument) throws -> Known {
    for side in [left, right] where side.known.network == nil {
      guard let kind = side.known.kindText else { return .unknown }
      throw Misfit(
        .typeMismatch, "a layer is needed here, but this is \(kind)", [.init(side.span, kind)],
        help: [Advice.layer(insteadOf: side.known.argumentKind, side.known.value)])
    }
    return .network(try ShapeRule.composed(left, right))
  }
}
