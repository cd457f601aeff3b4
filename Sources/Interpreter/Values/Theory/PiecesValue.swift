import Figures
import Theory

/// A function that consists of straight pieces; called with a place it gives the value there.
struct PiecesValue: Plotted {
  static let kind = "a piecewise linear function"
  let pieces: PiecewiseLinear
  /// Whether it was found in Float64; then its numbers are floating-point numbers, else fractions.
  let isRounded: Bool

  /// A table of the first pieces.
  var text: String {
    let shown = pieces.count <= 24 ? pieces.count : 10
    let (lower, upper) = pieces.domain
    var table = TextTable(header: ["from", "to", "slope", "value at the left end"])
    for index in 0..<shown {
      let (a, b) = (pieces.knots[index], pieces.knots[index + 1])
      table.rows.append([a.x, b.x, slope(index), a.y].map { number($0).brief })
    }
    let rest = pieces.count > shown ? "\n… and \(pieces.count - shown) more" : ""
    let precision = isRounded ? ", in Float64" : ""
    return "\(count(pieces.count, "piece")) on [\(lower), \(upper)]\(precision)\n\n\(table.text)\(rest)"
  }

  private func number(_ number: Rational) -> Value {
    isRounded ? .double(number.double) : .rational(number)
  }

  /// The figure, and under it the cases or, where there are many pieces, the table.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var display = Display(text: text, formula: formula)
    display.above = [try FigureValue(figure: figure()).display(isCancelled: isCancelled)]
    return display
  }

  private func slope(_ index: Int) -> Rational { pieces.slope(of: index) }

  func figure() throws -> Figure {
    let xs = pieces.knots.map(\.x.double)
    let ys = pieces.knots.map(\.y.double)
    var marks: [any Mark] = [try Line(xs: xs, ys: ys)]
    if pieces.count <= 64 { marks.append(try Points(xs: xs, ys: ys, colour: 0)) }
    return Figure(title: "\(count(pieces.count, "piece"))", marks: marks)
  }

  var memberNames: [String] {
    ["count", "breakpoints", "slopes", "knots", "integral", "minimum", "maximum", "crossings"]
  }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "count": .int(pieces.count)
    case "breakpoints": .array(pieces.breakpoints.map(number))
    case "slopes": .array(pieces.slopes.map(number))
    case "knots": .array(pieces.knots.map { .array([number($0.x), number($0.y)]) })
    case "integral": number(pieces.integral)
    case "minimum": number(pieces.range.lower)
    case "maximum": number(pieces.range.upper)
    case "crossings": .library(crossings)
    default: nil
    }
  }

  private var crossings: LibraryFunction {
    LibraryFunction(
      "crossings", "The places where the function goes through a level.", "level", .number,
      example: "pieces(sawtooth(3), on: 0...1).crossings(0.5)"
    ) { level in
      guard let level = level.exactly else {
        throw Fault(.typeMismatch, "a level is a number, but this is \(level.kind)")
      }
      return .array(pieces.crossings(of: level).map(number))
    }
  }

  func call(_ arguments: [Value], _ machine: Machine) throws -> Value? {
    guard arguments.count == 1, let x = arguments[0].exactly else {
      throw Fault(.argumentMismatch, "a piecewise linear function takes one number")
    }
    return number(try pieces(x))
  }

  func isEqual(to other: any LibraryValue) -> Bool? { (other as? PiecesValue)?.pieces == pieces }
}
