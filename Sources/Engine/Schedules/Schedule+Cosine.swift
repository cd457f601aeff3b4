import Glibc

extension Schedule {
  /// Half a cosine wave from the first rate to `minimum` in `period` epochs, and back in the same time:
  /// `min + (first − min) (1 + cos(π t / period)) / 2`.
  ///
  /// Throws when a setting is out of range.
  public static func cosine(period: Int, minimum: Double = 0) throws -> Schedule {
    try requirePositive(period, "T_max")
    try requireRate(minimum, "eta_min")
    return Schedule("CosineAnnealingLR(T_max: \(period), eta_min: \(minimum))", length: period) {
      halfWave(Double($0) / Double(period), from: $1, to: minimum)
    }
  }

  /// Half a cosine wave from the first rate to `minimum`, begun anew after `period` epochs, and after `factor`
  /// times as many each further time. Throws when a setting is out of range.
  ///
  /// Source: Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", 2016.
  public static func cosineWarmRestarts(
    period: Int, factor: Int = 1, minimum: Double = 0
  ) throws -> Schedule {
    try requirePositive(period, "T_0")
    try requirePositive(factor, "T_mult")
    try requireRate(minimum, "eta_min")
    let name = "CosineAnnealingWarmRestarts(T_0: \(period), T_mult: \(factor), eta_min: \(minimum))"
    // Two waves, if the second can be shown at all.
    let isShort = period < 1 << 20 && factor < 1 << 20
    return Schedule(name, length: isShort ? period * (1 + factor) : period) { epoch, initial in
      var (length, position) = (period, factor == 1 ? epoch % period : epoch)
      while position >= length {
        position -= length
        let (longer, overflow) = length.multipliedReportingOverflow(by: factor)
        // No training reaches the end of such a wave.
        length = overflow ? .max : longer
      }
      return halfWave(Double(position) / Double(length), from: initial, to: minimum)
    }
  }

  /// The rate after a part, from 0 to 1, of half a cosine wave.
  static func halfWave(_ part: Double, from first: Double, to last: Double) -> Double {
    last + (first - last) * (1 + cos(.pi * part)) / 2
  }
}
