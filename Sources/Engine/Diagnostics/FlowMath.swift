import Glibc

/// The small statistics that diagnostics need, in double precision.
enum FlowMath {
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }

  static func mean(_ xs: [Double]) -> Double {
    xs.isEmpty ? .nan : xs.reduce(0, +) / Double(xs.count)
  }

  /// The variance, divided by the count.
  static func variance(_ xs: [Double]) -> Double {
    let center = mean(xs)
    return xs.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(xs.count)
  }

  /// The standard error of the mean of independent numbers; NaN for less than two.
  static func standardError(_ xs: [Double]) -> Double {
    guard xs.count > 1 else { return .nan }
    return (variance(xs) / Double(xs.count - 1)).squareRoot()
  }

  /// The Euclidean norm, scaled so that neither very small nor very large numbers are lost when squared.
  static func norm(_ xs: [Double]) -> Double {
    let largest = xs.lazy.map(\.magnitude).max() ?? 0
    guard largest > 0, largest.isFinite else { return xs.contains(where: \.isNaN) ? .nan : largest }
    return largest * xs.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  /// The slope of the line that fits points best in the sense of least squares.
  static func slope(_ xs: [Double], _ ys: [Double]) -> Double {
    let (centerX, centerY) = (mean(xs), mean(ys))
    let products = zip(xs, ys).reduce(0) { $0 + ($1.0 - centerX) * ($1.1 - centerY) }
    return products / xs.reduce(0) { $0 + ($1 - centerX) * ($1 - centerX) }
  }
}
