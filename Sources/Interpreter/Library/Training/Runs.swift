import Engine

extension Library {
  /// Training itself, and going on with it.
  static var runs: [LibraryFunction] {
    [
      LibraryFunction(
        "train",
        "Trains a network on a data set and gives the history, which plots itself. The loss is by default the cross-entropy for classes and the mean squared error for numbers; the optimiser is Adam. `batch` rows make a step; nil takes all. A seed makes the order of the rows repeatable. `schedule` changes the learning rate; `clip` limits the norm of all gradients together and `clipValue` each number; `earlyStopping` ends the training when the loss on `validation` no longer falls, and brings back the best weights. `gradientFlowEvery: 50` looks at the gradient flow before the first and after every 50th step, on the same 256 rows or fewer, and keeps it as `history.gradientFlow`. `progress: \"widget\"` shows the course with a button that ends the training after the present step, and the cell goes on with the history so far. An interrupted training keeps its weights: call it again with `resume: lastHistory()` and it goes on to the same weights as without the break, with the optimiser and the order of rows it had; with more `epochs`, so does one that was complete.",
        [
          .required("net", .layer), .required("on", .dataset), .optional("loss", .loss, .null),
          .optional("optimizer", .optimiser, .null), .optional("epochs", .integer, .int(10), in: .atLeast(0)),
          .optional("batch", .integer, .int(32), in: .atLeast(1)),
          .optional("shuffle", .boolean, .boolean(true)),
          .optional("seed", .integer, .null), .optional("validation", .dataset, .null),
          .optional("progress", .progress, .boolean(true)), .optional("schedule", .schedule, .null),
          .optional("clip", .number, .null), .optional("clipValue", .number, .null),
          .optional("earlyStopping", .any, .null), .optional("resume", .history, .null),
          .optional("gradientFlowEvery", .integer, .null),
        ], example: "train(mlp(4, 16, 3), on: iris(), epochs: 5)", shape: .training
      ) { try train($0) },
      LibraryFunction(
        "lastHistory",
        "The history of the last training, also of one that was interrupted: for `train(…, resume: lastHistory())`.",
        [], example: "{ train(mlp(4, 3), on: iris(), epochs: 1); return lastHistory() }()"
      ) { call in
        guard let history = call.machine.workspace.lastTraining?.history else {
          throw Fault(
            .invalidValue, "nothing has been trained in this session yet",
            help: ["`train(net, on: data)` leaves a history"])
        }
        return .object(history)
      },
    ]
  }

  private static func train(_ call: Call) throws -> Value {
    let machine = call.machine
    let net = try call["net"].asLayer(machine)
    let data = try call.dataset("on")
    let loss = try chosenLoss(call, for: data)
    let resumed = try call.resumedHistory(of: net)
    let optimiser = try optimiser(of: call, resumed)
    let seed = try seed(of: call, resumed)
    let schedule = try call.schedule()
    let clipping = try call.clipping()
    let stopping = try call.earlyStopping()
    let validation = call.has("validation") ? try call.dataset("validation") : nil
    let batch = call.has("batch") && !optimiser.takesAllRows ? try call.integer("batch") : nil
    var recording = try FlowRecording(
      call, resuming: resumed, net: net, data: data, loss: loss, seed: seed)
    let progress = TrainingProgress(try call.progressView())
    try machine.claim(net.parameters)
    try machine.claim(optimiser)
    var history = resumed?.history ?? History()
    defer { progress.finish(history) }
    /// What is known of the training so far, and how to go on with it.
    func value() -> HistoryValue {
      HistoryValue(
        history: history, recordedFlow: recording?.record,
        origin: HistoryValue.Origin(
          net: net, optimiser: optimiser, optimiserSteps: optimiser.steps(of: net), seed: seed))
    }
    do {
      try recording?.begin(after: history.steps)
      try Engine.train(
        net, on: data, loss: loss, optimizer: optimiser, epochs: call.integer("epochs"), batch: batch,
        shuffle: call.boolean("shuffle"), seed: seed, validation: validation, schedule: schedule,
        clipping: clipping, earlyStopping: stopping, history: &history
      ) { step in
        // Whole, even if an interruption waits: the step has been done, so its flow belongs to the record.
        if recording != nil { try Interruption.$current.withValue(nil) { try recording?.note(step) } }
        try machine.pollNow()
        try progress.note(step)
      }
    } catch is TrainingProgress.Stop {
      // Whoever pressed the button has seen enough: the cell goes on with the training so far.
    } catch  where Fault(error).code == .interrupted {
      machine.journal.note(value(), in: machine.workspace)
      throw interruption(history)
    }
    machine.journal.note(value(), in: machine.workspace)
    return .object(value())
  }

