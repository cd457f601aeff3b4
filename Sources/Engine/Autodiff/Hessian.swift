/// All second derivatives of a scalar function: entry `[i…, j…]` is that by the inputs `i…` and `j…`.
///
/// The result has the shape of the argument twice, as `torch.autograd.functional.hessian` gives it: `[n, n]` for
/// a vector of n, a scalar for a scalar. Differentiates the recorded gradient once per number of the argument.
/// Nests, as `gradient` does.
///
/// - Parameter beforeEachPass: called before each backward pass; long work is stopped by throwing.
///
/// Edge cases: where the function is linear the second derivatives are zeros, and so they are for ReLU, whose
/// kink has none. Throws what the function throws, and when its value is not a single number.
public func hessian(
  at argument: Tensor, beforeEachPass: () throws -> Void = {}, of function: (Tensor) throws -> Tensor
) throws -> Tensor {
  let variable = argument.tracked()
  let value = try function(variable)
  let slope = try value.gradients(for: [variable], recording: true)[0]
  let rows = try rowGradients(of: slope, for: [variable], beforeEachPass: beforeEachPass)
  let shape = argument.shape + argument.shape
  _ = try Shape.count(of: shape, dtype: argument.dtype)
  guard !rows.isEmpty else { return try .zeros(shape, dtype: argument.dtype) }
  return try Tensor.stack(rows.map { $0[0] }).reshaped(to: shape)
}
