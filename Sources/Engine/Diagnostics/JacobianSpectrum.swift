/// The singular values of the derivative of a network's output with respect to its input.
///
/// They say by how much the network stretches small changes of its input; a network that keeps them all near 1
/// has dynamical isometry.
///
/// Source: Pennington, Schoenholz, Ganguli, "Resurrecting the sigmoid in deep learning through dynamical
/// isometry", 2017.
public struct JacobianSpectrum: Sendable, Equatable {
  /// The singular values at each input, largest first.
  public let perRow: [[Double]]

  /// The singular values of all inputs together, largest first.
  public var values: [Double] { perRow.flatMap(\.self).sorted(by: >) }
  /// The mean of the squared singular values.
  public var meanSquare: Double { FlowMath.mean(squares) }
  /// The variance of the squared singular values, divided by their count.
  public var varianceOfSquares: Double { FlowMath.variance(squares) }

  private var squares: [Double] { perRow.flatMap { $0.map { $0 * $0 } } }
}

/// Finds the singular values of a network's input–output Jacobian, outside of training.
///
/// - Parameters:
///   - inputs: one row of features `[features]`, or several `[rows, features]`, each with a Jacobian of its own.
///   - beforeEachPass: called before each of the backward passes, one per output and row; long work is stopped by
///     throwing.
///
/// Throws when there is no row, the features do not fit the network, or a derivative is not finite.
public func jacobianSpectrum(
  _ net: any Layer, at inputs: Tensor, beforeEachPass: () throws -> Void = {}
) throws -> JacobianSpectrum {
  guard inputs.rank > 0, inputs.count > 0 else {
    throw EngineError(
      .shape, "A Jacobian is taken at a row of features, but the input has shape \(inputs.shape).",
      hint: "Give a vector, or a matrix with one row for each point.")
  }
  let rows = inputs.rank == 1 ? try inputs.unsqueezed(axis: 0) : inputs
  return JacobianSpectrum(
    perRow: try (0..<rows.shape[0]).map { row in
      try inputJacobian(net, at: rows.selecting([.at(row)]), beforeEachPass: beforeEachPass)
        .singularValues()
    })
}

/// The derivative `[outputs, inputs]` of a network's output by one row of input, whatever the shapes of the two.
func inputJacobian(
  _ net: any Layer, at row: Tensor, beforeEachPass: () throws -> Void = {}
) throws -> Tensor {
  let row = net.adapted(row)
  let derivatives = try jacobian(at: row, beforeEachPass: beforeEachPass) { row in
    try net(row.unsqueezed(axis: 0)).flattened()
  }
  return try derivatives.detached.reshaped(to: [derivatives.shape[0], row.count])
}
