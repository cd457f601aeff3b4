import Glibc

extension Schedule {
  /// Multiplied by `gamma` after every `size` epochs. Throws when a setting is out of range.
  public static func step(size: Int, gamma: Double = 0.1) throws -> Schedule {
    try requirePositive(size, "step_size")
    try requireRate(gamma, "gamma")
    return Schedule("StepLR(step_size: \(size), gamma: \(gamma))", length: 4 * size) {
      $1 * pow(gamma, Double($0 / size))
    }
  }

  /// Multiplied by `gamma` when each milestone, an epoch counted from 0, is reached; twice at one that is named
  /// twice. Throws when a setting is out of range.
  public static func multiStep(milestones: [Int], gamma: Double = 0.1) throws -> Schedule {
    for milestone in milestones { try requirePositive(milestone, "milestones") }
    try requireRate(gamma, "gamma")
    return Schedule(
      "MultiStepLR(milestones: \(milestones), gamma: \(gamma))", length: (milestones.max() ?? 0) * 5 / 4
    ) { epoch, initial in
      initial * pow(gamma, Double(milestones.count { $0 <= epoch }))
    }
  }

  /// Multiplied by `gamma` after every epoch. Throws when `gamma` is out of range.
  public static func exponential(gamma: Double) throws -> Schedule {
    try requireRate(gamma, "gamma")
    return Schedule("ExponentialLR(gamma: \(gamma))") { $1 * pow(gamma, Double($0)) }
  }
}
