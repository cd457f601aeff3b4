import Glibc

/// How the learning rate changes over the epochs of a training, as a factor of the optimiser's first one or a
/// curve from it. Formulas and names are PyTorch's.
public struct Schedule: Sendable, CustomStringConvertible {
  /// What it is called, with its settings.
  public let description: String
  private let rate: @Sendable (_ epoch: Int, _ initial: Double) -> Double

  /// Creates a schedule from the rate in an epoch, counted from 0, and the optimiser's first rate.
  public init(_ description: String, _ rate: @escaping @Sendable (_ epoch: Int, _ initial: Double) -> Double)
  {
    self.description = description
    self.rate = rate
  }

  /// The learning rate in an epoch, counted from 0.
  public func rate(epoch: Int, initial: Double) -> Double { rate(epoch, initial) }

  /// Multiplied by `gamma` after every `size` epochs. Throws unless the size is positive.
  public static func step(size: Int, gamma: Double = 0.1) throws -> Schedule {
    try requirePositive(size, "size")
    return Schedule("step(size: \(size), gamma: \(gamma))") { $1 * pow(gamma, Double($0 / size)) }
  }

  /// Multiplied by `gamma` when each milestone is reached.
  public static func multiStep(milestones: [Int], gamma: Double = 0.1) -> Schedule {
    Schedule("multiStep(milestones: \(milestones), gamma: \(gamma))") { epoch, initial in
      initial * pow(gamma, Double(milestones.filter { $0 <= epoch }.count))
    }
  }

  /// Multiplied by `gamma` after every epoch.
  public static func exponential(gamma: Double) -> Schedule {
    Schedule("exponential(gamma: \(gamma))") { $1 * pow(gamma, Double($0)) }
  }

  /// Half a cosine wave from the first rate to `minimum` in `period` epochs, and back in the same time.
  ///
  /// Throws unless the period is positive.
  public static func cosine(period: Int, minimum: Double = 0) throws -> Schedule {
    try requirePositive(period, "period")
    return Schedule("cosine(period: \(period), minimum: \(minimum))") { epoch, initial in
      halfWave(Double(epoch) / Double(period), from: initial, to: minimum)
    }
  }

  /// Half a cosine wave from the first rate to `minimum`, begun anew after `period` epochs, and after `factor`
  /// times as many each further time. Throws unless both are positive.
  ///
  /// Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016.
  public static func cosineWarmRestarts(
    period: Int, factor: Int = 1, minimum: Double = 0
  ) throws -> Schedule {
    try requirePositive(period, "period")
    try requirePositive(factor, "factor")
    return Schedule(
      "cosineWarmRestarts(period: \(period), factor: \(factor), minimum: \(minimum))"
    ) { epoch, initial in
      var (length, position) = (period, factor == 1 ? epoch % period : epoch)
      while position >= length {
        position -= length
        length *= factor
      }
      return halfWave(Double(position) / Double(length), from: initial, to: minimum)
    }
  }

  /// Rises in a straight line from `start` times the first rate during some epochs; then another schedule
  /// begins, or the rate stays. Throws unless the number of epochs is positive.
  public static func warmUp(
    epochs: Int, start: Double = 1.0 / 3, then next: Schedule? = nil
  ) throws -> Schedule {
    try requirePositive(epochs, "epochs")
    let name = "warmUp(epochs: \(epochs), start: \(start)\(next.map { ", then: \($0)" } ?? ""))"
    return Schedule(name) { epoch, initial in
      guard epoch < epochs else { return next?.rate(epoch - epochs, initial) ?? initial }
      return initial * (start + (1 - start) * Double(epoch) / Double(epochs))
    }
  }

  private static func halfWave(_ part: Double, from high: Double, to low: Double) -> Double {
    low + (high - low) * (1 + cos(.pi * part)) / 2
  }

  private static func requirePositive(_ value: Int, _ name: String) throws {
    guard value > 0 else {
      throw EngineError(.value, "`\(name)` of a schedule is at least 1, but it is \(value).")
    }
  }
}
