/// The loss of a network on data, and its derivatives with respect to every trainable parameter.
///
/// The derivatives come fresh from one pass; nothing is accumulated from call to call. Names are those of
/// `namedParameters`, a shared parameter appears once, and running statistics stay as they are.
///
/// - Parameters:
///   - training: whether the pass is one of training, so that dropout drops and batch normalisation uses its batch.
///   - seed: where layers that are random take their random numbers from.
///
/// Throws when network, data and loss do not fit, or when there is nothing to train.
public func parameterGradients(
  _ net: any Layer, on data: Dataset, loss: any Loss, training: Bool = true, seed: UInt64 = 0
) throws -> (loss: Double, gradients: [(name: String, gradient: Tensor)]) {
  let named = net.trainableParameters
  guard !named.isEmpty else {
    throw EngineError(.gradient, "`\(net)` has no parameters that training can change.")
  }
  let pass = Pass(isTraining: training, generator: Generator(seed: seed))
  return try net.leavingStatistics {
    let (value, gradients) = try valueAndGradient(at: named.map(\.parameter)) {
      let prediction = try net.forward(net.adapted(data.features), pass)
      return try loss(prediction, data.targets.converted(to: prediction.dtype))
    }
    return (try value.item(), zip(named, gradients).map { ($0.name, $1) })
  }
}

extension Layer {
  /// The parameters that training changes, each once even if it is shared, with their names.
  var trainableParameters: [(name: String, parameter: Parameter)] {
    var seen: Set<ObjectIdentifier> = []
    return namedParameters.filter {
      $0.parameter.isTrainable && seen.insert(ObjectIdentifier($0.parameter)).inserted
    }
  }
}
