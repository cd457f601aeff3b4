import Testing

@testable import Engine

@Suite struct TrainingTests {
  struct Stop: Error {}

  /// A small classifier that always begins with the same weights.
  static func classifier(_ dtype: DType = .float32) throws -> Sequential {
    var generator = Generator(seed: 1)
    return Sequential([
      try Linear(2, 8, dtype: dtype, from: &generator), Tanh(),
      try Linear(8, 2, dtype: dtype, from: &generator),
    ])
  }

  @Test("a small network learns the digits")
  func learnsDigits() throws {
    let (train, test) = try digits().standardized().split(test: 0.2, seed: 1)
    var generator = Generator(seed: 1)
    let net = Sequential([
      try Linear(64, 32, from: &generator), ReLU(), try Linear(32, 10, from: &generator),
    ])
    let history = try Engine.train(
      net, on: train, loss: CrossEntropy(), optimizer: .adam(lr: 0.01), epochs: 3, batch: 64, validation: test
    )
    #expect(history.epochs == 3 && history.isComplete && history.steps == 3 * history.stepsPerEpoch)
    #expect(history.validationAccuracies[2] > 0.93)
    #expect(history.epochAccuracies[2] > history.epochAccuracies[0])
    #expect(try accuracy(net, on: test) == history.validationAccuracies[2])
  }

  @Test("exclusive or is learned by a hidden layer")
  func learnsXOR() throws {
    let net = try Self.classifier()
    let data = try xor(20)
    try Engine.train(net, on: data, loss: CrossEntropy(), optimizer: .adam(lr: 0.05), epochs: 150)
    #expect(try accuracy(net, on: data) == 1)
    #expect(try classes(net, Tensor([1, 1, 1, -1], shape: [2, 2])) == [0, 1])
  }

