/// How the steps of a training are done.
enum Stepper {
  /// By a plan, made once: for chains of known layers.
  case single(PlanStepper<Float>)
  case double(PlanStepper<Double>)
  /// By the reverse-mode tape: for everything else.
  case tape(TapeStepper)

  /// Chooses the fastest way that fits. Throws an error of the kind `interrupted` if the work is to stop.
  init(_ run: TrainingRun) throws {
    guard run.optimizer.quasiNewton == nil, let width = run.rowWidth,
      let layout = PlanLayout(run.net, inputs: width, rows: run.schedule.batch),
      let loss = planLoss(run.loss),
      let steps = run.optimizer.commonSteps(of: run.net.parameters.filter(\.isTrainable)),
      let dtype = Stepper.dtype(of: layout)
    else {
      self = .tape(TapeStepper(run))
      return
    }
    let own = run.optimizer.rule
    let rule = run.clipping.map { .clipped(own, $0) } ?? own
    switch dtype {
    case .float32:
      self = .single(try PlanStepper(run, TrainingPlan(layout, loss: loss, rule: rule), steps: steps))
    case .float64:
      self = .double(try PlanStepper(run, TrainingPlan(layout, loss: loss, rule: rule), steps: steps))
    }
  }

  /// The type of a network's numbers.
  ///
  /// Not inlined: Swift 6.3's optimiser gives up on the initialiser above if this stands in it.
  @inline(never)
  private static func dtype(of layout: PlanLayout) -> DType? { layout.slots.first?.parameter.value.dtype }

  /// Changes the weights by the gradients on a range of the epoch's order, which is `nil` for the rows' own.
  /// `number` counts the steps from 0.
  func step(order: [Int]?, range: Range<Int>, number: Int) throws -> StepResult {
    switch self {
    case .single(let stepper): try stepper.step(order: order, range: range, number: number)
    case .double(let stepper): try stepper.step(order: order, range: range, number: number)
    case .tape(let stepper):
      try stepper.step(rows: order.map { Array($0[range]) } ?? Array(range), number: number)
    }
  }

  /// Leaves the weights, and what the optimiser remembers, where they belong.
  func finish() {
    switch self {
    case .single(let stepper): stepper.finish()
    case .double(let stepper): stepper.finish()
    case .tape: break
    }
  }
}
