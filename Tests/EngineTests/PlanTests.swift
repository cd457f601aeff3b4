import Testing

@testable import Engine

@Suite struct PlanTests {
  /// A network with an activation twice, and data that do not fill the last batch.
  static func network(_ activation: any Layer, _ outputs: Int, _ dtype: DType) throws -> Sequential {
    var generator = Generator(seed: 5)
    return Sequential([
      try Linear(3, 7, dtype: dtype, from: &generator), activation,
      try Linear(7, 17, bias: false, dtype: dtype, from: &generator), activation,
      try Linear(17, outputs, dtype: dtype, from: &generator),
    ])
  }

  static func rows(for loss: any Loss) throws -> Dataset {
    var generator = Generator(seed: 6)
    let x = try Tensor.normal([50, 3], dtype: .float64, from: &generator)
    if loss is CrossEntropy {
      let labels = (0..<50).map { Double($0 % 3) }
      return try Dataset(x, Tensor(labels, dtype: .float64), classNames: ["a", "b", "c"])
    }
    return try Dataset(x, .uniform([50, 3], dtype: .float64, from: &generator))
  }

  /// Trains twice from the same weights: by a plan and by the tape.
  static func compare(
    _ activation: any Layer, _ loss: any Loss, _ makeOptimizer: () throws -> Optimiser, _ dtype: DType,
    clipping: GradientClipping? = nil
  ) throws {
    let data = try rows(for: loss)
    var histories: [History] = []
    var weights: [[Tensor]] = []
    var memories: [[Tensor]] = []
    for usesPlan in [true, false] {
      let net = try network(activation, 3, dtype)
      let optimizer = try makeOptimizer()
      let run = TrainingRun(
        net: net, data: data, validation: nil, loss: loss, optimizer: optimizer,
        schedule: try BatchSchedule(rows: 50, batch: 16, epochs: 3, seed: 1), seed: 1,
        clipping: clipping)
      var history = History()
      let stepper = usesPlan ? try Stepper(run) : .tape(TapeStepper(run))
      if usesPlan, case .tape = stepper { Issue.record("no plan was made") }
      try run.run(&history, by: stepper) { _ in }
      histories.append(history)
      weights.append(net.parameters.map(\.value))
      memories.append(
        net.parameters.map { parameter in
          let slots = optimizer.memory(of: parameter).slots
          return Tensor(slots, shape: [slots.count])
        })
    }
    let tolerance = dtype == .float32 ? 2e-4 : 1e-10
    #expect(difference(Tensor(histories[0].losses), Tensor(histories[1].losses)) < tolerance)
    #expect(histories[0].epochAccuracies == histories[1].epochAccuracies)
    for (a, b) in zip(weights[0], weights[1]) { #expect(difference(a, b) < tolerance) }
    for (a, b) in zip(memories[0], memories[1]) { #expect(difference(a, b) < tolerance) }
  }

  static let activationLayers: [@Sendable () -> any Layer] = [
    { ReLU() }, { LeakyReLU(slope: 0.1) }, { LeakyReLU(slope: -0.5) }, { Tanh() }, { Sigmoid() }, { GELU() },
    { SiLU() }, { Softplus() }, { Identity() },
    { ELU(alpha: 0.7) }, { ELU(alpha: -0.7) },
  ]

  @Test(
    "a plan trains as the tape does, for every activation", arguments: activationLayers.indices,
    DType.allCases)
  func activations(_ index: Int, _ dtype: DType) throws {
    try Self.compare(Self.activationLayers[index](), CrossEntropy(), { try .sgd(lr: 0.1) }, dtype)
  }

  @Test("a plan trains as the tape does, for every loss", arguments: DType.allCases)
  func losses(_ dtype: DType) throws {
    for loss in [MeanSquaredError(), CrossEntropy(), BinaryCrossEntropy()] as [any Loss] {
      try Self.compare(Tanh(), loss, { try .adam(lr: 0.01) }, dtype)
    }
  }

  static let optimiserMakers: [@Sendable () throws -> Optimiser] = [
    { try .sgd(lr: 0.1, weightDecay: 0.1) }, { try .sgd(lr: 0.1, momentum: 0.9) },
    { try .sgd(lr: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.1) },
    { try .adam(lr: 0.01, weightDecay: 0.1) }, { try .adamW(lr: 0.01) }, { try .rmsprop() },
    { try .rmsprop(alpha: 0.9, weightDecay: 0.1, momentum: 0.5, centered: true) },
    { try .adagrad(lrDecay: 0.1, weightDecay: 0.1, initialAccumulatorValue: 0.2) },
  ]

  @Test(
    "a plan trains as the tape does, for every optimiser", arguments: optimiserMakers.indices, DType.allCases)
  func optimisers(_ index: Int, _ dtype: DType) throws {
    try Self.compare(Tanh(), CrossEntropy(), Self.optimiserMakers[index], dtype)
  }

  @Test("a plan clips gradients as the tape does", arguments: DType.allCases)
  func clipping(_ dtype: DType) throws {
    for clipping in [
      try GradientClipping(norm: 0.05), try GradientClipping(value: 0.01),
      try GradientClipping(norm: 0.1, value: 0.02),
    ] {
      try Self.compare(Tanh(), CrossEntropy(), { try .sgd(lr: 0.5) }, dtype, clipping: clipping)
    }
  }

  @Test("chains of known layers have a plan, and whatever else is left to the tape")
  func fallbacks() throws {
    var generator = Generator(seed: 1)
    let linear = try Linear(3, 3, from: &generator)
    func hasPlan(_ layers: [any Layer]) -> Bool {
      PlanLayout(Sequential(layers), inputs: 3, rows: 4) != nil
    }
    #expect(hasPlan([Flatten(), linear, ReLU()]))
    #expect(hasPlan([linear, Identity(), ReLU(), Tanh(), Softmax()]))
    #expect(hasPlan([Tanh(), linear]))
    #expect(!hasPlan([linear, linear]))
    #expect(!hasPlan([Residual(linear)]))
    #expect(!hasPlan([linear, Softmax(axis: 0)]))
    #expect(!hasPlan([Tanh()]))
    #expect(!hasPlan([linear, try Linear(3, 3, dtype: .float64, from: &generator)]))
    #expect(!hasPlan([linear, try LayerNorm(3, dtype: .float64)]))
    linear.weight.isTrainable = false
    #expect(hasPlan([linear]))
    linear.bias?.isTrainable = false
    #expect(!hasPlan([linear]))
  }

  @Test("weights read or changed between steps are the plan's own")
  func access() throws {
    var generator = Generator(seed: 1)
    let net = try Linear(1, 1, bias: false, from: &generator)
    let data = try Dataset(Tensor([1], shape: [1, 1]), Tensor([0], shape: [1, 1]))
    var seen: [Double] = []
    try net.weight.assign(Tensor([1], shape: [1, 1]))
    // Each step halves the weight: the gradient is 2 w.
    try train(net, on: data, loss: MeanSquaredError(), optimizer: .sgd(lr: 0.25), epochs: 4) { step in
      seen.append(try net.weight.value.item())
      let slope = try valueAndGradient(at: [net.weight]) { try net.weight.value.square().sum() }.gradients[0]
      #expect(try slope.item() == 2 * net.weight.value.item())
      if step.step == 2 { try net.weight.assign(Tensor([8], shape: [1, 1])) }
    }
    #expect(seen == [0.5, 0.25, 4, 2])
    #expect(try net.weight.value.item() == 2)
    #expect(
      message { try net.weight.assign(Tensor(1)) }.contains("has shape [1, 1], but the new value has []"))
  }
}
