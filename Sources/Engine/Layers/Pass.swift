/// What a layer is told about the pass through the network that it takes part in.
///
/// A class, so that a function between layers can hand on the very pass that it was given.
public final class Pass {
  /// Whether the network is being trained: dropout drops, batch normalisation uses its batch.
  public let isTraining: Bool
  /// Where layers that are random take their random numbers from.
  public var generator: Generator

  /// Creates a pass; by default one that evaluates.
  public init(isTraining: Bool = false, generator: Generator = Generator(seed: 0)) {
    self.isTraining = isTraining
    self.generator = generator
  }
}
