/// How the learning rate changes in the course of a training, as a function of the step and the optimiser's
/// first rate. Formulas and names are PyTorch's.
public struct Schedule: Sendable, CustomStringConvertible {
  /// When a schedule's clock ticks.
  public enum Unit: String, Sendable {
    case epoch, step
  }

  /// A place in a training.
  public struct Position: Sendable {
    /// The number of the step, counted from 0.
    public let step: Int
    /// How many steps make an epoch.
    public let stepsPerEpoch: Int

    public init(step: Int, stepsPerEpoch: Int) {
      self.step = step
      self.stepsPerEpoch = max(1, stepsPerEpoch)
    }

    /// The number of the epoch, counted from 0.
    public var epoch: Int { step / stepsPerEpoch }
  }

  /// What it is called, with its settings.
  public let description: String
  /// Whether the rate changes from epoch to epoch or from step to step.
  public let unit: Unit
  /// How many epochs or steps show what it does; `nil` if there is no natural number.
  public let length: Int?
  /// After how many steps or epochs it ends, so that a training may not be longer; `nil` if it goes on.
  public let limit: Int?
  private let function: @Sendable (_ position: Position, _ initial: Double) -> Double

  /// Creates a schedule from the rate in an epoch, counted from 0, and the optimiser's first rate.
  public init(
    _ description: String, length: Int? = nil,
    _ rate: @escaping @Sendable (_ epoch: Int, _ initial: Double) -> Double
  ) {
    self.init(description, .epoch, length: length, limit: nil) { rate($0.epoch, $1) }
  }

  init(
    _ description: String, _ unit: Unit, length: Int?, limit: Int?,
    _ function: @escaping @Sendable (_ position: Position, _ initial: Double) -> Double
  ) {
    self.description = description
    self.unit = unit
    self.length = length
    self.limit = limit
    self.function = function
  }

  /// The learning rate of a step.
  public func rate(at position: Position, initial: Double) -> Double { function(position, initial) }

  /// The learning rate in an epoch, counted from 0, when each epoch is one step; equally the rate in a step of a
  /// schedule that goes by steps.
  public func rate(epoch: Int, initial: Double) -> Double {
    function(Position(step: epoch, stepsPerEpoch: 1), initial)
  }

  /// The same schedule with its numbers of epochs read as numbers of steps.
  public var perStep: Schedule {
    guard unit == .epoch else { return self }
    let epochs = self
    return Schedule("perStep(\(description))", .step, length: length, limit: limit) {
      epochs.rate(epoch: $0.step, initial: $1)
    }
  }

  // MARK: Checks of settings

  static func requirePositive(_ value: Int, _ name: String) throws {
    guard value > 0 else {
      throw EngineError(.value, "`\(name)` of a schedule is at least 1, but it is \(value).")
    }
    // More than any training has; sums of such numbers do not overflow.
    guard value <= 1 << 40 else {
      throw EngineError(.value, "`\(name)` of a schedule is at most \(1 << 40), but it is \(value).")
    }
  }

  static func requireRate(_ value: Double, _ name: String) throws {
    guard value.isFinite, value >= 0 else {
      throw EngineError(.value, "`\(name)` of a schedule is a number from 0 up, but it is \(value).")
    }
  }
}
