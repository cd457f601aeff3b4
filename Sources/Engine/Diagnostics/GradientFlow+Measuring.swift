/// Measures how the gradient of the loss on a batch flows through a network.
///
/// The gradients come fresh from one pass, never added to older ones. Neither weights nor running statistics
/// change. Parameters and data are as for `parameterGradients`.
public func gradientFlow(
  _ net: any Layer, on batch: Dataset, loss: any Loss, training: Bool = true, seed: UInt64 = 0
) throws -> GradientFlow {
  let named = net.trainableParameters
  guard !named.isEmpty else {
    throw EngineError(.gradient, "`\(net)` has no parameters that training can change, so no gradient flows.")
  }
  let roles = net.roles
  let watched = net.layersWithWeights
  let pass = Pass(isTraining: training, generator: Generator(seed: seed))
  var outputs: [(position: Int, layer: any Layer, tensor: Tensor)] = []
  var gradients: [Tensor] = []
  var lossValue = Double.nan
  try net.leavingStatistics {
    // Tracks the parameters; their gradients and those of the outputs then come from one backward pass.
    _ = try valueAndGradient(at: named.map(\.parameter)) {
      let prediction = try net.forward(net.adapted(batch.features), pass) { position, layer, output in
        guard watched.contains(position) else { return output }
        let output = output.tracked()
        outputs.append((position, layer, output))
        return output
      }
      let value = try loss(prediction, batch.targets.converted(to: prediction.dtype))
      lossValue = try value.item()
      gradients = try value.gradients(
        for: outputs.map(\.tensor) + named.map(\.parameter.value), recording: false)
      // Everything is known; the derivative of a constant costs nothing more.
      return Tensor(0)
    }
  }
  return GradientFlow(
    loss: lossValue,
    layers: try zip(outputs, gradients).map { output, gradient in
      try Interruption.check()
      return .init(output.position, output.layer, gradient: gradient)
    },
    parameters: try zip(named, gradients.dropFirst(outputs.count)).map { entry, gradient in
      try Interruption.check()
      return .init(
        entry.name, roles[ObjectIdentifier(entry.parameter)] ?? .weight, value: entry.parameter.value,
        gradient: gradient)
    })
}

extension GradientFlow.OfLayer {
  fileprivate init(_ position: Int, _ layer: any Layer, gradient: Tensor) {
    let numbers = gradient.doubles
    self.position = position
    self.layer = layer.description
    norm = FlowMath.norm(numbers)
    mean = FlowMath.mean(numbers)
    std = FlowMath.variance(numbers).squareRoot()
    maximum = numbers.lazy.map(\.magnitude).max() ?? 0
  }
}

extension GradientFlow.OfParameter {
  fileprivate init(_ name: String, _ role: GradientFlow.Role, value: Tensor, gradient: Tensor) {
    let numbers = gradient.doubles
    self.name = name
    self.role = role
    norm = FlowMath.norm(numbers)
    mean = FlowMath.mean(numbers)
    std = FlowMath.variance(numbers).squareRoot()
    maximum = numbers.lazy.map(\.magnitude).max() ?? 0
    relative = norm / FlowMath.norm(value.doubles)
  }
}

extension Layer {
  /// The positions in the chain of the layers with a matrix of weights, at whose outputs gradients are compared;
  /// of all layers, if none has one.
  fileprivate var layersWithWeights: Set<Int> {
    let positions = chain.indices.filter { index in
      chain[index].parameters.contains { $0.isTrainable && $0.value.rank > 1 }
    }
    return Set(positions.isEmpty ? Array(chain.indices) : positions)
  }

  /// What each parameter is for.
  fileprivate var roles: [ObjectIdentifier: GradientFlow.Role] {
    guard children.isEmpty else {
      return children.reduce(into: [:]) { $0.merge($1.roles) { first, _ in first } }
    }
    // Spectral normalisation has the weight of the layer that it wraps; the others only scale and shift.
    let isNorm = kind.contains("Norm") && parameters.allSatisfy { $0.value.rank <= 1 }
    return namedParameters.reduce(into: [:]) { roles, entry in
      roles[ObjectIdentifier(entry.parameter)] =
        isNorm ? .norm : entry.parameter.name.hasSuffix("bias") ? .bias : .weight
    }
  }
}
