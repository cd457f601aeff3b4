import Glibc

/// Places values along an axis.
public struct Scale: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case linear
    /// Base 10; only positive values have a place.
    case log
    /// Logarithmic in both directions from zero, and linear in the smallest ten thousandth around it: for
    /// values of either sign over many powers of ten.
    case symlog
  }

  public let kind: Kind
  /// Finite, with lower < upper, and positive when the kind is `.log`.
  public let domain: ClosedRange<Double>

  /// Whether a value has a place on a scale of this kind, inside or outside the domain.
  public static func canShow(_ value: Double, _ kind: Kind) -> Bool {
    value.magnitude <= largest && (kind != .log || value >= smallest)
  }

  /// Where a value lies: 0 at the lower end of the domain, 1 at the upper end, beyond for values
  /// outside. NaN for a value that the scale cannot show.
  public func position(_ value: Double) -> Double {
    guard Scale.canShow(value, kind) else { return .nan }
    switch kind {
    case .linear:
      return (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    case .log:
      let low = log10(domain.lowerBound)
      return (log10(value) - low) / (log10(domain.upperBound) - low)
    case .symlog:
      let low = stretched(domain.lowerBound)
      return (stretched(value) - low) / (stretched(domain.upperBound) - low)
    }
  }

  /// The value at a position; the inverse of ``position(_:)``.
  public func value(at position: Double) -> Double {
    switch kind {
    case .linear:
      return domain.lowerBound + position * (domain.upperBound - domain.lowerBound)
    case .log:
      let low = log10(domain.lowerBound)
      return pow(10, low + position * (log10(domain.upperBound) - low))
    case .symlog:
      let low = stretched(domain.lowerBound)
      let place = low + position * (stretched(domain.upperBound) - low)
      return linearReach * (pow(10, place.magnitude) - 1) * (place < 0 ? -1 : 1)
    }
  }

  /// How far from zero a `.symlog` scale is nearly linear.
  var linearReach: Double { max(domain.lowerBound.magnitude, domain.upperBound.magnitude) * 1e-4 }

  /// The sign and the power of ten of a value in units of the linear reach.
  private func stretched(_ value: Double) -> Double {
    let powers = log10(1 + value.magnitude / linearReach)
    return value < 0 ? -powers : powers
  }

  // Far enough inside the range of Double that a span or a padded end cannot overflow.
  private static let largest = 1e300
  private static let smallest = 1e-300
}

extension Scale {
  /// A scale that shows all of a range.
  ///
  /// - Parameters:
  ///   - range: the ends of the data; nil when there is none, which gives 0...1 (or 1...10).
  ///   - padding: the part of the length to leave free at each end.
  ///   - floor: an end that needs no padding, such as the zero that bars stand on.
  init(_ kind: Kind, around range: ClosedRange<Double>?, padding: Double, floor: Double? = nil) {
    self.kind = kind
    guard let range else {
      domain = kind == .log ? 1...10 : 0...1
      return
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    switch kind {
    case .linear, .symlog:
      // A constant, or nearly so that rounding would show as noise: leave room on both sides.
      let magnitude = max(low.magnitude, high.magnitude)
      if high - low <= magnitude * 1e-12 {
        let room = magnitude == 0 ? 1 : magnitude * 0.5
        domain = (low - room)...(high + room)
        return
      }
      let room = (high - low) * padding
      if low != floor { low -= room }
      if high != floor { high += room }
      domain = low...high
    case .log:
      let decades = log10(high / low)
      let factor = decades < 1e-9 ? 10 : pow(10, decades * padding)
      domain = (low / factor)...(high * factor)
    }
  }

  /// A scale with ends that someone chose, or nil when they cannot be the ends of this kind of scale.
  init?(_ kind: Kind, domain: ClosedRange<Double>) {
    guard Scale.canShow(domain.lowerBound, kind), Scale.canShow(domain.upperBound, kind),
      domain.upperBound - domain.lowerBound > domain.upperBound.magnitude * 1e-14
    else { return nil }
    self.kind = kind
    self.domain = domain
  }
}
