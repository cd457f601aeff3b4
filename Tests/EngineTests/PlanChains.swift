@testable import Engine

/// Random chains of layers, with losses and optimisers, all following from a seed.
struct PlanChain {
  private var generator: Generator
  private let dtype: DType

  init(seed: UInt64, dtype: DType) {
    generator = Generator(seed: seed, stream: 77)
    self.dtype = dtype
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int(generator.next() % UInt64(choices.count))]
  }
  private mutating func happens(_ probability: Double) -> Bool { generator.uniform() < probability }

  /// A chain from 5 numbers to `outputs`, of every kind of layer that has a stage.
  mutating func network(outputs: Int) throws -> Sequential {
    var width = 5
    var layers: [any Layer] = happens(0.3) ? [Flatten()] : []
    for _ in 0..<Int(2 + generator.next() % 6) {
      switch generator.next() % 9 {
      case 0...1:
        let next = pick([6, 9, 17])
        layers.append(try Linear(width, next, bias: happens(0.6), dtype: dtype, from: &generator))
        width = next
      case 2:
        let linear = try Linear(width, 7, bias: happens(0.5), dtype: dtype, from: &generator)
        layers.append(
          try SpectralNorm(linear, powerIterations: pick([1, 2]), from: &generator))
        width = 7
      case 3: layers.append(try BatchNorm1d(width, momentum: pick([0.1, 0.3]), dtype: dtype))
      case 4: layers.append(try LayerNorm(width, dtype: dtype))
      case 5: layers.append(try Dropout(pick([0, 0.2, 0.5])))
      case 6: layers.append(pick([Softmax(), Softmax(axis: 1), Identity(), Flatten()] as [any Layer]))
      default: layers.append(pick(PlanChain.activations))
      }
    }
    layers.append(try Linear(width, outputs, dtype: dtype, from: &generator))
    let net = Sequential(layers)
    for parameter in net.parameters.dropLast(2) where happens(0.1) { parameter.isTrainable = false }
    return net
  }

  static var activations: [any Layer] {
    [
      ReLU(), LeakyReLU(slope: 0.1), Tanh(), Sigmoid(), GELU(), GELU(isApproximate: true), HardSigmoid(),
      HardTanh(), ELU(), ELU(alpha: -0.7), SiLU(), Softplus(),
    ]
  }

  /// A loss for predictions of three numbers.
  mutating func loss() throws -> any Loss {
    pick([
      MeanSquaredError(), MeanAbsoluteError(), try HuberLoss(delta: 0.3), CrossEntropy(),
      try CrossEntropy(labelSmoothing: 0.1), try CrossEntropy(labelSmoothing: 0.2, weight: [1, 0, 2.5]),
      BinaryCrossEntropy(), try BinaryCrossEntropy(positiveWeight: [2]),
      try BinaryCrossEntropy(positiveWeight: [0.5, 1, 3]),
    ])
  }

  /// An optimiser. Its epsilon is large: what divides a gradient that is 0 but for rounding by its own size, as of a
  /// bias before a batch normalisation, would compare nothing but noise.
  mutating func optimizer() throws -> Optimiser {
    let decay = pick([0, 0.1])
    return switch generator.next() % 5 {
    case 0:
      try .sgd(lr: 0.05, momentum: 0.9, nesterov: happens(0.5), weightDecay: decay)
    case 1: try .adam(lr: 0.01, eps: 1e-3, weightDecay: decay)
    case 2: try .adamW(lr: 0.01, eps: 1e-3, weightDecay: decay)
    case 3:
      try .rmsprop(
        lr: 0.002, eps: 1e-3, weightDecay: decay, momentum: pick([0, 0.5]), centered: happens(0.5))
    default: try .adagrad(lr: 0.01, lrDecay: 0.1, weightDecay: decay, eps: 1e-3)
    }
  }

  mutating func clipping() throws -> GradientClipping? {
    pick([nil, nil, try GradientClipping(norm: 0.5), try GradientClipping(norm: 1, value: 0.2)])
  }

  mutating func schedule() throws -> Schedule? {
    pick([
      nil, try .exponential(gamma: 0.8), try .step(size: 1), try .cosine(period: 3),
      try .warmUp(steps: 4),
    ])
  }
}
