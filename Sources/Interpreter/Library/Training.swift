import Engine

/// A loss; called with a prediction and a target it gives a number.
struct LossValue: LibraryValue {
  static let kind = "a loss"
  let loss: any Loss
  var text: String { loss.description }

  func call(_ arguments: [Value], _ machine: Machine) throws -> Value? {
    guard arguments.count == 2 else {
      throw Fault(
        .argumentMismatch,
        "a loss takes a prediction and a target, but \(count(arguments.count, "argument")) given")
    }
    let prediction = try arguments[0].asTensor()
    return .tensor(try loss(prediction, arguments[1].asTensor(dtype: prediction.dtype)))
  }
}

/// An optimiser, with what it remembers from step to step.
struct OptimiserValue: LibraryValue {
  static let kind = "an optimiser"
  let optimiser: Optimiser
  var text: String { optimiser.description }
  var memberNames: [String] { ["learningRate"] }

  func member(_ name: String) -> Value? {
    name == "learningRate" ? .double(optimiser.learningRate) : nil
  }
}

extension Library {
  /// Losses, optimisers, and training itself.
  static var training: [LibraryFunction] {
    [
      loss("mse", "The mean squared error.", MeanSquaredError()),
      loss("l1", "The mean absolute error.", MeanAbsoluteError()),
      loss(
        "crossEntropy",
        "The mean negative log-probability of the right class, from logits of shape [rows, classes] and class positions.",
        CrossEntropy()),
      loss(
        "bceWithLogits", "The binary cross-entropy, from logits and targets between 0 and 1.",
        BinaryCrossEntropy()),
      LibraryFunction(
        "huber", "Squared error near 0, absolute error beyond `delta`.",
        [.optional("delta", .number, .double(1))],
        example: "huber(delta: 0.5)"
      ) { .object(LossValue(loss: try HuberLoss(delta: $0.number("delta")))) },
      LibraryFunction(
        "SGD", "Stochastic gradient descent.",
        [
          .optional("learningRate", .number, .double(0.01)), .optional("momentum", .number, .double(0)),
          .optional("nesterov", .boolean, .boolean(false)), .optional("weightDecay", .number, .double(0)),
        ], example: "SGD(learningRate: 0.1, momentum: 0.9)"
      ) { call in
        .object(
          OptimiserValue(
            optimiser: try .sgd(
              lr: call.number("learningRate"), momentum: call.number("momentum"),
              nesterov: call.boolean("nesterov"),
              weightDecay: call.number("weightDecay"))))
      },
      LibraryFunction(
        "Adam", "Adam; `weightDecay` adds to the gradient, as in PyTorch.", adamParameters(weightDecay: 0),
        example: "Adam(learningRate: 0.01)", reference: "Kingma and Ba 2014, arXiv:1412.6980"
      ) { call in
        .object(
          OptimiserValue(
            optimiser: try .adam(
              lr: call.number("learningRate"), betas: (call.number("beta1"), call.number("beta2")),
              eps: call.number("eps"),
              weightDecay: call.number("weightDecay"))))
      },
      LibraryFunction(
        "AdamW", "Adam whose weight decay shrinks the weights themselves.", adamParameters(weightDecay: 0.01),
        example: "AdamW(weightDecay: 0.1)", reference: "Loshchilov and Hutter 2017, arXiv:1711.05101"
      ) { call in
        .object(
          OptimiserValue(
            optimiser: try .adamW(
              lr: call.number("learningRate"), betas: (call.number("beta1"), call.number("beta2")),
              eps: call.number("eps"),
              weightDecay: call.number("weightDecay"))))
      },
      LibraryFunction(
        "train",
        "Trains a network on a data set and gives the history, which plots itself. The loss is by default the cross-entropy for classes and the mean squared error for numbers. `batch` rows make a step; nil takes all. A seed makes the order of the rows repeatable.",
        [
          .required("net", .layer), .required("on", .dataset), .optional("loss", .loss, .null),
          .optional("optimizer", .optimiser, .null), .optional("epochs", .integer, .int(10)),
          .optional("batch", .integer, .int(32)), .optional("shuffle", .boolean, .boolean(true)),
          .optional("seed", .integer, .null), .optional("validation", .dataset, .null),
          .optional("progress", .boolean, .boolean(true)),
        ], example: "train(mlp(4, 16, 3), on: iris(), epochs: 5)"
      ) { try train($0) },
      LibraryFunction(
        "accuracy", "The part of a data set's rows that a network classifies rightly.",
        [.required("net", .layer), .required("on", .dataset)], example: "accuracy(mlp(4, 3), on: iris())"
      ) { .double(try Engine.accuracy($0["net"].asLayer($0.machine), on: $0.dataset("on"))) },
      LibraryFunction(
        "predict", "A network's outputs for rows of features, outside of training.",
        [.required("net", .layer), .required("x", .tensor)],
        example: "predict(mlp(4, 3), iris().features).shape"
      ) { .tensor(try Engine.predict($0["net"].asLayer($0.machine), $0.tensor("x"))) },
      LibraryFunction(
        "classify", "The class that a network gives to each row of features.",
        [.required("net", .layer), .required("x", .tensor)], example: "classify(mlp(2, 2), [[0, 1]])"
      ) { .array(try Engine.classes($0["net"].asLayer($0.machine), $0.tensor("x")).map(Value.int)) },
    ]
  }

