import Engine
import Theory

/// A network in Float64 that was made for given labels, and how well it still takes them.
struct LabelledNetwork {
  private let network: Sequential
  /// The largest distance between its outputs at the points and their labels.
  let error: Rational
  /// How many of its outputs are not nearer to their label than to any other.
  let confused: Int
  /// The smallest gap between projected points, as a part of their range.
  private let gap: Rational

  init(_ exact: ExactNetwork, points: [[Rational]], labels: [Rational], gap: Rational) throws {
    self.gap = gap
    network = try exact.network()
    let inputs = try Tensor(
      points.flatMap { $0.map(\.double) }, shape: [points.count, points[0].count], dtype: .float64)
    let outputs = try network(inputs).doubles
    // Two different labels are told apart as long as an output is off by less than half of their distance.
    let levels = Set(labels).sorted()
    let tolerance = zip(levels, levels.dropFirst()).map { ($1 - $0) * .half }.min()
    var error = Rational.zero
    var confused = 0
    for (output, label) in zip(outputs, labels) {
      guard let output = try? Rational(output) else {
        confused += 1
        continue
      }
      let distance = (output - label).magnitude
      error = max(error, distance)
      if let tolerance, distance >= tolerance { confused += 1 }
    }
    self.error = error
    self.confused = confused
  }

  /// What Float64 makes of it, in a line.
  var text: String {
    if confused > 0 {
      "Float64 is too coarse for it: \(count(confused, "label")) would be wrong; use `.exact`"
    } else if error.signum == 0 {
      "the network in Float64 has no error either"
    } else {
      "the network in Float64 is off by \(error.double.short) at most"
    }
  }

  /// The network, unless its rounding errors confuse labels.
  func trusted() throws -> LayerValue {
    guard confused == 0 else {
      throw Fault(
        .invalidValue,
        "in Float64 this network gives \(count(confused, "wrong label")): the smallest gap between projected points is \(gap.double.short) of their range, too small for 53 bits",
        help: ["without rounding it is right: use `.exact` in place of `.network`"])
    }
    return LayerValue(layer: network)
  }
}

extension ProjectedPoints {
  /// How many different labels there are.
  var labels: Int { Set(places.map(\.y)).count }

  /// The depth that the theorem of Hernández and Zuazua needs at most.
  var bound: Int { 2 * places.count + 4 * labels - 1 }

  /// The projection, in a line.
  var text: String {
    let first = weights.prefix(6).map(\.description).joined(separator: ", ")
    let rest = weights.count > 6 ? ", …" : ""
    return
      "projected by the weights [\(first)\(rest)]; the smallest gap is \(gap.double.short) of the whole"
  }
}
