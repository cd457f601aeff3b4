import Engine

/// A loss; called with a prediction and a target it gives a number.
struct LossValue: LibraryValue {
  static let kind = "a loss"
  let loss: any Loss
  var text: String { loss.description }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display {
    Display(text: text, formula: formula)
  }

  private var formula: String? {
    switch loss {
    case let huber as HuberLoss: Formulas.huber(delta: formatted(huber.delta, "%.6g"))
    case is CrossEntropy: Formulas.byName["crossEntropyLoss"]
    case is BinaryCrossEntropy: Formulas.byName["bceWithLogitsLoss"]
    default: nil
    }
  }

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

extension Library {
  /// Losses, optimisers, training itself, and what a trained network says.
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
        [.optional("delta", .number, .double(1), in: .above(0))],
        example: "huber(delta: 0.5)"
      ) { .object(LossValue(loss: try HuberLoss(delta: $0.number("delta")))) },
      LibraryFunction(
        "accuracy", "The part of a data set's rows that a network classifies rightly.",
        [.required("net", .layer), .required("on", .dataset)], example: "accuracy(mlp(4, 3), on: iris())"
      ) { .double(try Engine.accuracy($0["net"].asLayer($0.machine), on: $0.dataset("on"))) },
      LibraryFunction(
        "predict", "A network's outputs for rows of features, outside of training.",
        [.required("net", .layer), .required("x", .tensor)],
        example: "predict(mlp(4, 3), iris().features).shape", shape: .prediction
      ) { .tensor(try Engine.predict($0["net"].asLayer($0.machine), $0.tensor("x"))) },
      LibraryFunction(
        "classify", "The class that a network gives to each row of features; for a single row, its class.",
        [.required("net", .layer), .required("x", .tensor)], example: "classify(mlp(2, 2), [[0, 1]])"
      ) { call in
        let features = try call.tensor("x")
        let classes = try Engine.classes(call["net"].asLayer(call.machine), features).map(Value.int)
        return features.rank == 1 && classes.count == 1 ? classes[0] : .array(classes)
      },
    ] + optimisers + runs
  }

  private static func loss(_ name: String, _ summary: String, _ loss: any Loss) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.required("prediction", .tensor), .required("target", .tensor)],
      example: name == "crossEntropy" ? "crossEntropy([[1, 0]], [0])" : "\(name)([0.5, 1], [0, 1])",
      shape: .loss
    ) { call in try LossValue(loss: loss).call(call.values, call.machine) ?? .void }
  }

  private static let lossesByName: [String: @Sendable () -> any Loss] = [
    "mse": { MeanSquaredError() }, "l1": { MeanAbsoluteError() }, "crossEntropy": { CrossEntropy() },
    "bceWithLogits": { BinaryCrossEntropy() },
  ]

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
      let callback = Callback(call["loss"], "loss", of: call)
      return FunctionLoss(function.code.name) { prediction, target in
        // The weights are being differentiated.
        try machine.steadily {
          try callback(.tensor(prediction), .tensor(target)).asTensor(dtype: prediction.dtype)
        }
      }
    default: break
    }
    throw call.mismatch(
      "loss", "a loss such as `mse` or `crossEntropy`, or a function of prediction and target")
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
