import Engine
import Theory

/// A network that takes given labels at given points, without rounding and in Float64, where it may miss some.
struct LabelledNetwork {
  private let exact: ExactNetwork
  private let projected: ProjectedPoints
  private let network: Sequential
  /// The largest distance between its outputs at the points and their labels.
  private let error: Rational
  /// How many of its outputs are not nearer to their label than to any other.
  private let confused: Int

  init(_ exact: ExactNetwork, _ projected: ProjectedPoints, points: [[Rational]], labels: [Rational]) throws {
    self.exact = exact
    self.projected = projected
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

  var width: Int { exact.widths.max() ?? 0 }

  /// What is said of points and labels, of the projection, and of what Float64 makes of it.
  func text(_ subject: String, depth: Int) -> String {
    """
    \(subject) by width \(width) and \(count(depth, "hidden layer")) (2N + 4M − 1 = \(projected.bound))
    \(projected.text)
    \(rounding)
    """
  }

  private var rounding: String {
    if confused > 0 {
      "Float64 is too coarse for it: \(count(confused, "label")) would be wrong; use `.exact`"
    } else if error.signum == 0 {
      "the network in Float64 has no error either"
    } else {
      "the network in Float64 is off by \(error.double.short) at most"
    }
  }

  static let memberNames = [
    "width", "bound", "network", "exact", "error", "gap", "projection", "offset", "places",
  ]

  func member(_ name: String) throws -> Value? {
    switch name {
    case "width": .int(width)
    case "bound": .int(projected.bound)
    case "network": .object(try trusted())
    case "exact": .object(ExactNetworkValue(network: exact))
    case "error": .rational(error)
    case "gap": .rational(projected.gap)
    case "projection": .array(projected.weights.map { .rational(Rational($0)) })
    case "offset": .rational(projected.offset)
    case "places": .array(projected.places.map { .array([.rational($0.x), .rational($0.y)]) })
    default: nil
    }
  }

  /// The network, unless its rounding errors confuse labels.
  private func trusted() throws -> LayerValue {
    guard confused == 0 else {
      throw Fault(
        .invalidValue,
        "in Float64 this network gives \(count(confused, "wrong label")): the smallest gap between projected points is \(projected.gap.double.short) of their range, too small for 53 bits",
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
