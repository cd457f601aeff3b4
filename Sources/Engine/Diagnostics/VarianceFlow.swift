/// How the size of signals and gradients changes through the depth of random networks: measured, and as the
/// mean-field recursion predicts it.
public struct VarianceFlow: Sendable, Equatable {
  /// A number measured on several networks beside its prediction.
  public struct Measurement: Sendable, Equatable {
    /// The mean over the networks.
    public let mean: Double
    /// The standard error of that mean; NaN for a single network.
    public let standardError: Double
    /// What the recursion gives.
    public let predicted: Double
  }

  /// The signal and the gradient at one linear layer.
  public struct OfLayer: Sendable, Equatable {
    /// The layer's number, from 1.
    public let layer: Int
    /// q_l: the mean square of the preactivations.
    public let forward: Measurement
    /// |δ_l|²/|δ_L|²: the square of the gradient at the preactivations beside that at the last layer.
    public let backward: Measurement
  }

  public let layers: [OfLayer]
  /// The geometric mean over the layers of |δ_l|/|δ_{l+1}|: what a gradient's norm is multiplied by per layer.
  public let normRatio: Measurement
  /// How many networks were drawn.
  public let networks: Int
}

/// How the weights of random networks are drawn.
public enum WeightRule {
  /// Normal with variance σ_w²/fan_in.
  case meanField(weightVariance: Double)
  /// By an initialiser, whose variance at each layer is measured on the weights drawn.
  case initialiser(Initialiser)
}

/// Sends normal signals forwards, and normal gradients backwards, through random networks.
///
/// - Parameters:
///   - widths: the number of inputs, then that of each layer's outputs.
///   - activation: the function after each layer but the last.
///   - rule: how weights are drawn.
///   - biasVariance: the variance of the biases, σ_b².
///   - networks: how many networks are drawn, independent of each other.
///   - rows: how many inputs, of independent standard normal numbers, each network sees.
///   - beforeEachNetwork: called before each network; long work is stopped by throwing.
///
/// Throws when widths or counts are not positive, or the activation is not a function of single numbers.
public func varianceFlow(
  _ widths: [Int], activation: any Layer, rule: WeightRule, biasVariance: Double = 0, networks: Int = 10,
  rows: Int = 8, seed: UInt64 = 0, beforeEachNetwork: () throws -> Void = {}
) throws -> VarianceFlow {
  let field = try MeanField(activation: activation)
  try checkSizes(widths, biasVariance, networks: networks, rows: rows)
  var samples: [FlowSample] = []
  for network in 0..<networks {
    try beforeEachNetwork()
    var generator = Generator(seed: seed, stream: UInt64(network))
    let layers = try randomLayers(widths, rule, biasVariance, &generator)
    samples.append(try FlowSample(layers, activation, rows: rows, &generator))
  }
  let depth = widths.count - 1
  let variances = (0..<depth).map { layer in
    if case .meanField(let variance) = rule { return variance }
    return FlowMath.mean(samples.map { $0.weightVariances[layer] })
  }
  let predicted = try predictions(field, variances, biasVariance)
  func measured(_ prediction: Double, _ number: (FlowSample) -> Double) -> VarianceFlow.Measurement {
    let numbers = samples.map(number)
    return .init(
      mean: FlowMath.mean(numbers), standardError: FlowMath.standardError(numbers), predicted: prediction)
  }
  let steps = Double(depth - 1)
  return VarianceFlow(
    layers: (0..<depth).map { layer in
      .init(
        layer: layer + 1, forward: measured(predicted.forward[layer]) { $0.forward[layer] },
        backward: measured(predicted.backward[layer]) { $0.backward[layer] })
    },
    normRatio: measured(FlowMath.power(predicted.backward[0], 0.5 / steps)) {
      FlowMath.power($0.backward[0], 0.5 / steps)
    }, networks: networks)
}

private func checkSizes(_ widths: [Int], _ biasVariance: Double, networks: Int, rows: Int) throws {
  guard widths.count >= 3, widths.allSatisfy({ $0 > 0 }) else {
    throw EngineError(
      .value, "A flow needs at least two layers of at least one unit, but the widths are \(widths).",
      hint: "Give the number of inputs, then the width of each layer.")
  }
  guard networks > 0, rows > 0 else {
    throw EngineError(
      .value, "A flow needs at least one network and one row, but there are \(networks) and \(rows).")
  }
  guard biasVariance >= 0, biasVariance.isFinite else {
    throw EngineError(
      .value, "A variance is finite and not negative, but that of the biases is \(biasVariance).")
  }
}

/// q_l and the product of χ from layer l to the last, for inputs of mean square 1.
private func predictions(
  _ field: MeanField, _ weightVariances: [Double], _ biasVariance: Double
) throws -> (forward: [Double], backward: [Double]) {
  var forward = [weightVariances[0] + biasVariance]
  for variance in weightVariances.dropFirst() {
    forward.append(try field.nextVariance(forward[forward.count - 1], weight: variance, bias: biasVariance))
  }
  var backward = [1.0]
  for layer in weightVariances.indices.dropLast().reversed() {
    // What flows from layer l + 1 back to l passes the weights of l + 1, and the activation behind l.
    let factor = try field.gradientFactor(forward[layer], weight: weightVariances[layer + 1])
    backward.append(backward[backward.count - 1] * factor)
  }
  return (forward, backward.reversed())
}
