import Figures
import Theory

/// A network of width two that merges the runs of two labels, one layer a run.
struct RunCompressionValue: Plotted {
  static let kind = "a compression of runs"
  let compression: RunCompression
  private let rounded: LabelledNetwork

  init(_ compression: RunCompression, points: [[Rational]], labels: [Rational]) throws {
    self.compression = compression
    rounded = try LabelledNetwork(
      compression.network, points: points, labels: labels, gap: compression.projected.gap)
  }

  private var projected: ProjectedPoints { compression.projected }
  private var width: Int { compression.network.widths.max() ?? 0 }

  var text: String {
    """
    \(count(projected.places.count, "point")) in \(count(compression.runs.count, "run")) of \(count(projected.labels, "different label")), told apart exactly by width \(width) and \(count(compression.depth, "hidden layer")) (2N + 4M − 1 = \(projected.bound))
    \(projected.text)
    \(rounded.text)
    """
  }

  /// The labels along the projection.
  func figure() throws -> Figure {
    let places = projected.places
    return Figure(
      title: "\(count(places.count, "point")) in \(count(compression.runs.count, "run"))",
      marks: [try Points(xs: places.map(\.x.double), ys: places.map(\.y.double), colour: 1)],
      x: Axis("projection"), y: Axis("label"))
  }

  var memberNames: [String] {
    ["width", "depth", "bound", "runs", "network", "exact", "error", "gap", "projection", "offset", "places"]
  }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "width": .int(width)
    case "depth": .int(compression.depth)
    case "bound": .int(projected.bound)
    case "runs": .array(compression.runs.map { .array([.rational($0.first), .rational($0.last)]) })
    case "network": .object(try rounded.trusted())
    case "exact": .object(ExactNetworkValue(network: compression.network))
    case "error": .rational(rounded.error)
    case "gap": .rational(projected.gap)
    case "projection": .array(projected.weights.map { .rational(Rational($0)) })
    case "offset": .rational(projected.offset)
    case "places": .array(projected.places.map { .array([.rational($0.x), .rational($0.y)]) })
    default: nil
    }
  }
}
