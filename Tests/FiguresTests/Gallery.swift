import Glibc

@testable import Figures

/// One figure for each kind of mark and each hard case: drawn by the tests and looked at by people.
enum Gallery {
  static func figures() throws -> [(name: String, figure: Figure)] {
    [
      ("lines", try lines()), ("loss", try loss()), ("points", try points()), ("region", try region()),
      ("heat-map", try heatMap()), ("contour", try contour()), ("bars", try bars()),
      ("grouped-bars", try groupedBars()), ("histogram", try histogram()), ("band", try band()),
      ("mosaic", try mosaic()),
      ("surface", try surface()), ("arrows", try arrows()), ("symlog", try symlog()),
      ("ten-classes", try tenClasses()), ("matrix", try matrix()), ("empty", Figure(title: "Nothing yet")),
      ("one-point", Figure(title: "One point", marks: [Line(ys: [3])])),
      ("constant", Figure(title: "Constant", marks: [Line(ys: [2, 2, 2, 2])])),
    ]
  }

  static func mosaic() throws -> Figure {
    let tiles = (0..<24).map { index -> Mosaic.Tile in
      let (low, high) = (Double(index) / 24 * 2 * .pi, Double(index + 1) / 24 * 2 * .pi)
      return Mosaic.Tile(
        corners: [Point(0, 0), Point(cos(low), sin(low)), Point(cos(high), sin(high))], fill: .tint(index))
    }
    return Figure(
      title: "Regions", marks: [Mosaic(tiles), Note("here all meet", at: Point(0.04, 0.06))],
      hasEqualAspect: true)
  }

  static func surface() throws -> Figure {
    let side = (0..<40).map { Double($0) / 39 * 4 - 2 }
    func height(_ x: Double, _ y: Double) -> Double {
      exp(-x * x - y * y) - 0.5 * exp(-(x - 1) * (x - 1) * 4 - y * y)
    }
    let values = side.flatMap { y in side.map { x in height(x, y) } }
    let grid = try Grid(columns: 40, rows: 40, x: -2...2, y: -2...2, values: values)
    return Figure(
      title: "Two bumps", marks: [Surface(grid, axes: ("x", "y", "height"))], width: 560, height: 420)
  }

  static func arrows() throws -> Figure {
    let places = (0..<9).flatMap { row in (0..<13).map { Point(Double($0) - 6, Double(row) - 4) } }
    let heads = places.map { Point($0.x - 0.12 * $0.y, $0.y + 0.12 * $0.x) }
    return Figure(
      title: "A rotation", marks: [try Arrows(tails: places, heads: heads, name: "velocity")], x: Axis("x"),
      y: Axis("y"))
  }

  static func symlog() throws -> Figure {
    let ys = grid.map { sinh($0 * 3) }
    return Figure(
      title: "Powers of either sign", marks: [try Line(xs: grid, ys: ys, name: "sinh 3x")],
      x: Axis("x"), y: Axis("sinh 3x", scale: .symlog))
  }

  static let grid = (0...200).map { Double($0) / 200 * 6 - 3 }

  static func lines() throws -> Figure {
    Figure(
      title: "Activation functions",
      marks: [
        try Line(xs: grid, ys: grid.map(tanh), name: "tanh"),
        try Line(xs: grid, ys: grid.map { 1 / (1 + exp(-$0)) }, name: "sigmoid"),
        try Line(xs: grid, ys: grid.map { max($0, 0) }, name: "ReLU"),
        try Line(
          xs: grid, ys: grid.map { $0 / 2 * (1 + erf($0 / 2.0.squareRoot())) }, name: "GELU", dashed: true),
      ],
      x: Axis("z"), y: Axis("σ(z)"))
  }

  static func loss() throws -> Figure {
    let epochs = (0...60).map(Double.init)
    let training = epochs.map { 2.3 * exp(-$0 / 9) + 0.004 * (1.3 + sin($0)) }
    let test = epochs.map { 2.3 * exp(-$0 / 8) + 0.02 * (1.2 + sin($0 * 1.7) / 3) }
    return Figure(
      title: "Loss on the digits",
      marks: [
        try Line(xs: epochs, ys: training, name: "training"),
        try Line(xs: epochs, ys: test, name: "test"),
        Rule(y: 0.02, name: "goal"),
        Rule(x: 30),
      ],
      x: Axis("epoch"), y: Axis("cross-entropy", scale: .log))
  }

  /// Three interleaved spirals, 60 points each.
  static func spirals() -> (xs: [Double], ys: [Double], classes: [Int]) {
    let indices = 0..<180
    let place = indices.map { index -> (Double, Double) in
      let t = Double(index % 60) / 60
      let angle = t * 4.2 + Double(index / 60) * 2.1 + 0.16 * sin(Double(index * 37))
      return (t * cos(angle), t * sin(angle))
    }
    return (place.map(\.0), place.map(\.1), indices.map { $0 / 60 })
  }