  private static func loss(_ name: String, _ summary: String, _ loss: any Loss) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.required("prediction", .tensor), .required("target", .tensor)],
      example: name == "crossEntropy" ? "crossEntropy([[1, 0]], [0])" : "\(name)([0.5, 1], [0, 1])"
    ) { call in try LossValue(loss: loss).call(call.values, call.machine) ?? .void }
  }

  private static let lossesByName: [String: @Sendable () -> any Loss] = [
    "mse": { MeanSquaredError() }, "l1": { MeanAbsoluteError() }, "crossEntropy": { CrossEntropy() },
    "bceWithLogits": { BinaryCrossEntropy() },
  ]

  private static func adamParameters(weightDecay: Double) -> [LibraryFunction.Parameter] {
    [
      .optional("learningRate", .number, .double(0.001)), .optional("beta1", .number, .double(0.9)),
      .optional("beta2", .number, .double(0.999)), .optional("eps", .number, .double(1e-8)),
      .optional("weightDecay", .number, .double(weightDecay)),
    ]
  }

  private static func train(_ call: Call) throws -> Value {
    let machine = call.machine
    let net = try call["net"].asLayer(machine)
    let data = try call.dataset("on")
    let loss = try chosenLoss(call, for: data)
    let optimiser = try chosenOptimiser(call)
    let seed =
      call.has("seed") ? UInt64(bitPattern: Int64(try call.integer("seed"))) : machine.generator.next()
    let progress = TrainingProgress(try call.boolean("progress") ? machine.output : nil)
    machine.journal.record(net.parameters)
    var history = History()
    defer { progress.finish(history) }
    try Engine.train(
      net, on: data, loss: loss, optimizer: optimiser, epochs: call.integer("epochs"),
      batch: call.has("batch") ? call.integer("batch") : nil, shuffle: call.boolean("shuffle"), seed: seed,
      validation: call.has("validation") ? call.dataset("validation") : nil, history: &history
    ) { step in
      try machine.pollNow()
      progress.note(step)
    }
    return .object(HistoryValue(history: history))
  }

  static func chosenLoss(_ call: Call, for data: Dataset) throws -> any Loss {
    guard call.has("loss") else {
      if data.isClassification { return CrossEntropy() }
      return MeanSquaredError()
    }
    switch call["loss"] {
    case .library(let function):
      if let loss = lossesByName[function.name] { return loss() }
      if function.name == "huber" { return try HuberLoss() }
    case .object(let object):
      if let value = object as? LossValue { return value.loss }
    case .function(let function):
      let machine = call.machine
      let callback = Callback(value: call["loss"], machine: machine)
      return FunctionLoss(function.code.name) { prediction, target in
        try callback(.tensor(prediction), .tensor(target)).asTensor(dtype: prediction.dtype)
      }
    default: break
    }
    throw call.mismatch(
      "loss", "a loss such as `mse` or `crossEntropy`, or a function of prediction and target")
  }

  private static func chosenOptimiser(_ call: Call) throws -> Optimiser {
    guard call.has("optimizer") else { return try .adam() }
    var value = call["optimizer"]
    // `optimizer: Adam` names the rule, `optimizer: Adam()` makes it: both are meant alike.
    if case .library(let function) = value, ["SGD", "Adam", "AdamW"].contains(function.name) {
      value = try call.machine.call(value, [])
    }
    guard let optimiser = value.object(OptimiserValue.self)?.optimiser else {
      throw call.mismatch("optimizer", "an optimiser such as `Adam()` or `SGD(learningRate: 0.1)`")
    }
    return optimiser
  }
}

extension Call {
  func dataset(_ name: String) throws -> Dataset {
    guard let dataset = self[name].object(DatasetValue.self)?.dataset else {
      throw mismatch(name, "a data set such as `digits()` or `dataset(x, y)`")
    }
    return dataset
  }
}
