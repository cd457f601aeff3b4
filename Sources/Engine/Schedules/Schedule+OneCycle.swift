extension Schedule {
  /// One cycle, step by step: from `maximum / division` up to `maximum`, then down to
  /// `maximum / (division · finalDivision)`; the optimiser's own rate does not matter.
  ///
  /// - Parameters:
  ///   - steps: the length of the cycle; a training may not be longer.
  ///   - rise: the part of the steps in which the rate rises, from 0 to 1.
  ///   - isLinear: whether the rate changes along straight lines instead of half cosine waves.
  ///   - hasThreePhases: whether the way down first mirrors the way up, and goes on to the last rate then.
  ///
  /// Momentum is left as it is, as with PyTorch's `cycle_momentum=False`. Throws when a setting is out of range.
  ///
  /// Source: Smith and Topin, "Super-convergence: very fast training of neural networks using large learning
  /// rates", 2017.
  public static func oneCycle(
    maximum: Double, steps: Int, rise: Double = 0.3, isLinear: Bool = false, division: Double = 25,
    finalDivision: Double = 1e4, hasThreePhases: Bool = false
  ) throws -> Schedule {
    try requireRate(maximum, "max_lr")
    try requirePositive(steps, "total_steps")
    guard rise >= 0, rise <= 1 else {
      throw EngineError(.value, "`pct_start` is a part from 0 to 1, but it is \(rise).")
    }
    for (value, name) in [(division, "div_factor"), (finalDivision, "final_div_factor")] {
      guard value.isFinite, value > 0 else {
        throw EngineError(.value, "`\(name)` is a number above 0, but it is \(value).")
      }
    }
    let first = maximum / division
    let last = first / finalDivision
    let top = rise * Double(steps) - 1
    let end = Double(steps) - 1
    let phases =
      hasThreePhases
      ? [(top, first, maximum), (2 * rise * Double(steps) - 2, maximum, first), (end, first, last)]
      : [(top, first, maximum), (end, maximum, last)]
    let options =
      "pct_start: \(rise), anneal_strategy: \"\(isLinear ? "linear" : "cos")\", div_factor: \(division), final_div_factor: \(finalDivision), three_phase: \(hasThreePhases)"
    let name = "OneCycleLR(max_lr: \(maximum), total_steps: \(steps), \(options))"
    return Schedule(name, .step, length: steps, limit: steps) { position, _ in
      var begin = 0.0
      let step = Double(position.step)
      for (index, (phaseEnd, from, to)) in phases.enumerated() {
        if step <= phaseEnd || index == phases.count - 1 {
          // A phase without length has reached its end.
          let part = phaseEnd > begin ? (step - begin) / (phaseEnd - begin) : 1
          return isLinear ? from + (to - from) * part : halfWave(part, from: from, to: to)
        }
        begin = phaseEnd
      }
      return last
    }
  }
}
