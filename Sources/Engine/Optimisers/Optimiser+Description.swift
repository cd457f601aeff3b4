extension Optimiser {
  /// The rule with its learning rate, and with each other setting that is not PyTorch's default:
  /// `SGD(lr: 0.1, momentum: 0.9)`.
  public var description: String {
    let settings = quasiNewton?.changedSettings ?? rule.changedSettings
    return "\(name)(\((["lr: \(learningRate)"] + settings.compactMap { $0 }).joined(separator: ", ")))"
  }
}

extension UpdateRule {
  /// Each setting beside the learning rate; nil where it is the default.
  fileprivate var changedSettings: [String?] {
    switch self {
    case .sgd(let rule):
      [
        setting("momentum", rule.momentum, 0), setting("nesterov", rule.isNesterov, false),
        setting("weightDecay", rule.weightDecay, 0),
      ]
    case .adam(let rule):
      [
        setting("beta1", rule.beta1, 0.9), setting("beta2", rule.beta2, 0.999),
        setting("eps", rule.epsilon, 1e-8),
        setting("weightDecay", rule.weightDecay, rule.isDecoupled ? 0.01 : 0),
      ]
    case .rmsprop(let rule):
      [
        setting("alpha", rule.alpha, 0.99), setting("eps", rule.epsilon, 1e-8),
        setting("weightDecay", rule.weightDecay, 0), setting("momentum", rule.momentum, 0),
        setting("centered", rule.isCentred, false),
      ]
    case .adagrad(let rule):
      [
        setting("lrDecay", rule.rateDecay, 0), setting("weightDecay", rule.weightDecay, 0),
        setting("initialAccumulatorValue", rule.start, 0), setting("eps", rule.epsilon, 1e-10),
      ]
    case .clipped(let rule, _): rule.changedSettings
    }
  }
}

extension LBFGS {
  fileprivate var changedSettings: [String?] {
    [
      setting("maxIter", maxIterations, 20), setting("maxEval", maxEvaluations, maxIterations * 5 / 4),
      setting("toleranceGrad", gradientTolerance, 1e-7), setting("toleranceChange", changeTolerance, 1e-9),
      setting("historySize", historySize, 100), searchesLine ? "lineSearch: \"strong_wolfe\"" : nil,
    ]
  }
}

/// A setting as a call gives it; nil where it is the default.
private func setting<Setting: Equatable>(
  _ name: String, _ value: Setting, _ standard: Setting
) -> String? {
  value == standard ? nil : "\(name): \(value)"
}
