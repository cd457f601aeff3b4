import Engine

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
  /// The rules that change weights.
  static var optimisers: [LibraryFunction] {
    [
      LibraryFunction(
        "SGD", "Stochastic gradient descent.",
        [
          .optional("learningRate", .number, .double(0.01), in: .atLeast(0)).also("lr"),
          .optional("momentum", .number, .double(0)),
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
        "RMSprop", "Steps divided by the root of a running mean of the squared gradient.",
        [
          .optional("learningRate", .number, .double(0.01), in: .atLeast(0)).also("lr"),
          .optional("alpha", .number, .double(0.99)),
          .optional("eps", .number, .double(1e-8)), .optional("weightDecay", .number, .double(0)),
          .optional("momentum", .number, .double(0)), .optional("centered", .boolean, .boolean(false)),
        ], example: "RMSprop(learningRate: 0.001)", reference: "Tieleman and Hinton 2012, lecture 6.5"
      ) { call in
        optimiser(
          try .rmsprop(
            lr: call.number("learningRate"), alpha: call.number("alpha"), eps: call.number("eps"),
            weightDecay: call.number("weightDecay"), momentum: call.number("momentum"),
            centered: call.boolean("centered")))
      },
      LibraryFunction(
        "Adagrad", "Steps divided by the root of the sum of all squared gradients so far.",
        [
          .optional("learningRate", .number, .double(0.01), in: .atLeast(0)).also("lr"),
          .optional("lrDecay", .number, .double(0)),
          .optional("weightDecay", .number, .double(0)),
          .optional("initialAccumulatorValue", .number, .double(0)),
          .optional("eps", .number, .double(1e-10)),
        ], example: "Adagrad(learningRate: 0.1)",
        reference: "Duchi, Hazan and Singer 2011, JMLR 12"
      ) { call in
        optimiser(
          try .adagrad(
            lr: call.number("learningRate"), lrDecay: call.number("lrDecay"),
            weightDecay: call.number("weightDecay"),
            initialAccumulatorValue: call.number("initialAccumulatorValue"), eps: call.number("eps")))
      },
      LibraryFunction(
        "LBFGS",
        "Steps along an estimate of Newton's direction. Each step of `train` takes all rows, whatever `batch` says, and follows up to `maxIter` directions. `lineSearch: \"strong_wolfe\"` searches for the length of each.",
        [
          .optional("learningRate", .number, .double(1), in: .atLeast(0)).also("lr"),
          .optional("maxIter", .integer, .int(20)),
          .optional("maxEval", .integer, .null), .optional("toleranceGrad", .number, .double(1e-7)),
          .optional("toleranceChange", .number, .double(1e-9)), .optional("historySize", .integer, .int(100)),
          .optional("lineSearch", .string, .null),
        ], example: "LBFGS(lineSearch: \"strong_wolfe\")",
        reference: "Liu and Nocedal 1989, Mathematical Programming 45"
      ) { call in
        let search = call.has("lineSearch") ? try call.string("lineSearch") : nil
        guard search == nil || search == "strong_wolfe" else {
          throw Fault(
            .invalidValue,
            "`lineSearch` of `LBFGS` is \"strong_wolfe\" or nil, but it is \"\(search ?? "")\""
          ).about("lineSearch", of: call)
        }
        return optimiser(
          try .lbfgs(
            lr: call.number("learningRate"), maxIter: call.integer("maxIter"),
            maxEval: call.has("maxEval") ? call.integer("maxEval") : nil,
            toleranceGrad: call.number("toleranceGrad"), toleranceChange: call.number("toleranceChange"),
            historySize: call.integer("historySize"), strongWolfe: search != nil))
      },
    ]
  }

  private static func optimiser(_ optimiser: Optimiser) -> Value {
    .object(OptimiserValue(optimiser: optimiser))
  }

  private static func adamParameters(weightDecay: Double) -> [LibraryFunction.Parameter] {
    [
      .optional("learningRate", .number, .double(0.001), in: .atLeast(0)).also("lr"),
      .optional("beta1", .number, .double(0.9), in: .halfOpen(0..<1)),
      .optional("beta2", .number, .double(0.999), in: .halfOpen(0..<1)),
      .optional("eps", .number, .double(1e-8)),
      .optional("weightDecay", .number, .double(weightDecay)),
    ]
  }

  /// The optimiser of a training; nil where none was given.
  static func chosenOptimiser(_ call: Call) throws -> Optimiser? {
    guard call.has("optimizer") else { return nil }
    var value = call["optimizer"]
    // `optimizer: Adam` names the rule, `optimizer: Adam()` makes it: both are meant alike.
    if case .library(let function) = value, optimiserNames.contains(function.name) {
      value = try call.machine.call(value, [])
    }
    guard let optimiser = value.object(OptimiserValue.self)?.optimiser else {
      throw call.mismatch("optimizer", "an optimiser such as `Adam()` or `SGD(learningRate: 0.1)`")
    }
    return optimiser
  }

  private static let optimiserNames: Set = ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "LBFGS"]
}
