/// All derivatives of a tensor-valued function: entry `[i…, j…]` is that of output `i…` by input `j…`.
///
/// The result has the shape of the function's value followed by that of the argument, as
/// `torch.autograd.functional.jacobian` gives it. Takes one backward pass per number of the value, over one
/// forward pass. Nests, as `gradient` does.
///
/// - Parameter beforeEachPass: called before each backward pass; long work is stopped by throwing.
///
/// Edge case: a function that does not depend on its argument gives zeros. Throws what the function throws.
public func jacobian(
  at argument: Tensor, beforeEachPass: () throws -> Void = {}, of function: (Tensor) throws -> Tensor
) throws -> Tensor {
  try jacobian(at: [argument], beforeEachPass: beforeEachPass) { try function($0[0]) }[0]
}

/// All derivatives of a tensor-valued function of several arguments, one Jacobian for each of them.
///
/// See also: `jacobian(at:beforeEachPass:of:)` for one argument.
public func jacobian(
  at arguments: [Tensor], beforeEachPass: () throws -> Void = {}, of function: ([Tensor]) throws -> Tensor
) throws -> [Tensor] {
  let variables = arguments.map { $0.tracked() }
  let value = try function(variables)
  let rows = try rowGradients(of: value, for: variables, beforeEachPass: beforeEachPass)
  return try arguments.indices.map { index in
    let shape = value.shape + arguments[index].shape
    _ = try Shape.count(of: shape, dtype: arguments[index].dtype)
    guard !rows.isEmpty else { return try .zeros(shape, dtype: arguments[index].dtype) }
    return try Tensor.stack(rows.map { $0[index] }).reshaped(to: shape)
  }
}

/// The gradients of each number of a tensor, in row-major order.
func rowGradients(
  of value: Tensor, for variables: [Tensor], beforeEachPass: () throws -> Void = {}
) throws -> [[Tensor]] {
  let numbers = try value.reshaped(to: [value.count])
  return try (0..<value.count).map { position in
    try beforeEachPass()
    return try numbers.selecting([.at(position)]).gradients(for: variables)
  }
}
