import Glibc

extension Scale {
  /// Ticks at round values inside the domain, about `count` of them.
  ///
  /// A linear scale steps by 1, 2 or 5 times a power of ten. A logarithmic one shows powers of ten, every
  /// second, third, … of them when there are many, and 1, 2 and 5 times a power when there are fewer than two.
  public func ticks(_ count: Int) -> [Tick] {
    switch kind {
    case .linear: return linearTicks(max(count, 2))
    case .log: return logTicks(max(count, 2))
    case .symlog: return symlogTicks(max(count, 3))
    }
  }

  private func linearTicks(_ count: Int) -> [Tick] {
    let step = Scale.roundStep(domain.upperBound - domain.lowerBound, count)
    // A hair of tolerance keeps an end that is a tick up to rounding.
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    let largest = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    guard last >= first, last - first <= 1000 else { return [] }
    return (0...Int(last - first)).map { index in
      // Adding zero turns a negative zero into zero.
      let value = (first + Double(index)) * step + 0
      return Tick(value, NumberLabel.text(value, step: step, largest: largest))
    }
  }

  private func logTicks(_ count: Int) -> [Tick] {
    let low = log10(domain.lowerBound)
    let high = log10(domain.upperBound)
    let first = Int((low - 1e-9).rounded(.up))
    let last = Int((high + 1e-9).rounded(.down))
    if last - first >= 1 {
      let powers = last - first + 1
      let stride = max(1, (powers + count - 1) / count)
      // Multiples of the stride, so that 10⁰ is among them wherever the axis reaches it.
      let exponents = (first...last).filter { stride == 1 || $0 % stride == 0 }
      let plain = exponents.allSatisfy { (-3...3).contains($0) }
      return exponents.map {
        Tick(pow(10, Double($0)), plain ? NumberLabel.decimal($0) : NumberLabel.power($0))
      }
    }
    if high - low < 0.5 {
      // Less than half a decade is nearly linear.
      return linearTicks(count)
    }
    let candidates = (Int(low.rounded(.down))...Int(high.rounded(.up))).flatMap { exponent in
      [1.0, 2, 5].map { $0 * pow(10, Double(exponent)) }
    }
    return candidates.filter { domain.contains($0) }.map { Tick($0, NumberLabel.text($0)) }
  }

  /// Zero, and powers of ten beyond the linear reach on both sides.
  private func symlogTicks(_ count: Int) -> [Tick] {
    let reach = linearReach
    func powers(upTo end: Double) -> [Double] {
      guard end > reach else { return [] }
      let first = Int(log10(reach).rounded(.up))
      let last = Int((log10(end) + 1e-9).rounded(.down))
      guard first <= last else { return [] }
      let sides = domain.lowerBound < -reach && domain.upperBound > reach ? 2 : 1
      let stride = max(1, ((last - first + 1) * sides + count - 1) / count)
      return Swift.stride(from: last, through: first, by: -stride).map { pow(10, Double($0)) }
    }
    let values =
      powers(upTo: -domain.lowerBound).map { -$0 } + [0] + powers(upTo: domain.upperBound).reversed()
    return values.filter(domain.contains).map { Tick($0, NumberLabel.text($0)) }
  }

  /// 1, 2 or 5 times a power of ten, such that it cuts a length into about `count` pieces. The borders between
  /// them are geometric means.
  static func roundStep(_ length: Double, _ count: Int) -> Double {
    let rough = length / Double(count)
    let power = pow(10, log10(rough).rounded(.down))
    let factor = rough / power
    return
      (factor < 2.0.squareRoot() ? 1 : factor < 10.0.squareRoot() ? 2 : factor < 50.0.squareRoot() ? 5 : 10)
      * power
  }
}

extension Tick {
  /// Ticks at whole numbers of 0 to `count` − 1, for places of which there are no halves: all of them up to 20, and
  /// then about ten.
  public static func positions(_ count: Int) -> [Tick] {
    let step = count <= 20 ? 1 : max(1, Int(Scale.roundStep(Double(count), 10)))
    return stride(from: 0, to: count, by: step).map { Tick(Double($0), String($0)) }
  }
}
