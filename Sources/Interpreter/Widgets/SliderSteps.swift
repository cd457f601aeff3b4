import Glibc

/// How finely a slider for floating-point numbers moves, and how many of their digits it shows.
enum SliderSteps {
  /// A step of 1, 2 or 5 times a power of ten, of which 100 to 250 fit into the width.
  static func step(of width: Double) -> Double {
    let power = pow(10, floor(log10(width / 100)))
    let steps = width / 100 / power
    return max(power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1), .leastNormalMagnitude)
  }

  /// As many decimals as all places of the slider need, in the notation of d3-format.
  static func format(step: Double, from low: Double) -> String {
    let isExact = { (decimals: Int) in
      [step, low].allSatisfy { number in
        let scaled = number * pow(10, Double(decimals))
        return abs(scaled - scaled.rounded()) <= 1e-9 * abs(scaled)
      }
    }
    guard let decimals = (0...6).first(where: isExact), abs(low) < 1e9 else { return ".3g" }
    return ".\(decimals)f"
  }
}
