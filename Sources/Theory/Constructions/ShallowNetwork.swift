/// One hidden layer on one input: `offset + Σ outer[j] σ(weights[j] x + biases[j])`, whatever σ is.
public struct ShallowNetwork: Equatable, Sendable {
  public let weights: [Double]
  public let biases: [Double]
  public let outer: [Double]
  public let offset: Double
}
