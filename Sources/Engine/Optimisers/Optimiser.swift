/// A rule that improves parameters along their gradients, with what it remembers about each of them.
///
/// What it remembers stays with it: a second run of training continues where the first ended. Semantics and
/// defaults are PyTorch's.
public final class Optimiser: CustomStringConvertible {
  /// How parameters change along a direction; for L-BFGS it is plain descent.
  let rule: UpdateRule
  /// The settings of L-BFGS, whose steps need the loss again and again; `nil` for the others.
  let quasiNewton: LBFGS?
  /// What L-BFGS remembers about the loss of some parameters; `nil` before its first step, and for the others.
  var curvature: (parameters: [Parameter], memory: LBFGS.Memory)?
  /// How far each step goes. Schedules change it between epochs.
  public var learningRate: Double
  /// The learning rate that it was created with, from which schedules start.
  public let initialLearningRate: Double

  /// What is remembered about a parameter. Holds the parameter, so that its identity is not reused.
  struct Memory {
    let parameter: Parameter
    /// How many steps it has taken part in.
    var steps = 0
    /// The rule's slots one after another, each as long as the parameter.
    var slots: Storage
  }

  var memories: [ObjectIdentifier: Memory] = [:]

  init(_ rule: UpdateRule, quasiNewton: LBFGS? = nil, learningRate: Double) throws {
    guard learningRate.isFinite, learningRate >= 0 else {
      throw EngineError(.value, "A learning rate is a number from 0 up, but this one is \(learningRate).")
    }
    self.rule = rule
    self.quasiNewton = quasiNewton
    self.learningRate = learningRate
    initialLearningRate = learningRate
  }

  /// The rule's name, such as `Adam`.
  public var name: String { quasiNewton == nil ? rule.name : "LBFGS" }

  /// Whether each step takes all rows at once, and evaluates the loss several times: L-BFGS.
  public var takesAllRows: Bool { quasiNewton != nil }

  /// Whether another optimiser was made with the same rule and settings.
  public func isLike(_ other: Optimiser) -> Bool {
    func settings(_ optimiser: Optimiser) -> String {
      "\(optimiser.rule) \(optimiser.quasiNewton, default: "") \(optimiser.initialLearningRate)"
    }
    return settings(self) == settings(other)
  }

  /// What the optimiser remembers at one time.
  public struct Snapshot {
    fileprivate let learningRate: Double
    fileprivate let memories: [ObjectIdentifier: Memory]
    fileprivate let curvature: (parameters: [Parameter], memory: LBFGS.Memory)?
  }

  /// What is remembered now, to be brought back later.
  public var snapshot: Snapshot {
    Snapshot(learningRate: learningRate, memories: memories, curvature: curvature)
  }

  /// Remembers what it did at the time of a snapshot.
  public func restore(_ snapshot: Snapshot) {
    learningRate = snapshot.learningRate
    memories = snapshot.memories
    curvature = snapshot.curvature
  }

  /// In how many steps a network's parameters have taken part; `nil` if not all in the same number.
  public func steps(of net: any Layer) -> Int? { commonSteps(of: net.parameters.filter(\.isTrainable)) }

  /// Changes each parameter by its gradient, in place.
  ///
  /// Throws when counts or shapes differ, and for L-BFGS, which needs more than gradients; then nothing has
  /// changed.
  public func step(_ parameters: [Parameter], gradients: [Tensor]) throws {
    guard quasiNewton == nil else {
      throw EngineError(
        .value, "L-BFGS evaluates the loss several times in a step: gradients alone are not enough.",
        hint: "Use `minimise(_:of:)`, or train with it.")
    }
    guard parameters.count == gradients.count else {
      throw EngineError(
        .value, "There are \(parameters.count) parameters, but \(gradients.count) gradients.")
    }
    for (parameter, gradient) in zip(parameters, gradients) where parameter.value.shape != gradient.shape {
      throw EngineError(
        .shape,
        "The parameter `\(parameter.name)` has shape \(parameter.value.shape), but its gradient \(gradient.shape)."
      )
    }
    for (parameter, gradient) in zip(parameters, gradients) {
      var memory = memory(of: parameter)
      memory.steps += 1
      // Out of the dictionary while it is written to, so that it is not copied.
      memories[ObjectIdentifier(parameter)] = nil
      parameter.update { numbers in
        rule.update(
          &numbers, gradient: gradient.converted(to: numbers.dtype).storage, slots: &memory.slots,
          step: memory.steps, learningRate: learningRate)
      }
      memories[ObjectIdentifier(parameter)] = memory
    }
  }

  /// What is remembered about a parameter; zeros if it is new.
  func memory(of parameter: Parameter) -> Memory {
    memories[ObjectIdentifier(parameter)]
      ?? Memory(
        parameter: parameter,
        slots: Storage(
          repeating: rule.slotStart, count: rule.slotCount * parameter.value.count,
          dtype: parameter.value.dtype))
  }

  /// How many steps some parameters have taken part in; `nil` if not all in the same number.
  func commonSteps(of parameters: [Parameter]) -> Int? {
    let steps = Set(parameters.map { memories[ObjectIdentifier($0)]?.steps ?? 0 })
    return steps.count == 1 ? steps.first : nil
  }
}
