extension Optimiser {
  /// L-BFGS, with PyTorch's defaults: follows up to `maxIter` directions in each step, on the same rows.
  ///
  /// - Parameters:
  ///   - maxEval: how often a step evaluates the loss, about; `nil` for 5/4 of `maxIter`.
  ///   - toleranceGrad: a gradient with no larger number counts as 0.
  ///   - toleranceChange: smaller changes of the numbers or the loss end a step.
  ///   - historySize: how many changes of the gradient are remembered.
  ///   - strongWolfe: whether the length of each direction is searched for; otherwise it is `lr`.
  ///
  /// Throws when a setting is out of range.
  public static func lbfgs(
    lr: Double = 1, maxIter: Int = 20, maxEval: Int? = nil, toleranceGrad: Double = 1e-7,
    toleranceChange: Double = 1e-9, historySize: Int = 100, strongWolfe: Bool = false
  ) throws -> Optimiser {
    for (count, name) in [(maxIter, "maxIter"), (maxEval ?? 1, "maxEval"), (historySize, "historySize")]
    where count < 1 || count > 1 << 30 {
      throw EngineError(.value, "`\(name)` of L-BFGS is an integer from 1 up, but it is \(count).")
    }
    try requireFromZero(toleranceGrad, "toleranceGrad")
    try requireFromZero(toleranceChange, "toleranceChange")
    let settings = LBFGS(
      maxIterations: maxIter, maxEvaluations: maxEval ?? maxIter * 5 / 4, gradientTolerance: toleranceGrad,
      changeTolerance: toleranceChange, historySize: historySize, searchesLine: strongWolfe)
    return try Optimiser(
      .sgd(SGD(momentum: 0, isNesterov: false, weightDecay: 0)), quasiNewton: settings, learningRate: lr)
  }

  /// A step of L-BFGS on parameters: `evaluate` gives the loss and the gradients at their current values.
  ///
  /// When `evaluate` throws, or the optimiser is not L-BFGS, the parameters and what is remembered are as before.
  /// Returns the loss before the step.
  @discardableResult
  public func minimise(
    _ parameters: [Parameter], of evaluate: () throws -> (value: Tensor, gradients: [Tensor])
  ) throws -> Double {
    guard let quasiNewton else {
      throw EngineError(.value, "\(name) takes a step from one gradient.", hint: "Use `step(_:gradients:)`.")
    }
    let before = parameters.map(\.value)
    let start = before.flatMap(\.doubles)
    let isContinued = curvature?.parameters.elementsEqual(parameters, by: ===) ?? false
    var memory = isContinued ? curvature?.memory : nil
    func evaluation() throws -> LBFGS.Evaluation {
      let (value, gradients) = try evaluate()
      return LBFGS.Evaluation(loss: try value.item(), gradient: gradients.flatMap(\.doubles))
    }
    do {
      let first = try evaluation()
      let end = try quasiNewton.step(from: start, first, learningRate: learningRate, memory: &memory) { x in
        try Optimiser.assign(x, to: parameters)
        return try evaluation()
      }
      try Optimiser.assign(end, to: parameters)
      curvature = memory.map { (parameters, $0) }
      for parameter in parameters {
        var memory = self.memory(of: parameter)
        memory.steps += 1
        memories[ObjectIdentifier(parameter)] = memory
      }
      return first.loss
    } catch {
      for (parameter, value) in zip(parameters, before) { try parameter.assign(value) }
      throw error
    }
  }

  /// Divides numbers among parameters.
  private static func assign(_ numbers: [Double], to parameters: [Parameter]) throws {
    var rest = numbers[...]
    for parameter in parameters {
      let value = parameter.value
      try parameter.assign(Tensor(Array(rest.prefix(value.count)), shape: value.shape, dtype: value.dtype))
      rest = rest.dropFirst(value.count)
    }
  }
}
