import Figures
import Theory

/// A network of width two that merges the runs of two labels, one layer a run.
struct RunCompressionValue: Plotted {
  static let kind = "a compression of runs"
  let compression: RunCompression
  private let labelled: LabelledNetwork

  init(_ compression: RunCompression, points: [[Rational]], labels: [Rational]) throws {
    self.compression = compression
    labelled = try LabelledNetwork(
      compression.network, compression.projected, points: points, labels: labels)
  }

  private var projected: ProjectedPoints { compression.projected }

  var text: String {
    let subject =
      "\(count(projected.places.count, "point")) in \(count(compression.runs.count, "run")) of \(count(projected.labels, "different label")), told apart exactly"
    return labelled.text(subject, depth: compression.depth)
  }

  /// The labels along the projection.
  func figure() throws -> Figure {
    let places = projected.places
    return Figure(
      title: "\(count(places.count, "point")) in \(count(compression.runs.count, "run"))",
      marks: [try Points(xs: places.map(\.x.double), ys: places.map(\.y.double), colour: 1)],
      x: Axis("projection"), y: Axis("label"))
  }

  var memberNames: [String] { LabelledNetwork.memberNames + ["depth", "runs"] }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "depth": .int(compression.depth)
    case "runs": .array(compression.runs.map { .array([.rational($0.first), .rational($0.last)]) })
    default: try labelled.member(name)
    }
  }
}