  private static func interruption(_ history: History) -> Fault {
    let epoch = history.steps / max(1, history.stepsPerEpoch) + 1
    let epochs = history.totalSteps / max(1, history.stepsPerEpoch)
    return Fault(
      .interrupted,
      "the training was interrupted after step \(history.steps) of \(history.totalSteps), in epoch \(min(epoch, epochs)) of \(epochs); the network keeps what it has learned",
      help: [
        "the same call with `resume: lastHistory()` added goes on to the same weights as without the break"
      ])
  }

  /// The optimiser of a training: when it is continued, the one that it had.
  private static func optimiser(of call: Call, _ resumed: HistoryValue?) throws -> Optimiser {
    let given = try chosenOptimiser(call)
    guard let resumed else { return try given ?? .adam() }
    let recorded = resumed.origin.optimiser
    guard given?.isLike(recorded) ?? true else {
      throw Fault(
        .invalidValue,
        "the training to resume has the optimiser `\(recorded)` and goes on with it, but `optimizer` is another: `\(given?.description ?? "")`",
        help: ["leave `optimizer:` out, or start afresh without `resume:`"]
      ).about("optimizer", of: call)
    }
    return recorded
  }

  /// The seed of a training: when it is continued, the one that it had.
  private static func seed(of call: Call, _ resumed: HistoryValue?) throws -> UInt64 {
    let given = call.has("seed") ? UInt64(bitPattern: Int64(try call.integer("seed"))) : nil
    guard let resumed else { return given ?? call.machine.generator.next() }
    guard given ?? resumed.origin.seed == resumed.origin.seed else {
      throw Fault(
        .invalidValue, "the training to resume has another `seed`, which gives its order of rows",
        help: ["leave `seed:` out: the history remembers it"]
      ).about("seed", of: call)
    }
    return resumed.origin.seed
  }
}

extension Call {
  /// The history of the training that is to be continued; nil where there is none.
  fileprivate func resumedHistory(of net: any Layer) throws -> HistoryValue? {
    guard has("resume") else { return nil }
    guard let value = self["resume"].object(HistoryValue.self) else {
      throw mismatch("resume", "a history such as `lastHistory()`")
    }
    let origin = value.origin
    guard net.parameters.elementsEqual(origin.net.parameters, by: ===) else {
      throw Fault(
        .invalidValue, "the history to resume belongs to another network than this one",
        help: ["a network that is declared anew begins anew: run `train` in a cell without its declaration"])
    }
    guard origin.optimiser.steps(of: net) == origin.optimiserSteps else {
      throw Fault(
        .invalidValue, "the network was trained on since this history, so its weights belong to a later step",
        help: ["`lastHistory()` is the history of the last training"])
    }
    return value
  }

  /// What shows the progress, as `progress` asks for it: nothing, a bar, or widgets where the front end can have them.
  fileprivate func progressView() throws -> (any ProgressView)? {
    guard let output = machine.output else { return nil }
    switch self["progress"] {
    case .boolean(let isShown): return isShown ? ProgressBar(output) : nil
    case .string("widget"):
      return output.comms.map { TrainingPanel(output, $0, in: machine.workspace) } ?? ProgressBar(output)
    case .string(let other):
      throw Fault(.invalidValue, "`progress` is \(ValueType.progress.rawValue), not \"\(other)\"").about(
        "progress", of: self)
    default: throw mismatch("progress", ValueType.progress.rawValue)
    }
  }

  fileprivate func clipping() throws -> GradientClipping? {
    guard has("clip") || has("clipValue") else { return nil }
    return try GradientClipping(
      norm: has("clip") ? number("clip") : nil, value: has("clipValue") ? number("clipValue") : nil)
  }
}
