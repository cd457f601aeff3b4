/// Numbers that a network learns, or keeps, by reference: layers that share a parameter share its value.
///
/// Confined to the thread that evaluates the network, as it is not `Sendable`.
public final class Parameter {
  /// What the parameter is called within its layer, such as `weight`.
  public let name: String
  /// The current numbers. Their shape and type never change.
  public var value: Tensor
  /// Whether training changes it. A parameter that is not trainable is frozen, or kept by its layer itself.
  public var isTrainable: Bool

  /// Creates a parameter with its first value.
  public init(_ name: String, _ value: Tensor, isTrainable: Bool = true) {
    self.name = name
    self.value = value
    self.isTrainable = isTrainable
  }
}

/// The value of a function of parameters, and its derivatives with respect to each of them.
///
/// The parameters are tracked while `function` runs and get their values back afterwards, also when it throws.
public func valueAndGradient(
  at parameters: [Parameter], of function: () throws -> Tensor
) throws -> (value: Tensor, gradients: [Tensor]) {
  let values = parameters.map(\.value)
  defer {
    for (parameter, value) in zip(parameters, values) { parameter.value = value }
  }
  return try valueAndGradient(at: values) { variables in
    for (parameter, variable) in zip(parameters, variables) { parameter.value = variable }
    return try function()
  }
}
