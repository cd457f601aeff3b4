import Engine
import Figures

extension Library {
  /// Figures of functions of two variables.
  static var fields: [LibraryFunction] {
    [
      LibraryFunction(
        "contour",
        "Lines along which a function or network of two numbers is constant, over the ranges `x` and `y`; at the given `levels`, or at about seven round ones.",
        [.required("f", .functionOfTwo)] + plane
          + [.optional("levels", .numbers, .null), .optional("name", .string, .string(""))] + appearance,
        example: "contour({ x, y in x ** 2 + y ** 2 })"
      ) { call in
        let grid = try sampled(call, "f", columns: 121, rows: 121, reachesEdge: true)
        let levels = try call.has("levels") ? call.numbers("levels") : nil
        let name = try call.string("name")
        let lines = Contour(grid, levels: levels, name: name, colour: name.isEmpty ? nil : 0)
        return .object(
          FigureValue(
            figure: try Figure(marks: [lines], x: Axis("x"), y: Axis("y")).styled(call, keepsOwn: true)))
      },
      LibraryFunction(
        "surface",
        "A function or network of two numbers as a surface over the ranges `x` and `y`.",
        [.required("f", .functionOfTwo)] + plane + [.optional("zLabel", .string, .string(""))] + appearance,
        example: "surface({ x, y in x * y }, title: \"a saddle\")"
      ) { call in
        let grid = try sampled(call, "f", columns: 34, rows: 34)
        let (x, y) = (try call.string("xLabel"), try call.string("yLabel"))
        let surface = Surface(
          grid, axes: (x.isEmpty ? "x" : x, y.isEmpty ? "y" : y, try call.string("zLabel")))
        return .object(FigureValue(figure: try Figure(marks: [surface]).styled(call)))
      },
      LibraryFunction(
        "vectorField",
        "Arrows for a function of two numbers that gives two, over the ranges `x` and `y`; the longest is as long as their distance.",
        [.required("f", .functionOfTwo)] + plane + [.optional("name", .string, .string(""))] + appearance,
        example: "vectorField({ x, y in [-y, x] })"
      ) { call in .object(FigureValue(figure: try vectorField(call))) },
    ]
  }

  /// The part of the plane that a function of two variables is drawn over.
  static var plane: [LibraryFunction.Parameter] {
    [.optional("x", .range, .null), .optional("y", .range, .null)]
  }

  /// A function's values at the centres of a grid's cells: at once for a network, one by one for a function.
  ///
  /// - Parameter reachesEdge: whether the outer cells have their centres on the edge of the ranges, for lines that go
  ///   from centre to centre.
  static func sampled(
    _ call: Call, _ name: String, columns: Int, rows: Int, reachesEdge: Bool = false
  ) throws -> Grid<Double> {
    var (x, y) = (try call.side("x"), try call.side("y"))
    if reachesEdge { (x, y) = (x.withEdge(columns), y.withEdge(rows)) }
    let places = centres(x, columns: columns, y, rows: rows)
    let values: [Double]
    if let net = call[name].object(LayerValue.self)?.layer {
      let outputs = try Self.values(of: net, at: places)
      guard outputs.count == places.count else {
        throw Fault(
          .shapeMismatch,
          "`\(call.function.name)` draws networks with two inputs and one output, but this one gives \(outputs.shape)"
        ).about(name, of: call)
      }
      values = outputs.doubles
    } else {
      let f = try call.callback(name)
      values = try places.map { place in
        try call.machine.pollNow()
        let value = try f(.double(place.x), .double(place.y))
        if let number = value.number { return number }
        if case .tensor(let tensor) = value, tensor.count == 1 { return try tensor.item() }
        throw Fault(
          .typeMismatch, "the function to draw must give a number, but it gave \(value.kind)"
        ).about(name, of: call)
      }
    }
    return try Grid(columns: columns, rows: rows, x: x, y: y, values: values)
  }

  /// What a network gives at some places of the plane, all at once.
  private static func values(of net: any Layer, at places: [Point]) throws -> Tensor {
    let dtype = net.parameters.first?.value.dtype ?? .float64
    let inputs = try Tensor(places.flatMap { [$0.x, $0.y] }, shape: [places.count, 2], dtype: dtype)
    return try Engine.predict(net, inputs)
  }

  /// The lines on which a network of one output is constant, over a part of the plane.
  static func contours(
    of net: any Layer, x: ClosedRange<Double>, y: ClosedRange<Double>, colour: Int
  ) throws -> Contour {
    let (count, x, y) = (121, x.withEdge(121), y.withEdge(121))
    let values = try Self.values(of: net, at: centres(x, columns: count, y, rows: count)).doubles
    return Contour(try Grid(columns: count, rows: count, x: x, y: y, values: values), colour: colour)
  }

  private static func vectorField(_ call: Call) throws -> Figure {
    let (x, y) = (try call.side("x"), try call.side("y"))
    let (columns, rows) = (17, 13)
    let tails = centres(x, columns: columns, y, rows: rows)
    let f = try call.callback("f")
    let arrows = try tails.map { tail in
      try call.machine.pollNow()
      let value = try f(.double(tail.x), .double(tail.y))
      guard let pair = try? value.asNumbers(), pair.count == 2 else {
        throw Fault(
          .typeMismatch, "a vector field gives two numbers, but this function gave \(value.kind)",
          help: ["write `{ x, y in [-y, x] }`"]
        ).about("f", of: call)
      }
      return Point(pair[0], pair[1])
    }
    let step = Point(
      (x.upperBound - x.lowerBound) / Double(columns), (y.upperBound - y.lowerBound) / Double(rows))
    // In units of the distance between two arrows, whichever axis they lie along.
    let longest = arrows.reduce(0) { longest, arrow in
      let length = max((arrow.x / step.x).magnitude, (arrow.y / step.y).magnitude)
      return length.isFinite ? max(longest, length) : longest
    }
    let heads = zip(tails, arrows).map { tail, arrow in
      longest > 0 ? Point(tail.x + arrow.x / longest, tail.y + arrow.y / longest) : tail
    }
    return try Figure(
      marks: [Arrows(tails: tails, heads: heads, name: call.string("name"))], x: Axis("x"), y: Axis("y")
    ).styled(call, keepsOwn: true)
  }

  /// The centres of the cells, row after row from below.
  private static func centres(
    _ x: ClosedRange<Double>, columns: Int, _ y: ClosedRange<Double>, rows: Int
  ) -> [Point] {
    func place(_ side: ClosedRange<Double>, _ index: Int, _ count: Int) -> Double {
      side.lowerBound + (side.upperBound - side.lowerBound) * (Double(index) + 0.5) / Double(count)
    }
    return (0..<rows).flatMap { row in
      (0..<columns).map { Point(place(x, $0, columns), place(y, row, rows)) }
    }
  }
}

extension ClosedRange<Double> {
  /// Half a cell longer at both ends, so that of `count` cells the first and the last have their centres on the ends.
  fileprivate func withEdge(_ count: Int) -> ClosedRange<Double> {
    let edge = (upperBound - lowerBound) / Double(count - 1) / 2
    return lowerBound - edge...upperBound + edge
  }
}

extension Call {
  /// A side of the box that is drawn: from −1 to 1 where none was given.
  fileprivate func side(_ name: String) throws -> ClosedRange<Double> {
    has(name) ? try interval(name) : -1...1
  }
}

extension Value {
  /// Whether the value can be drawn as a function.
  var isFunction: Bool {
    switch self {
    case .function, .library: true
    case .object(let object): object is LayerValue
    default: false
    }
  }
}
