import Figures
import Glibc

extension Library {
  /// Figures of distributions.
  static var statistics: [LibraryFunction] {
    [
      LibraryFunction(
        "histogram",
        "How many of some numbers fall into each of `bins` equal intervals; as a density with `density: true`, so that the bars' areas sum to 1. Without `bins` their width follows the rule of Freedman and Diaconis.",
        [
          .required("x", .numbers), .optional("bins", .integer, .null),
          .optional("density", .boolean, .boolean(false)), .optional("name", .string, .string("")),
        ] + appearance, example: "histogram(randn(1000))",
        reference: "Freedman and Diaconis 1981, Z. Wahrscheinlichkeitstheorie 57:453"
      ) { call in .object(FigureValue(figure: try histogram(call))) },
      LibraryFunction(
        "band",
        "The area between two curves over the same `x`: an error band, to be laid under a line with `+`.",
        [
          .required("x", .numbers), .required("lower", .numbers), .required("upper", .numbers),
          .optional("name", .string, .string("")), .optional("colour", .integer, .int(0)),
        ] + appearance, example: "band([0, 1, 2], [0, 1, 1], [1, 2, 4]) + plot([0, 1, 2], [0.5, 1.5, 2])"
      ) { call in
        let band = try Band(
          xs: call.numbers("x"), lower: call.numbers("lower"), upper: call.numbers("upper"),
          name: call.string("name"), colour: call.integer("colour"))
        return .object(FigureValue(figure: try Figure(marks: [band]).styled(call)))
      },
    ]
  }

  private static func histogram(_ call: Call) throws -> Figure {
    let numbers = try call.numbers("x").filter(\.isFinite).sorted()
    guard let low = numbers.first, let high = numbers.last else {
      throw Fault(.invalidValue, "`histogram` needs at least one finite number, but there is none").about(
        "x", of: call)
    }
    let bins =
      try call.has("bins") ? call.integer("bins", in: 1...2000) : naturalBins(numbers)
    // Equal numbers, or so nearly equal that a bin would have no width, get bins around them.
    let room = high - low > max(low.magnitude, high.magnitude) * 1e-12 ? 0 : max(low.magnitude, 1) / 2
    let (start, width) = (low - room, (high - low + 2 * room) / Double(bins))
    guard width.isFinite, width > 0 else {
      throw Fault(.invalidValue, "`histogram` cannot cut numbers from \(low) to \(high) into bins").about(
        "x", of: call)
    }
    var counts = [Double](repeating: 0, count: bins)
    for number in numbers { counts[min(Int((number - start) / width), bins - 1)] += 1 }
    let isDensity = try call.boolean("density")
    if isDensity { counts = counts.map { $0 / (Double(numbers.count) * width) } }
    let edges = (0...bins).map { start + Double($0) * width }
    return try Figure(
      marks: [Bars(edges: edges, counts: counts, name: call.string("name"))],
      y: Axis(isDensity ? "density" : "count")
    ).styled(call, keepsOwn: true)
  }

  /// The number of bins by the rule of Freedman and Diaconis: twice the interquartile range over the cube root of
  /// the count as their width.
  private static func naturalBins(_ sorted: [Double]) -> Int {
    let spread = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    let width = 2 * spread / cbrt(Double(sorted.count))
    guard width > 0, width.isFinite else { return 10 }
    let bins = ((sorted[sorted.count - 1] - sorted[0]) / width).rounded(.up)
    return bins.isFinite ? Int(min(max(bins, 1), 200)) : 200
  }
}
