import Engine
import Figures

extension Library {
  /// Figures.
  static var drawing: [LibraryFunction] {
    [
      LibraryFunction(
        "plot",
        "A line through points: of a list of numbers, of `xs` and `ys`, of a function over the range `on`, or of a history. `ys` may be a dictionary of named lists or functions. Figures are laid over each other with `+`.",
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
        "bar", "A bar for each number.",
        [.required("heights", .numbers), .optional("labels", .array, .null)] + appearance,
        example: "bar([3, 1, 2], labels: [\"a\", \"b\", \"c\"])"
      ) { call in
        let labels = call.has("labels") ? try call.array("labels").map(\.text) : []
        return .object(
          FigureValue(
            figure: try Figure(marks: [Bars(heights: call.numbers("heights"), labels: labels)]).styled(call)))
      },
      LibraryFunction(
        "heatmap", "A matrix as a field of colours, its first row on top.",
        [.required("matrix", .tensor)] + appearance,
        example: "heatmap(eye(4))"
      ) { call in .object(FigureValue(figure: try heatmap(call))) },
    ]
  }

  private static var appearance: [LibraryFunction.Parameter] {
    [
      .optional("title", .string, .string("")), .optional("xLabel", .string, .string("")),
      .optional("yLabel", .string, .string("")), .optional("xScale", .string, .string("linear")),
      .optional("yScale", .string, .string("linear")), .optional("width", .integer, .int(560)),
      .optional("height", .integer, .int(360)),
    ]
  }

  private static func plotted(_ call: Call) throws -> Figure {
    if let history = call["x"].object(HistoryValue.self) {
      return try history.figure().styled(call, keepsOwn: true)
    }
    if let figure = call["x"].object(FigureValue.self) {
      return try figure.figure.styled(call, keepsOwn: true)
    }
    if let data = call["x"].object(DatasetValue.self) {
      return try points(of: data.dataset, call).styled(call)
    }
    var marks: [any Mark] = []
    let xs: [Double]
    let series: Value
    if call.has("on") {
      xs = try samples(call)
      series = call["x"]
    } else if call.has("y") {
      xs = try call.numbers("x")
      series = call["y"]
    } else {
      series = call["x"]
      let length = try call["x"].seriesLength(call)
      xs = (0..<length).map(Double.init)
    }
    if case .dictionary(let dictionary) = series {
      for (name, values) in dictionary { marks += try curve(values, xs, name: name.text, call) }
    } else {
      marks = try curve(series, xs, name: call.string("name"), call)
    }
    return try Figure(marks: marks).styled(call)
  }

  private static func curve(_ values: Value, _ xs: [Double], name: String, _ call: Call) throws -> [any Mark]
  {
    let ys: [Double]
    switch values {
    case .function, .library, .object:
      ys = try evaluated(values, at: xs, call.machine)
    default:
      do { ys = try values.asNumbers() } catch {
        throw Fault(
          .typeMismatch, "`plot` draws lists of numbers and functions, but this is \(values.kind)",
          help: [Fault(error).message])
      }
    }
    guard ys.count == xs.count else {
      throw Fault(
        .shapeMismatch, "`plot` needs as many y as x, but there are \(xs.count) x and \(ys.count) y")
    }
    var marks: [any Mark] = [try Line(xs: xs, ys: ys, name: name, dashed: call.boolean("dashed"))]
    if try call.boolean("points") { marks.append(try Points(xs: xs, ys: ys)) }
    return marks
  }

  /// The values of a function at many places: at once for a network, one by one for a function.
  private static func evaluated(_ function: Value, at xs: [Double], _ machine: Machine) throws -> [Double] {
    if let layer = function.object(LayerValue.self)?.layer {
      let column = try Tensor(xs, dtype: layer.parameters.first?.value.dtype ?? .float64).reshaped(to: [
        xs.count, 1,
      ])
      let outputs = try Engine.predict(layer, column)
      guard outputs.count == xs.count else {
        throw Fault(
          .shapeMismatch,
          "`plot` draws networks with one input and one output, but this one gives \(outputs.shape)")
      }
      return outputs.doubles
    }
    return try xs.map { x in
      try machine.poll()
      let y = try machine.call(function, [.double(x)])
      guard let number = y.number else {
        if case .tensor(let tensor) = y, tensor.count == 1 { return try tensor.item() }
        throw Fault(.typeMismatch, "the function to plot must give a number, but it gave \(y.kind)")
      }
      return number
    }
  }

