import Engine
import Figures
import Theory

/// A network of width two that takes given labels at given points; shown as the string of lines that it draws.
struct MemorisationValue: Plotted {
  static let kind = "a memorisation"
  let memorisation: Memorisation
  /// The network in Float64.
  private let network: Sequential
  /// The largest distance between its outputs at the points and their labels.
  let error: Rational
  /// How many of its outputs are not nearer to their label than to any other.
  let confused: Int

  init(_ memorisation: Memorisation, points: [[Rational]], labels: [Rational]) throws {
    self.memorisation = memorisation
    network = try memorisation.network.network()
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

  private var labels: Int { Set(memorisation.places.map(\.y)).count }
  private var width: Int { memorisation.network.widths.max() ?? 0 }
  /// The depth that the theorem of Hernández and Zuazua needs at most.
  private var bound: Int { 2 * memorisation.places.count + 4 * labels - 1 }

  var text: String {
    let (points, depth) = (memorisation.places.count, memorisation.depth)
    var lines = [
      "\(count(points, "point")) with \(count(labels, "different label")), memorised exactly by width \(width) and \(count(depth, "hidden layer")) (2N + 4M − 1 = \(bound))"
    ]
    let weights = memorisation.projection.weights.prefix(6).map(\.description).joined(separator: ", ")
    let rest = memorisation.projection.weights.count > 6 ? ", …" : ""
    lines.append(
      "projected by the weights [\(weights)\(rest)]; the smallest gap is \(memorisation.gap.double.short) of the whole"
    )
    if confused > 0 {
      lines.append("Float64 is too coarse for it: \(count(confused, "label")) would be wrong; use `.exact`")
    } else if error.signum == 0 {
      lines.append("the network in Float64 has no error either")
    } else {
      lines.append("the network in Float64 is off by \(error.double.short) at most")
    }
    return lines.joined(separator: "\n") + "\n\n" + table
  }

  /// The lines of the string in turn.
  private var table: String {
    var table = TextTable(header: ["layer", "string", "slope", "offset"])
    table.rows = [["start", "", "0", Value.rational(memorisation.start).brief]]
    for (index, line) in memorisation.lines.prefix(20).enumerated() {
      table.rows.append([
        "\(index + 1)", line.sign > 0 ? "max" : "min", Value.rational(line.slope).brief,
        Value.rational(line.offset).brief,
      ])
    }
    let more = memorisation.lines.count - 20
    return table.text + (more > 0 ? "\n… and \(more) more" : "")
  }

  /// The string through the projected points.
  func figure() throws -> Figure {
    let places = memorisation.places
    let (xs, ys) = (places.map(\.x.double), places.map(\.y.double))
    var marks: [any Mark] = []
    if let last = places.last, places.count > 1 {
      let drawn = try PiecewiseLinear(memorisation.profile(), from: 0, to: last.x)
      marks.append(try Line(xs: drawn.knots.map(\.x.double), ys: drawn.knots.map(\.y.double)))
    }
    marks.append(try Points(xs: xs, ys: ys, colour: 1))
    return Figure(
      title: "\(count(places.count, "point")) on a string of \(count(memorisation.depth, "line"))",
      marks: marks,
      x: Axis("projection"), y: Axis("label"))
  }

  var memberNames: [String] {
    [
      "width", "depth", "bound", "network", "exact", "error", "gap", "projection", "offset", "places",
      "start",
      "lines", "profile",
    ]
  }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "width": .int(width)
    case "depth": .int(memorisation.depth)
    case "bound": .int(bound)
    case "network": .object(LayerValue(layer: try trusted()))
    case "exact": .object(ExactNetworkValue(network: memorisation.network))
    case "error": .rational(error)
    case "gap": .rational(memorisation.gap)
    case "projection": .array(memorisation.projection.weights.map { .rational(Rational($0)) })
    case "offset": .rational(memorisation.projection.offset)
    case "places": .array(memorisation.places.map { .array([.rational($0.x), .rational($0.y)]) })
    case "start": .rational(memorisation.start)
    case "lines":
      .array(
        memorisation.lines.map {
          TupleValue.record(
            ("sign", .int($0.sign)), ("slope", .rational($0.slope)), ("offset", .rational($0.offset)))
        })
    case "profile": .object(ExactNetworkValue(network: try memorisation.profile()))
    default: nil
    }
  }

  /// The network in Float64, unless its rounding errors confuse labels.
  private func trusted() throws -> Sequential {
    guard confused == 0 else {
      throw Fault(
        .invalidValue,
        "in Float64 this network gives \(count(confused, "wrong label")): the smallest gap between projected points is \(memorisation.gap.double.short) of their range, too small for 53 bits",
        help: ["without rounding it is right: use `.exact` in place of `.network`"])
    }
    return network
  }
}
