import Figures
import Theory

/// A network of width two that takes given labels at given points; shown as the string of lines that it draws.
struct MemorisationValue: Plotted {
  static let kind = "a memorisation"
  let memorisation: Memorisation
  private let labelled: LabelledNetwork

  init(_ memorisation: Memorisation, points: [[Rational]], labels: [Rational]) throws {
    self.memorisation = memorisation
    labelled = try LabelledNetwork(
      memorisation.network, memorisation.projected, points: points, labels: labels)
  }

  private var projected: ProjectedPoints { memorisation.projected }

  var text: String {
    let subject =
      "\(count(projected.places.count, "point")) with \(count(projected.labels, "different label")), memorised exactly"
    return labelled.text(subject, depth: memorisation.depth) + "\n\n" + table
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
    let places = projected.places
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

  var memberNames: [String] { LabelledNetwork.memberNames + ["depth", "start", "lines", "profile"] }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "depth": .int(memorisation.depth)
    case "start": .rational(memorisation.start)
    case "lines":
      .array(
        memorisation.lines.map {
          TupleValue.record(
            ("sign", .int($0.sign)), ("slope", .rational($0.slope)), ("offset", .rational($0.offset)))
        })
    case "profile": .object(ExactNetworkValue(network: try memorisation.profile()))
    default: try labelled.member(name)
    }
  }
}
