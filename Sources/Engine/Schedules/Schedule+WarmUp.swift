extension Schedule {
  /// Rises step by step in a straight line from `start` times the first rate to that rate; then another schedule
  /// begins, counting from there, or the rate stays.
  ///
  /// Throws when a setting is out of range.
  public static func warmUp(
    steps: Int, start: Double = 1.0 / 3, then next: Schedule? = nil
  ) throws -> Schedule {
    try requirePositive(steps, "steps")
    guard start >= 0, start <= 1 else {
      throw EngineError(.value, "`start_factor` is a part from 0 to 1, but it is \(start).")
    }
    let name = "warmup(\(steps), start_factor: \(start)\(next.map { ", then: \($0)" } ?? ""))"
    // Lengths in steps; those of a schedule by epochs are not known before there is a training.
    let rest = next.flatMap { $0.unit == .step ? $0.limit : nil }
    return Schedule(
      name, .step, length: next?.length.map { steps + $0 } ?? 2 * steps,
      limit: rest.map { steps + $0 }
    ) { position, initial in
      guard position.step < steps else {
        let rest = Position(step: position.step - steps, stepsPerEpoch: position.stepsPerEpoch)
        return next?.rate(at: rest, initial: initial) ?? initial
      }
      // A one-cycle schedule begins where it wants to: the warm-up leads there.
      let goal = next?.rate(at: Position(step: 0, stepsPerEpoch: 1), initial: initial) ?? initial
      return goal * (start + (1 - start) * Double(position.step) / Double(steps))
    }
  }
}
