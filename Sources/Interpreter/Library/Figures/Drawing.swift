import Engine
import Figures

extension Library {
  /// Figures.
  static var drawing: [LibraryFunction] {
    [
      LibraryFunction(
        "plot",
        "A line through points: of a list of numbers, of `xs` and `ys`, of one or two functions or a list of them over the range `on`, or of a history. A matrix gives a line for each column, a dictionary one for each entry, named by its key. Figures are laid over each other with `+`.",
        [
          .required("x", .any), .optional("y", .any, .null), .optional("on", .range, .null),
          .optional("name", .string, .string("")),
          .optional("dashed", .boolean, .boolean(false)), .optional("points", .boolean, .boolean(false)),
        ] + appearance, example: "plot(sin, on: 0...6.28, title: \"sine\")"
      ) { call in .object(FigureValue(figure: try plotted(call))) },
      LibraryFunction(
        "scatter", "Points: of `xs` and `ys`, or of a data set with two features, coloured by class.",
        [.required("x", .any), .optional("y", .numbers, .null), .optional("name", .string, .string(""))]
          + appearance,
        example: "scatter(moons(50))"
      ) { call in .object(FigureValue(figure: try scattered(call))) },
      LibraryFunction(
        "decisionBoundary",
        "The regions of the plane that a network assigns to each class, with the data's points.",
        [.required("net", .layer), .required("on", .dataset)] + appearance,
        example: "decisionBoundary(mlp(2, 8, 3), on: spirals(20))"
      ) { call in .object(FigureValue(figure: try boundary(call))) },
      LibraryFunction(
        "bar", "A bar for each number of a list, or for each entry of a dictionary, under its key.",
        [.required("heights", .namedNumbers), .optional("labels", .array, .null)] + appearance,
        example: "bar([3, 1, 2], labels: [\"a\", \"b\", \"c\"])"
      ) { call in .object(FigureValue(figure: try Figure(marks: [bars(call)]).styled(call))) },
      LibraryFunction(
        "heatmap",
        "A matrix as a field of colours, its first row on top; or a function or network of two numbers over the ranges `x` and `y`.",
        [.required("matrix", .any)] + plane + appearance,
        example: "heatmap(eye(4))"
      ) { call in .object(FigureValue(figure: try heatmap(call))) },
    ] + fields + statistics + composition
  }

  static var appearance: [LibraryFunction.Parameter] {
    [
      .optional("title", .string, .string("")), .optional("xLabel", .string, .string("")),
      .optional("yLabel", .string, .string("")), .optional("xScale", .string, .string("linear")),
      .optional("yScale", .string, .string("linear")), .optional("width", .integer, .int(560)),
      .optional("height", .integer, .int(360)),
    ]
  }

  private static func bars(_ call: Call) throws -> Bars {
    let labels = call.has("labels") ? try call.array("labels").map(\.text) : []
    guard case .dictionary(let entries) = call["heights"] else {
      return try Bars(heights: call.numbers("heights"), labels: labels)
    }
    let heights = try entries.map { key, value in
      guard let height = value.number else {
        throw Fault(
          .typeMismatch,
          "`bar` takes a number for each key, but that of \(key.brief) is \(value.kind)",
          help: ["as in `bar([\"a\": 3, \"b\": 1])`"])
      }
      return height
    }
    return try Bars(heights: heights, labels: labels.isEmpty ? entries.keys.map(\.text) : labels)
  }

  private static func heatmap(_ call: Call) throws -> Figure {
    if call["matrix"].isFunction {
      let grid = try sampled(call, "matrix", columns: 90, rows: 60)
      return try Figure(marks: [HeatMap(grid)], x: Axis("x"), y: Axis("y")).styled(call, keepsOwn: true)
    }
    let matrix = try call.tensor("matrix")
    guard matrix.rank == 2, matrix.count > 0 else {
      throw Fault(
        .shapeMismatch, "`heatmap` draws a matrix, but this tensor has shape \(matrix.shape)",
        help: ["give it two axes with `reshape(x, rows, columns)`"]
      ).about("matrix", of: call)
    }
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let all = matrix.doubles
    let upsideDown = (0..<rows).reversed().flatMap { all[$0 * columns..<($0 + 1) * columns] }
    let grid = try Grid(
      columns: columns, rows: rows, x: -0.5...Double(columns) - 0.5, y: -0.5...Double(rows) - 0.5,
      values: Array(upsideDown))
    // The first row is on top, where the axis has its largest number.
    let ticks = Tick.positions(rows).map { Tick(Double(rows - 1) - $0.value, $0.label) }
    return try Figure(
      marks: [HeatMap(grid)], x: Axis(ticks: Tick.positions(columns)), y: Axis(ticks: ticks),
      hasEqualAspect: rows == columns
    ).styled(call)
  }
}