  @Test("batches cover each row once an epoch, the last with what is left")
  func schedule() throws {
    let schedule = try BatchSchedule(rows: 10, batch: 4, epochs: 2, seed: 3)
    #expect(schedule.stepsPerEpoch == 3 && schedule.totalSteps == 6)
    #expect((0..<3).map(schedule.range) == [0..<4, 4..<8, 8..<10])
    let orders = (0..<2).map { schedule.order(epoch: $0) ?? [] }
    #expect(orders[0] != orders[1] && orders.allSatisfy { $0.sorted() == Array(0..<10) })
    #expect(try BatchSchedule(rows: 10, batch: nil, epochs: 1, seed: nil).order(epoch: 0) == nil)
    #expect(
      message { _ = try BatchSchedule(rows: 10, batch: 0, epochs: 1, seed: 1) }.contains("`batch` is 0"))
    #expect(message { _ = try BatchSchedule(rows: 10, batch: 1, epochs: -1, seed: 1) }.contains("it is -1"))
  }

  @Test("weights and the optimiser's memory come back to where they were, and no copy of them changes")
  func places() throws {
    let (net, data, optimizer) = (try Self.classifier(), try moons(50), try Optimiser.adam(lr: 0.01))
    func run() throws {
      try Engine.train(net, on: data, loss: CrossEntropy(), optimizer: optimizer, epochs: 1, batch: 32)
    }
    func place(_ storage: Storage) -> UnsafePointer<Float>? {
      guard case .float32(let numbers) = storage else { return nil }
      return numbers.withUnsafeBufferPointer(\.baseAddress)
    }
    func places() -> [UnsafePointer<Float>?] {
      net.parameters.flatMap { [place($0.value.storage), place(optimizer.memory(of: $0).slots)] }
    }
    try run()
    let before = places()
    try run()
    #expect(places() == before && !before.contains(nil))

    let copy = net.parameters[0].value
    let numbers = copy.doubles
    try run()
    #expect(copy.doubles == numbers && net.parameters[0].value.doubles != numbers)
  }

  @Test("a training that is stopped keeps weights and history, and continues to the same end")
  func interruption() throws {
    let data = try moons(50)
    func run(_ net: Sequential, _ optimizer: Optimiser, _ history: inout History, stopAt: Int?) throws {
      try Engine.train(
        net, on: data, loss: CrossEntropy(), optimizer: optimizer, epochs: 5, batch: 32, seed: 9,
        history: &history
      ) { step in
        if step.step == stopAt { throw Stop() }
      }
    }
    let (whole, broken) = (try Self.classifier(), try Self.classifier())
    var (complete, partial) = (History(), History())
    try run(whole, .adam(), &complete, stopAt: nil)
    let optimizer = try Optimiser.adam()
    #expect(throws: Stop.self) { try run(broken, optimizer, &partial, stopAt: 7) }
    #expect(partial.steps == 7 && partial.epochs == 1 && !partial.isComplete)
    #expect(Array(complete.losses.prefix(7)) == partial.losses)
    try run(broken, optimizer, &partial, stopAt: nil)
    #expect(partial.losses == complete.losses && partial.epochLosses == complete.epochLosses)
    for (a, b) in zip(whole.parameters, broken.parameters) { #expect(a.value == b.value) }
  }

  @Test("each step tells where it is")
  func steps() throws {
    var seen: [TrainingStep] = []
    try Engine.train(
      Self.classifier(), on: moons(5), loss: CrossEntropy(), optimizer: .sgd(lr: 0.1), epochs: 2, batch: 6
    ) { seen.append($0) }
    #expect(seen.map(\.step) == [1, 2, 3, 4] && seen.map(\.epoch) == [1, 1, 2, 2])
    #expect(seen.map(\.isEndOfEpoch) == [false, true, false, true])
    #expect(seen.allSatisfy { $0.totalSteps == 4 && $0.totalEpochs == 2 && $0.loss.isFinite })
  }

  @Test("a loss that is no longer finite stops the training, with step, cause and the weights before")
  func divergence() throws {
    let net = try Self.classifier()
    let x = try Tensor.ones([4, 2])
    let data = try Dataset(x, .full([4, 2], 1e19))
    var before: [Tensor] = net.parameters.map(\.value)
    var history = History()
    let text = message {
      try Engine.train(
        net, on: data, loss: MeanSquaredError(), optimizer: .sgd(lr: 1e6), epochs: 9, history: &history
      ) { _ in before = net.parameters.map(\.value) }
    }
    #expect(text.contains("Training stopped at step \(history.steps + 1) (epoch"))
    #expect(text.contains("weights are those before that step"))
    #expect(text.contains("The learning rate 1000000.0 is probably too high"))
    for (parameter, value) in zip(net.parameters, before) { #expect(parameter.value == value) }
    // The first layer alone: tanh would only saturate.
    let wide = try Dataset(x * 1e30, .zeros([4, 8]))
    #expect(
      message {
        try Engine.train(net.layers[0], on: wide, loss: MeanSquaredError(), optimizer: .sgd(lr: 1), epochs: 1)
      }.contains("standardise them"))
  }

  @Test("what does not fit is said before anything has changed")
  func misfits() throws {
    let net = try Self.classifier()
    let before = net.parameters.map(\.value)
    func text(_ net: any Layer, _ data: Dataset, _ loss: any Loss) -> String {
      message { try Engine.train(net, on: data, loss: loss, optimizer: .adam(), epochs: 1) }
    }
    #expect(text(net, try iris(), CrossEntropy()).contains("takes 2 features, but its input has 4"))
    #expect(text(net, try spirals(5), CrossEntropy()).contains("classes 0 to 1"))
    #expect(text(net, try moons(5), MeanSquaredError()).contains("compares like with like"))
    #expect(text(ReLU(), try moons(5), MeanSquaredError()).contains("compares like with like"))
    #expect(
      text(Sequential([]), try Dataset(.zeros([2, 1]), .zeros([2, 1])), MeanSquaredError())
        .contains("no parameters to train"))
    #expect(net.parameters.map(\.value) == before)
  }

  @Test("predictions are the same in parts and at once, in the parameters' type")
  func predictions() throws {
    let net = try Self.classifier()
    var generator = Generator(seed: 3)
    let x = try Tensor.normal([2500, 2], dtype: .float64, from: &generator)
    let outputs = try predict(net, x)
    #expect(outputs.dtype == .float32)
    #expect(difference(outputs, try net(x.converted(to: .float32))) < 1e-6)
  }

  @Test("one output is a class by its sign, or by one half behind a sigmoid")
  func binaryClasses() throws {
    let linear = try Linear(weight: Tensor([1], shape: [1, 1]))
    let x = try Tensor([-1, 0.25, 2], shape: [3, 1])
    #expect(try classes(linear, x) == [0, 1, 1])
    #expect(try classes(Sequential([linear, Sigmoid()]), x) == [0, 1, 1])
    let data = try Dataset(x, Tensor([0, 1, 0]), classNames: ["no", "yes"])
    #expect(abs(try accuracy(linear, on: data) - 2.0 / 3) < 1e-12)
    #expect(message { _ = try accuracy(linear, on: Dataset(x, x)) }.contains("there is no accuracy"))
    #expect(message { _ = try accuracy(Linear(weight: .zeros([2, 4])), on: iris()) }.contains("3 classes"))
  }

  @Test("a frozen parameter stays as it is")
  func frozen() throws {
    let net = try Self.classifier()
    net.parameters[0].isTrainable = false
    let before = net.parameters.map(\.value)
    try Engine.train(net, on: moons(10), loss: CrossEntropy(), optimizer: .adam(), epochs: 2)
    #expect(net.parameters[0].value == before[0])
    #expect(net.parameters[1].value != before[1])
  }
}
