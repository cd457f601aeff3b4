import Testing

@testable import Engine

/// Training by a plan against training by the tape, for random chains of layers.
@Suite struct PlanChainTests {
  /// What a training leaves behind.
  struct Outcome {
    let description: String
    let weights: [Tensor]
    let losses: [Double]
    let accuracies: [Double]
  }

  static func train(seed: UInt64, dtype: DType, byPlan: Bool) throws -> Outcome {
    var chain = PlanChain(seed: seed, dtype: dtype)
    let net = try chain.network(outputs: 3)
    let loss = try chain.loss()
    let optimizer = try chain.optimizer()
    var generator = Generator(seed: seed)
    let x = try Tensor.normal([48, 5], dtype: .float64, from: &generator)
    let data =
      loss is CrossEntropy
      ? try Dataset(
        x, Tensor((0..<48).map { Double($0 * 7 % 3) }, dtype: .float64), classNames: ["a", "b", "c"])
      : try Dataset(x, .uniform([48, 3], dtype: .float64, from: &generator))
    let run = TrainingRun(
      net: net, data: data, validation: nil, loss: loss, optimizer: optimizer,
      schedule: try BatchSchedule(rows: 48, batch: 20, epochs: 3, seed: seed), seed: seed,
      rates: try chain.schedule(), clipping: try chain.clipping())
    var history = History()
    let stepper = byPlan ? try Stepper(run) : .tape(TapeStepper(run))
    if byPlan, case .tape = stepper { Issue.record("no plan was made for \(net)") }
    try run.run(&history, by: stepper) { _ in }
    return Outcome(
      description: "\(net) on \(loss) by \(optimizer.rule)", weights: net.parameters.map(\.value),
      losses: history.losses, accuracies: history.epochAccuracies)
  }

  @Test("a random chain ends with the weights that the tape gives it", arguments: DType.allCases)
  func agreement(_ dtype: DType) throws {
    for seed in UInt64(0)..<120 {
      let plan = try Self.train(seed: seed, dtype: dtype, byPlan: true)
      let tape = try Self.train(seed: seed, dtype: dtype, byPlan: false)
      // Some chains enlarge rounding errors. In single precision the tape itself says by how much.
      let exact = dtype == .float32 ? try Self.train(seed: seed, dtype: .float64, byPlan: false) : tape
      func expectAgreement(_ a: Tensor, _ b: Tensor, _ exact: Tensor) {
        let limit = max(tolerance(dtype), 10 * difference(b, exact))
        #expect(difference(a, b) < limit, "\(seed): \(plan.description)")
      }
      expectAgreement(Tensor(plan.losses), Tensor(tape.losses), Tensor(exact.losses))
      for i in plan.weights.indices { expectAgreement(plan.weights[i], tape.weights[i], exact.weights[i]) }
    }
  }

  @Test("the same rows and seed drop the same numbers in a plan and on the tape")
  func dropout() throws {
    var generator = Generator(seed: 1)
    let layers: [any Layer] = [try Linear(3, 9, dtype: .float64, from: &generator), try Dropout(0.5)]
    let net = Sequential(layers)
    let data = try Dataset(Tensor.ones([7, 3], dtype: .float64), .zeros([7, 9], dtype: .float64))
    func losses(_ stepper: (TrainingRun) throws -> Stepper) throws -> [Double] {
      let run = TrainingRun(
        net: net, data: data, validation: nil, loss: MeanSquaredError(), optimizer: try .sgd(lr: 0),
        schedule: try BatchSchedule(rows: 7, batch: nil, epochs: 5, seed: nil), seed: 3)
      var history = History()
      try run.run(&history, by: stepper(run)) { _ in }
      return history.losses
    }
    let (plan, tape) = (try losses { try Stepper($0) }, try losses { .tape(TapeStepper($0)) })
    #expect(Set(plan).count == 5)
    #expect(difference(Tensor(plan), Tensor(tape)) < 1e-12)
  }

  @Test("what a layer refuses in training, its stage refuses with the same words")
  func refusals() throws {
    var generator = Generator(seed: 1)
    let linear = try Linear(2, 2, from: &generator)
    let data = try Dataset(Tensor.ones([5, 2]), .zeros([5, 2]))
    func refusal(_ net: any Layer, _ loss: any Loss = MeanSquaredError(), on data: Dataset, batch: Int)
      -> String
    {
      message {
        try Engine.train(net, on: data, loss: loss, optimizer: .sgd(lr: 0.1), epochs: 1, batch: batch)
      }
    }
    #expect(
      refusal(Sequential([linear, try BatchNorm1d(2)]), on: data, batch: 2)
        .contains("needs at least two rows to train on, but this batch has 1"))
    let spectral = try SpectralNorm(Linear(weight: .zeros([2, 2])), from: &generator)
    #expect(refusal(spectral, on: data, batch: 2).contains("largest singular value, which is 0"))
    let classes = try Dataset(Tensor.ones([4, 2]), .zeros([4]), classNames: ["a", "b"])
    #expect(
      refusal(linear, try CrossEntropy(labelSmoothing: 0, weight: [0, 1]), on: classes, batch: 2)
        .contains("among these 2 rows has the weight 0"))
  }

  @Test("frozen layers in front of the first that is trained stay as they are")
  func frozen() throws {
    var generator = Generator(seed: 1)
    let body = try Linear(2, 4, from: &generator)
    for parameter in body.parameters { parameter.isTrainable = false }
    let head = try Linear(4, 1, from: &generator)
    let (before, headBefore) = (body.parameters.map(\.value), head.weight.value)
    try Engine.train(
      Sequential([body, Tanh(), head]), on: Dataset(.ones([6, 2]), .zeros([6, 1])), loss: MeanSquaredError(),
      optimizer: .adam(weightDecay: 0.1), epochs: 3)
    #expect(body.parameters.map(\.value) == before)
    #expect(head.weight.value != headBefore)
  }
}