  static func points() throws -> Figure {
    let data = spirals()
    return Figure(
      title: "Three spirals",
      marks: [
        try Points(xs: data.xs, ys: data.ys, classes: data.classes, classNames: ["red", "green", "blue"])
      ],
      x: Axis("x₁"), y: Axis("x₂"), width: 420, height: 420, hasEqualAspect: true)
  }

  static func region() throws -> Figure {
    let data = spirals()
    let side = 120
    var classes: [Int] = []
    var confidence: [Double] = []
    for cell in 0..<side * side {
      let x = (Double(cell % side) + 0.5) / Double(side) * 2.4 - 1.2
      let y = (Double(cell / side) + 0.5) / Double(side) * 2.4 - 1.2
      let turns = (atan2(y, x) - hypot(x, y) * 4.2) / 2.1 + 30
      classes.append(Int(turns.rounded()) % 3)
      confidence.append(1 - 1.6 * abs(turns - turns.rounded()))
    }
    let cells = try Grid(columns: side, rows: side, x: -1.2...1.2, y: -1.2...1.2, values: classes)
    return Figure(
      title: "Decision regions",
      marks: [
        try Region(cells, confidence: confidence),
        try Points(
          xs: data.xs, ys: data.ys, classes: data.classes, classNames: ["first", "second", "third"]),
      ],
      x: Axis("x₁"), y: Axis("x₂"), width: 440, height: 440, hasEqualAspect: true)
  }

  static func field(_ side: Int) throws -> Grid<Double> {
    let values = (0..<side * side).map { cell -> Double in
      let x = (Double(cell % side) + 0.5) / Double(side) * 4 - 2
      let y = (Double(cell / side) + 0.5) / Double(side) * 4 - 2
      return (1 - x) * (1 - x) * exp(-x * x - y * y) - 0.6 * exp(-(x - 1) * (x - 1) - y * y) + 0.2 * y
    }
    return try Grid(columns: side, rows: side, x: -2...2, y: -2...2, values: values)
  }

  static func heatMap() throws -> Figure {
    Figure(
      title: "Loss surface",
      marks: [HeatMap(try field(90), name: "loss"), Contour(try field(90), colour: 9)],
      x: Axis("w₁"), y: Axis("w₂"), width: 500, height: 400)
  }

  static func contour() throws -> Figure {
    Figure(title: "Level lines", marks: [Contour(try field(90))], x: Axis("w₁"), y: Axis("w₂"))
  }

  static func bars() throws -> Figure {
    Figure(
      title: "Penguins by species",
      marks: [try Bars(heights: [152, 68, 124], labels: ["Adélie", "Chinstrap", "Gentoo"])], y: Axis("count"))
  }

  static func groupedBars() throws -> Figure {
    Figure(
      title: "Test accuracy by initialisation",
      marks: [
        try Bars(
          heights: [0.91, 0.95, 0.42], labels: ["Xavier", "He", "zeros"], name: "tanh", slot: 0, of: 2),
        try Bars(
          heights: [0.88, 0.97, 0.1], labels: ["Xavier", "He", "zeros"], name: "ReLU", slot: 1, of: 2),
        Rule(y: 0.1, name: "chance"),
      ], y: Axis("accuracy"))
  }

  static func histogram() throws -> Figure {
    let edges = (0...30).map { Double($0) / 5 - 3 }
    return Figure(
      title: "Pre-activations of layer 3",
      marks: [
        try Bars(edges: edges, counts: edges.dropLast().map { 400 * exp(-($0 + 0.1) * ($0 + 0.1) / 2) })
      ],
      x: Axis("z"), y: Axis("neurons"))
  }

  static func band() throws -> Figure {
    let xs = (0...40).map(Double.init)
    let middle = xs.map { 1 - exp(-$0 / 10) }
    let spread = xs.map { 0.03 + 0.09 * exp(-$0 / 12) }
    return Figure(
      title: "Accuracy over ten seeds",
      marks: [
        try Band(
          xs: xs, lower: zip(middle, spread).map { $0 - $1 }, upper: zip(middle, spread).map { $0 + $1 },
          name: "10–90 %", colour: 0),
        try Line(xs: xs, ys: middle, name: "median", colour: 0),
      ],
      x: Axis("epoch"), y: Axis("accuracy"))
  }

  static func tenClasses() throws -> Figure {
    let indices = 0..<400
    return Figure(
      title: "Digits in two dimensions",
      marks: [
        try Points(
          xs: indices.map { cos(Double($0 % 10)) * 4 + sin(Double($0 * $0)) },
          ys: indices.map { sin(Double($0 % 10)) * 4 + cos(Double($0 * 31)) },
          classes: indices.map { $0 % 10 }, classNames: (0..<10).map(String.init))
      ])
  }

  static func matrix() throws -> Figure {
    let values = (0..<64).map { sin(Double($0)) }
    return Figure(
      title: "Weights",
      marks: [
        HeatMap(
          try Grid(columns: 8, rows: 8, x: 0...8, y: 0...8, values: values), name: "w", map: .diverging)
      ], width: 380, height: 340, hasEqualAspect: true)
  }
}
