import Glibc

/// An activation that climbs from one value to another, as the steps of a staircase need: sigmoidal, up to height.
public enum Step: String, CaseIterable, Sendable {
  case sigmoid, tanh, hardSigmoid, hardTanh

  /// The values that the activation approaches far to the left and far to the right.
  public var limits: (left: Double, right: Double) {
    switch self {
    case .sigmoid, .hardSigmoid: (0, 1)
    case .tanh, .hardTanh: (-1, 1)
    }
  }

  /// A bound on the sum of what all other steps are off by, as parts of a step, at a place between two switches:
  /// 2 Σ_{j ≥ 1} τ(r (j − ½)), where τ(z) is what is missing to the right limit at z.
  ///
  /// - Parameter sharpness: r, positive.
  public func tail(sharpness: Double) -> Double {
    switch self {
    // τ(z) ≤ e^−z; tanh stretched to [0, 1] is a sigmoid twice as steep.
    case .sigmoid: 2 * exp(-sharpness / 2) / -expm1(-sharpness)
    case .tanh: 2 * exp(-sharpness) / -expm1(-2 * sharpness)
    case .hardSigmoid: hardTail(sharpness, reach: 3)
    case .hardTanh: hardTail(sharpness, reach: 1)
    }
  }

  /// τ(z) = (1 − z / reach) / 2 as far as it reaches: an arithmetic series with `count` terms.
  private func hardTail(_ sharpness: Double, reach: Double) -> Double {
    let count = (reach / sharpness + 0.5).rounded(.down)
    return max(0, count - sharpness / reach * count * count / 2)
  }
}
