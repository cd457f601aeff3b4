/// In training, each number is set to 0 with probability p and otherwise divided by 1 − p, so that its mean
/// stays; outside of training, the input itself.
///
/// Source: Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
public struct Dropout: Layer {
  /// The probability with which a number is dropped.
  public let probability: Double
  public let kind = "Dropout"

  /// Creates the layer. Throws unless the probability is at least 0 and less than 1.
  public init(_ probability: Double = 0.5) throws {
    guard probability >= 0, probability < 1 else {
      throw EngineError(
        .value, "`Dropout` takes a probability from 0 to below 1, but this one is \(probability).")
    }
    self.probability = probability
  }

  public var description: String { "Dropout(\(probability))" }

  public func forward(_ x: Tensor, _ pass: Pass) throws -> Tensor {
    guard pass.isTraining, probability > 0 else { return x }
    let kept = try Tensor.bernoulli(
      x.shape, probability: 1 - probability, dtype: x.dtype, from: &pass.generator)
    return try x * (kept * (1 / (1 - probability)))
  }

  public func outputShape(for input: [Int]) throws -> [Int] { input }
}
