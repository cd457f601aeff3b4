/// One hidden layer with a single output: `offset + Σ outer[j] σ(weights[j] · x + biases[j])`, whatever σ is.
public struct ShallowNetwork: Equatable, Sendable {
  /// How many numbers x consists of.
  public var inputs = 1
  /// The weights of each unit in turn: `inputs` of them for each.
  public let weights: [Double]
  public let biases: [Double]
  public let outer: [Double]
  public let offset: Double
}