  private static func samples(_ call: Call) throws -> [Double] {
    guard case .range(let range) = call["on"], let low = range.lower?.number, let high = range.upper?.number,
      low < high,
      low.isFinite, high.isFinite
    else { throw call.mismatch("on", "a range such as `0...1`") }
    let count = 401
    return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  private static func scattered(_ call: Call) throws -> Figure {
    if let data = call["x"].object(DatasetValue.self) {
      return try points(of: data.dataset, call).styled(call)
    }
    let xs = try call.numbers("x")
    let ys = try call.has("y") ? call.numbers("y") : xs
    let places = call.has("y") ? xs : xs.indices.map(Double.init)
    return try Figure(marks: [Points(xs: places, ys: ys, name: call.string("name"))]).styled(call)
  }

  private static func points(of data: Dataset, _ call: Call) throws -> Figure {
    guard data.featureShape == [2] else {
      throw Fault(
        .shapeMismatch,
        "only data with two features can be drawn in the plane, but `\(data.name)` has shape \(data.features.shape)"
      )
    }
    let all = data.features.doubles
    let xs = stride(from: 0, to: all.count, by: 2).map { all[$0] }
    let ys = stride(from: 1, to: all.count, by: 2).map { all[$0] }
    let names = data.featureNames.count == 2 ? data.featureNames : ["", ""]
    let classes = data.isClassification ? data.targets.doubles.map { Int($0) } : []
    return Figure(
      marks: [try Points(xs: xs, ys: ys, classes: classes, classNames: data.classNames ?? [])],
      x: Axis(names[0]),
      y: Axis(names[1]))
  }

  private static func boundary(_ call: Call) throws -> Figure {
    let data = try call.dataset("on")
    let net = try call["net"].asLayer(call.machine)
    var figure = try points(of: data, call)
    let all = data.features.doubles
    let x = box(stride(from: 0, to: all.count, by: 2).map { all[$0] })
    let y = box(stride(from: 1, to: all.count, by: 2).map { all[$0] })
    let (columns, rows) = (140, 100)
    var places: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        places.append(x.lowerBound + (x.upperBound - x.lowerBound) * (Double(column) + 0.5) / Double(columns))
        places.append(y.lowerBound + (y.upperBound - y.lowerBound) * (Double(row) + 0.5) / Double(rows))
      }
    }
    let grid = try Tensor(places, shape: [columns * rows, 2], dtype: data.features.dtype)
    let classes = try Engine.classes(net, grid)
    let region = try Region(
      Grid(columns: columns, rows: rows, x: x, y: y, values: classes), classNames: [])
    figure.marks.insert(region, at: 0)
    return try figure.styled(call)
  }

  /// The range of some numbers, with a margin around it.
  private static func box(_ numbers: [Double]) -> ClosedRange<Double> {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    let margin = max((high - low) * 0.08, 1e-6)
    return low - margin...high + margin
  }

  private static func heatmap(_ call: Call) throws -> Figure {
    let matrix = try call.tensor("matrix")
    guard matrix.rank == 2, matrix.count > 0 else {
      throw Fault(
        .shapeMismatch, "`heatmap` draws a matrix, but this tensor has shape \(matrix.shape)",
        help: ["give it two axes with `reshape(x, rows, columns)`"])
    }
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let all = matrix.doubles
    let upsideDown = (0..<rows).reversed().flatMap { all[$0 * columns..<($0 + 1) * columns] }
    let grid = try Grid(
      columns: columns, rows: rows, x: -0.5...Double(columns) - 0.5, y: -0.5...Double(rows) - 0.5,
      values: Array(upsideDown))
    let ticks = rows <= 20 ? (0..<rows).map { Tick(Double(rows - 1 - $0), String($0)) } : nil
    return try Figure(
      marks: [HeatMap(grid)], x: Axis(), y: Axis(ticks: ticks), hasEqualAspect: rows == columns
    ).styled(call)
  }
}

extension Value {
  /// How many numbers a series has that is drawn over its positions.
  fileprivate func seriesLength(_ call: Call) throws -> Int {
    switch self {
    case .dictionary(let dictionary): return try dictionary.values.first?.seriesLength(call) ?? 0
    case .function, .library:
      throw Fault(
        .argumentMismatch, "to plot a function give the range of x", help: ["write `plot(f, on: 0...1)`"])
    case .object(let object) where object is LayerValue:
      throw Fault(
        .argumentMismatch, "to plot a network give the range of x", help: ["write `plot(net, on: 0...1)`"])
    default:
      do { return try asNumbers().count } catch {
        throw Fault(
          .typeMismatch, "`plot` draws lists of numbers and functions, but this is \(kind)",
          help: [Fault(error).message])
      }
    }
  }
}

extension Figure {
  /// The figure with the title, labels, scales and size of a call.
  fileprivate func styled(_ call: Call, keepsOwn: Bool = false) throws -> Figure {
    var figure = self
    let title = try call.string("title")
    if !title.isEmpty || !keepsOwn { figure.title = title }
    for (label, scale, axis) in [("xLabel", "xScale", \Figure.x), ("yLabel", "yScale", \Figure.y)] {
      let text = try call.string(label)
      if !text.isEmpty { figure[keyPath: axis].label = text }
      switch try call.string(scale) {
      case "linear": if !keepsOwn { figure[keyPath: axis].scale = .linear }
      case "log": figure[keyPath: axis].scale = .log
      case let other: throw Fault(.invalidValue, "a scale is \"linear\" or \"log\", not \"\(other)\"")
      }
    }
    figure.width = try size(call, "width")
    figure.height = try size(call, "height")
    return figure
  }

  private func size(_ call: Call, _ name: String) throws -> Int {
    let size = try call.integer(name)
    guard (100...4000).contains(size) else {
      throw Fault(.invalidValue, "a figure's \(name) lies between 100 and 4000 pixels, but it is \(size)")
    }
    return size
  }

  /// Both figures' marks in one, with the first one's axes where it says something about them.
  func overlaid(with other: Figure) -> Figure {
    var figure = self
    figure.marks += other.marks
    if figure.title.isEmpty { figure.title = other.title }
    if figure.x.label.isEmpty { figure.x.label = other.x.label }
    if figure.y.label.isEmpty { figure.y.label = other.y.label }
    return figure
  }
}
