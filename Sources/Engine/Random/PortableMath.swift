/// Logarithm, sine and cosine from nothing but IEEE 754's exactly specified operations.
///
/// Libraries differ in the last bit of these functions; random numbers must not differ between machines.
/// Accurate to a few units in the last place.
enum PortableMath {
  /// The natural logarithm of a positive, normal number.
  static func log(_ x: Double) -> Double {
    // x = m 2^e with m in [√½, √2); log m = 2 artanh((m − 1) / (m + 1)), an odd series in |s| < 0.172.
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m *= 0.5
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let z = s * s
    var series = 1.0 / 23
    for k in stride(from: 21, through: 1, by: -2) { series = series * z + 1 / Double(k) }
    // log 2 in two parts: the first times any exponent is exact.
    return exponent * 0x1.62e42fefa38p-1 + (exponent * 0x1.ef35793c7673p-45 + 2 * s * series)
  }

  /// The sine and cosine of 2π times a number in `0 ..< 1`.
  static func sineAndCosine(ofTurns turns: Double) -> (sine: Double, cosine: Double) {
    // The nearest quarter turn, and an angle of at most an eighth from it; both exact.
    let quarter = (turns * 4).rounded(.toNearestOrAwayFromZero)
    let x = (turns * 4 - quarter) * (Double.pi / 2)
    let z = x * x
    var sine = 1.0
    var cosine = 1.0
    // Taylor's series in Horner's form; the terms left out are below 2⁻⁶⁰.
    for k in stride(from: 18, through: 2, by: -2) {
      sine = 1 - z / Double(k * (k + 1)) * sine
      cosine = 1 - z / Double(k * (k - 1)) * cosine
    }
    sine *= x
    switch Int(quarter) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }
}
