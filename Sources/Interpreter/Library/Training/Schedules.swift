import Engine

extension Library {
  /// Learning-rate schedules, and early stopping.
  static var schedules: [LibraryFunction] {
    [
      schedule(
        "StepLR", "The learning rate times `gamma` after every `step_size` epochs.",
        [.required("step_size", .integer), .optional("gamma", .number, .double(0.1))],
        example: "StepLR(step_size: 30)"
      ) { try .step(size: $0.integer("step_size"), gamma: $0.number("gamma")) },
      schedule(
        "MultiStepLR", "The learning rate times `gamma` at each of the epochs `milestones`.",
        [.required("milestones", .array), .optional("gamma", .number, .double(0.1))],
        example: "MultiStepLR(milestones: [30, 80])"
      ) { call in
        let milestones = try call.array("milestones").map { value in
          guard case .int(let epoch) = value else {
            throw Fault(.typeMismatch, "`milestones` of `MultiStepLR` are integers, but one is \(value.kind)")
              .about("milestones", of: call)
          }
          return epoch
        }
        return try .multiStep(milestones: milestones, gamma: call.number("gamma"))
      },
      schedule(
        "ExponentialLR", "The learning rate times `gamma` after every epoch.", [.required("gamma", .number)],
        example: "ExponentialLR(gamma: 0.95)"
      ) { try .exponential(gamma: $0.number("gamma")) },
      schedule(
        "CosineAnnealingLR", "Half a cosine wave down to `eta_min` in `T_max` epochs, and back.",
        [.required("T_max", .integer), .optional("eta_min", .number, .double(0))],
        example: "CosineAnnealingLR(T_max: 50)"
      ) { try .cosine(period: $0.integer("T_max"), minimum: $0.number("eta_min")) },
      schedule(
        "CosineAnnealingWarmRestarts",
        "Half a cosine wave down to `eta_min` in `T_0` epochs, begun anew and `T_mult` times as long each time.",
        [
          .required("T_0", .integer), .optional("T_mult", .integer, .int(1)),
          .optional("eta_min", .number, .double(0)),
        ], example: "CosineAnnealingWarmRestarts(T_0: 10, T_mult: 2)",
        reference: "Loshchilov and Hutter 2016, arXiv:1608.03983"
      ) {
        try .cosineWarmRestarts(
          period: $0.integer("T_0"), factor: $0.integer("T_mult"), minimum: $0.number("eta_min"))
      },
      schedule(
        "OneCycleLR",
        "One cycle of `total_steps` steps (not epochs): up from `max_lr / div_factor` to `max_lr`, then down to that over `final_div_factor`. The optimiser's own rate does not matter; momentum stays as it is.",
        [
          .required("max_lr", .number), .required("total_steps", .integer),
          .optional("pct_start", .number, .double(0.3)),
          .optional("anneal_strategy", .string, .string("cos")),
          .optional("div_factor", .number, .double(25)),
          .optional("final_div_factor", .number, .double(1e4)),
          .optional("three_phase", .boolean, .boolean(false)),
        ], example: "OneCycleLR(max_lr: 0.1, total_steps: 200)",
        reference: "Smith and Topin 2017, arXiv:1708.07120"
      ) { try oneCycle($0) },
      schedule(
        "warmup",
        "Rises in a straight line from `start_factor` times the learning rate to all of it in some steps (not epochs); `then` another schedule begins, counting from there.",
        [
          .required("steps", .integer), .optional("then", .schedule, .null),
          .optional("start_factor", .number, .double(1.0 / 3)),
        ], example: "warmup(100, then: CosineAnnealingLR(T_max: 50))"
      ) {
        try .warmUp(
          steps: $0.integer("steps"), start: $0.number("start_factor"), then: $0.schedule("then"))
      },
      schedule(
        "perStep", "A schedule whose numbers of epochs are read as numbers of steps.",
        [.required("schedule", .schedule)], example: "perStep(CosineAnnealingLR(T_max: 500))"
      ) { call in
        guard let schedule = try call.schedule() else {
          throw call.mismatch("schedule", "a schedule such as `StepLR(step_size: 30)`")
        }
        return schedule.perStep
      },
      LibraryFunction(
        "earlyStopping",
        "For `train(…, validation:, earlyStopping:)`: ends the training when the validation loss has not fallen by more than `minDelta` for `patience` epochs, and brings back the weights of the best epoch.",
        [.required("patience", .integer), .optional("minDelta", .number, .double(0))],
        example: "earlyStopping(patience: 5)"
      ) { call in
        .object(
          EarlyStoppingValue(
            rule: try EarlyStopping(patience: call.integer("patience"), minDelta: call.number("minDelta"))))
      },
    ]
  }

  private static func schedule(
    _ name: String, _ summary: String, _ parameters: [LibraryFunction.Parameter], example: String,
    reference: String? = nil, body: @escaping (Call) throws -> Schedule
  ) -> LibraryFunction {
    LibraryFunction(name, summary, parameters, example: example, reference: reference) {
      .object(ScheduleValue(schedule: try body($0)))
    }
  }

  private static func oneCycle(_ call: Call) throws -> Schedule {
    let strategy = try call.string("anneal_strategy")
    guard strategy == "cos" || strategy == "linear" else {
      throw Fault(
        .invalidValue, "`anneal_strategy` of `OneCycleLR` is \"cos\" or \"linear\", but it is \"\(strategy)\""
      ).about("anneal_strategy", of: call)
    }
    return try .oneCycle(
      maximum: call.number("max_lr"), steps: call.integer("total_steps"), rise: call.number("pct_start"),
      isLinear: strategy == "linear", division: call.number("div_factor"),
      finalDivision: call.number("final_div_factor"), hasThreePhases: call.boolean("three_phase"))
  }
}

extension Call {
  /// The schedule given for a parameter; nil where none was.
  func schedule(_ name: String = "schedule") throws -> Schedule? {
    guard has(name) else { return nil }
    guard let value = self[name].object(ScheduleValue.self) else {
      throw mismatch(name, "a schedule such as `StepLR(step_size: 30)`")
    }
    return value.schedule
  }

  /// The rule of early stopping, or its patience alone; nil where none was given.
  func earlyStopping() throws -> EarlyStopping? {
    guard has("earlyStopping") else { return nil }
    if case .int(let patience) = self["earlyStopping"] { return try EarlyStopping(patience: patience) }
    guard let value = self["earlyStopping"].object(EarlyStoppingValue.self) else {
      throw mismatch("earlyStopping", "`earlyStopping(patience: 5)` or a number of epochs")
    }
    return value.rule
  }
}
