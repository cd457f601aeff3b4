import Testing

@testable import Engine

@Suite struct TrainingOptionTests {
  struct Stop: Error {}

  /// Rows whose targets follow no rule, so that the loss on the others soon rises again.
  static func noise() throws -> (train: Dataset, validation: Dataset) {
    var generator = Generator(seed: 4)
    func rows() throws -> Dataset {
      try Dataset(.normal([24, 2], from: &generator), .normal([24, 2], from: &generator))
    }
    return (try rows(), try rows())
  }

  @Test("early stopping brings back the weights of the best epoch, and says so", arguments: [false, true])
  func earlyStopping(_ usesTape: Bool) throws {
    let (data, validation) = try Self.noise()
    let layers = try TrainingTests.classifier().layers
    let net = usesTape ? Sequential(layers + [Residual(Sequential([]))]) : Sequential(layers)
    var weights: [[Tensor]] = []
    let history = try train(
      net, on: data, loss: MeanSquaredError(), optimizer: .adam(lr: 0.05), epochs: 200, batch: 8,
      validation: validation, earlyStopping: EarlyStopping(patience: 5)
    ) { step in
      if step.isEndOfEpoch { weights.append(net.parameters.map(\.value)) }
    }
    let best = try #require(history.restoredEpoch)
    #expect(history.isStoppedEarly && history.isComplete && history.epochs == best + 5)
    #expect(history.validationLosses[best - 1] == history.validationLosses.min())
    #expect(net.parameters.map(\.value) == weights[best - 1])
    #expect(
      try MeanSquaredError()(predict(net, validation.features), validation.targets).item()
        == history.validationLosses[best - 1])
  }

  @Test("early stopping that has no cause still brings back the best weights")
  func patience() throws {
    let (data, validation) = try Self.noise()
    let net = try TrainingTests.classifier()
    let history = try train(
      net, on: data, loss: MeanSquaredError(), optimizer: .adam(lr: 0.05), epochs: 30,
      validation: validation, earlyStopping: EarlyStopping(patience: 100))
    #expect(!history.isStoppedEarly && history.epochs == 30)
    #expect(try #require(history.restoredEpoch) < 30)
  }

  @Test("an improvement smaller than minDelta is none")
  func minDelta() throws {
    let (data, validation) = try Self.noise()
    let history = try train(
      TrainingTests.classifier(), on: data, loss: MeanSquaredError(), optimizer: .sgd(lr: 1e-6), epochs: 30,
      validation: validation, earlyStopping: EarlyStopping(patience: 3, minDelta: 0.1))
    #expect(history.epochs == 4 && history.restoredEpoch == 1)
  }

  static let optimisers: [@Sendable () throws -> Optimiser] = [
    { try .sgd(lr: 0.1, momentum: 0.9) }, { try .adam(lr: 0.05) },
    { try .rmsprop(momentum: 0.5, centered: true) }, { try .adagrad(lrDecay: 0.1) }, { try .adamW() },
    { try .lbfgs(lr: 0.5, maxIter: 3) }, { try .lbfgs(maxIter: 3, strongWolfe: true) },
  ]

  @Test(
    "a stopped training goes on to the same end, bit for bit, with every option",
    arguments: optimisers.indices, DType.allCases)
  func resume(_ index: Int, _ dtype: DType) throws {
    let (data, validation) = try Self.noise()
    func run(_ net: Sequential, _ optimizer: Optimiser, _ history: inout History, stopsAt: Set<Int>) throws {
      try train(
        net, on: data, loss: MeanSquaredError(), optimizer: optimizer, epochs: 40,
        batch: optimizer.quasiNewton == nil ? 7 : nil, seed: 3, validation: validation,
        schedule: .warmUp(steps: 5, then: .cosineWarmRestarts(period: 4)),
        clipping: GradientClipping(norm: 1),
        earlyStopping: EarlyStopping(patience: 6), history: &history
      ) { step in
        if stopsAt.contains(step.step) { throw Stop() }
      }
    }
    let (whole, broken) = (try TrainingTests.classifier(dtype), try TrainingTests.classifier(dtype))
    var (complete, partial) = (History(), History())
    try run(whole, Self.optimisers[index](), &complete, stopsAt: [])
    let optimizer = try Self.optimisers[index]()
    let stops = [2, 5, complete.steps - 1, complete.steps]
    for stop in stops {
      #expect(throws: Stop.self) { try run(broken, optimizer, &partial, stopsAt: [stop]) }
      #expect(partial.steps == stop && partial.restoredEpoch == nil)
    }
    try run(broken, optimizer, &partial, stopsAt: [])
    partial.seconds = complete.seconds
    #expect(partial == complete && complete.restoredEpoch != nil)
    #expect(whole.parameters.map(\.value) == broken.parameters.map(\.value))
  }

  @Test("L-BFGS fits what it is given in a few steps, and takes the network back when a step fails")
  func lbfgs() throws {
    let net = try TrainingTests.classifier(.float64)
    let data = try xor(5)
    let history = try train(
      net, on: data, loss: CrossEntropy(), optimizer: .lbfgs(strongWolfe: true), epochs: 3)
    #expect(history.steps == 3 && history.epochAccuracies[2] == 1)
    let fresh = try TrainingTests.classifier(.float64)
    let optimiser = try Optimiser.lbfgs()
    let before = fresh.parameters.map(\.value)
    var calls = 0
    #expect(throws: Stop.self) {
      try optimiser.minimise(fresh.parameters) {
        calls += 1
        if calls == 3 { throw Stop() }
        return try valueAndGradient(at: fresh.parameters) {
          try CrossEntropy()(fresh(data.features.converted(to: .float64)), data.targets)
        }
      }
    }
    #expect(fresh.parameters.map(\.value) == before && optimiser.curvature == nil)
  }

  @Test("the history has the learning rate of each epoch")
  func learningRates() throws {
    let history = try train(
      TrainingTests.classifier(), on: moons(5), loss: CrossEntropy(), optimizer: .sgd(lr: 0.5), epochs: 3,
      batch: 5, schedule: .exponential(gamma: 0.5))
    #expect(history.learningRates == [0.5, 0.25, 0.125])
    // By steps, the last of each epoch.
    let byStep = try train(
      TrainingTests.classifier(), on: moons(5), loss: CrossEntropy(), optimizer: .sgd(lr: 0.5), epochs: 2,
      batch: 5, schedule: Schedule.exponential(gamma: 0.5).perStep)
    #expect(byStep.learningRates == [0.25, 0.0625])
  }

  @Test("warm restarts come when the theory says, however long the waves")
  func restarts() throws {
    let schedule = try Schedule.cosineWarmRestarts(period: 10, factor: 2)
    for start in [0, 10, 30, 70, 150] { #expect(schedule.rate(epoch: start, initial: 1) == 1) }
    let expected = [1: 0.975528258, 5: 0.5, 9: 0.024471742, 11: 0.99384417, 69: 0.001541333]
    for (epoch, rate) in expected { #expect(abs(schedule.rate(epoch: epoch, initial: 1) - rate) < 1e-8) }
    // The length of the next wave would overflow.
    let long = try Schedule.cosineWarmRestarts(period: 2, factor: 1 << 40)
    #expect(long.rate(epoch: 100, initial: 1) > 0.999)
    #expect(
      try Schedule.cosineWarmRestarts(period: 1 << 40, factor: 1 << 40).rate(epoch: .max, initial: 1) > 0)
    #expect(message { _ = try Schedule.step(size: .max) }.contains("is at most"))
  }

  @Test("settings out of range are named, with what they were and what they may be")
  func settings() throws {
    #expect(message { _ = try EarlyStopping(patience: 0) }.contains("`patience` is at least 1 epoch"))
    #expect(message { _ = try EarlyStopping(patience: 1, minDelta: -1) }.contains("`minDelta`"))
    #expect(message { _ = try GradientClipping(norm: 0) }.contains("`clip` is a number above 0, but it is 0"))
    #expect(message { _ = try GradientClipping(value: .nan) }.contains("`clipValue`"))
    #expect(message { _ = try Optimiser.rmsprop(alpha: 1) }.contains("`alpha` lies between 0 and 1"))
    #expect(message { _ = try Optimiser.adagrad(lrDecay: -1) }.contains("`lrDecay`"))
    #expect(message { _ = try Optimiser.lbfgs(maxIter: 0) }.contains("`maxIter` of L-BFGS"))
    #expect(message { _ = try Schedule.cosine(period: 0) }.contains("`T_max` of a schedule is at least 1"))
    #expect(message { _ = try Schedule.exponential(gamma: -1) }.contains("`gamma`"))
    #expect(message { _ = try Schedule.oneCycle(maximum: 1, steps: 9, rise: 2) }.contains("`pct_start`"))
    #expect(message { _ = try Schedule.warmUp(steps: 1, start: 2) }.contains("`start_factor`"))
    let net = try TrainingTests.classifier()
    let data = try moons(5)
    func text(
      _ optimizer: Optimiser, batch: Int? = nil, _ schedule: Schedule? = nil, _ stopping: EarlyStopping? = nil
    ) -> String {
      message {
        try train(
          net, on: data, loss: CrossEntropy(), optimizer: optimizer, epochs: 4, batch: batch,
          schedule: schedule, earlyStopping: stopping)
      }
    }
    #expect(text(try .adam(), nil, try EarlyStopping(patience: 2)).contains("but there is none"))
    #expect(text(try .lbfgs(), batch: 2).contains("takes all 10 rows in each step, but `batch` is 2"))
    let cycle = try Schedule.oneCycle(maximum: 1, steps: 3)
    #expect(text(try .adam(), cycle).contains("ends after 3 steps, but the training has 4"))
    var history = try train(net, on: data, loss: CrossEntropy(), optimizer: .adam(), epochs: 1)
    #expect(
      message {
        try train(
          net, on: data, loss: CrossEntropy(), optimizer: .adam(), epochs: 2, batch: 5, history: &history)
      }.contains("has 1 steps in an epoch, but this training has 2"))
    #expect(
      message { try Optimiser.lbfgs().step([], gradients: []) }.contains("gradients alone are not enough"))
    #expect(
      message { _ = try Optimiser.adam().minimise([]) { (Tensor(0), []) } }.contains("one gradient"))
  }
}
