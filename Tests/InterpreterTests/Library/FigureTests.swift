import Testing

@testable import Interpreter

struct FigureTests {
  /// A cell's display, drawn where drawing may wait.
  private func display(_ cell: String) async throws -> Display? {
    try await onOwnThread {
      let notebook = Notebook()
      notebook.output.showsPictures = true
      return if case .finished(let display) = notebook.run(cell) { display } else { nil }
    }
  }

  private static let figures = [
    "plot([1, 2, 3])", "plot([0, 1], [1, 2], name: \"a\", dashed: true, points: true)",
    "plot(sin, on: 0...6.28)", "plot([\"a\": [1, 2], \"b\": [2, 1]])",
    "plot([\"sin\": sin, \"cos\": cos], on: 0...3)", "plot(mlp(1, 4, 1), on: 0...1)",
    "plot([1, 10, 100], yScale: \"log\", title: \"t\", xLabel: \"x\", yLabel: \"y\", width: 300, height: 200)",
    "scatter([1, 2], [2, 1])", "scatter(moons(20))", "bar([3, 1], labels: [\"a\", \"b\"])",
    "bar([\"a\": 3, \"b\": 1.5])", "heatmap(eye(3))",
    "decisionBoundary(mlp(2, 4, 3), on: spirals(10))", "plot([1, 2]) + scatter([0, 1], [1, 2])",
    "contour({ x, y in x * y }, levels: [0, 0.5])", "contour(mlp(2, 4, 1), x: -2...2)",
    "vectorField({ x, y in [-y, x] }, name: \"turning\")", "histogram(randn(100), bins: 7)",
    "histogram([1, 1, 1], density: true)", "heatmap({ x, y in x - y }, x: 0...1, y: 0...2)",
    "band([0, 1], [0, 1], [1, 2]) + plot([0, 1], [0.5, 1.5]) + note(\"here\", 0.5, 1) + rule(y: 1)",
    "panels([plot([1, 2]), bar([1, 2])], title: \"both\")", "interactive(plot([1, 2]))",
    "plot([-100, 0, 100], yScale: \"symlog\")", "train(mlp(4, 3), on: iris(), epochs: 3, seed: 1)",
    "plot(train(mlp(4, 3), on: iris(), epochs: 1))",
  ]

  @Test(
    "Every figure has a text form, and a picture where there is gnuplot, or a note that it is missing",
    arguments: figures)
  func forms(_ cell: String) async throws {
    let display = try #require(try await display(cell))
    #expect(display.text.contains("┤"))
    if let svg = display.formats["image/svg+xml"] {
      #expect(svg.contains("<svg"))
    } else {
      #expect(display.note?.contains("gnuplot was not found") == true)
    }
  }

  @Test("The text of a figure can be read in the console")
  func text() async throws {
    let cell = "plot([\"up\": [0, 1], \"down\": [1, 0]], title: \"crossing\")"
    let text = try #require(try await display(cell)).text
    for word in ["crossing", "up", "down"] { #expect(text.contains(word)) }
  }

  @Test(
    "Numbers without an end are left out of the picture",
    arguments: [
      "plot([1, inf, nan])", "plot({ x in 1 / x }, on: -1...1)", "bar([nan, 1])", "heatmap([[nan, 1]])",
      "plot({ x in x }, on: -1e308...1e308)", "scatter([nan], [1])",
    ])
  func infinities(_ cell: String) async throws {
    #expect(try await display(cell) != nil)
  }

  @Test("A surface has axes of its own, in the picture and in the console")
  func surface() async throws {
    let display = try #require(
      try await display("surface({ x, y in x * y }, xLabel: \"width\", zLabel: \"height\")"))
    #expect(display.text.contains("width") && display.text.contains("height: −0.9"))
    if let svg = display.formats["image/svg+xml"] {
      #expect(svg.contains(">width</text>") && svg.contains(">height</text>"))
    }
  }

  @Test("An interactive chart brings its Vega-Lite beside the picture")
  func interactive() async throws {
    let display = try #require(try await display("interactive(plot([1, 2], name: \"a\", title: \"t\"))"))
    let specification = try #require(display.formats["application/vnd.vegalite.v5+json"])
    #expect(specification.contains(#""title":"t""#) && specification.contains(#""type":"line""#))
  }

  @Test("A small network is drawn above its table, a large one is a table alone")
  func networks() async throws {
    let small = try #require(try await display("mlp(2, 3, 1)"))
    #expect(
      small.text.contains("total")
        && small.above.map(\.text) == ["2 input ─ 3 Linear(2, 3) → ReLU ─ 1 Linear(3, 1)"])
    #expect(small.above[0].formats["image/svg+xml"]?.contains("<circle") == true)
    #expect(try await display("mlp(64, 64, 10)")?.above == [])
  }

  @Test("A histogram counts every number once, and as a density has the area 1")
  func histogram() throws {
    let notebook = Notebook()
    try notebook.run(all: "let x = [0, 0.5, 1, 1, 3.9, 4]")
    // Bars of 3, 1, 0 and 2: the rows of the console's picture say how high they are.
    #expect(notebook.value("histogram(x, bins: 4)").contains("count"))
    #expect(notebook.value("histogram(x, bins: 4, density: true)").contains("density"))
    #expect(
      notebook.message("histogram(x, bins: 0)") == "`bins` of `histogram` must be at least 1, but it is 0")
    #expect(
      notebook.message("histogram([nan])")
        == "`histogram` needs at least one finite number, but there is none")
  }

  @Test(
    "The first row of a matrix is labelled 0 and on top, however many rows there are",
    arguments: [2, 20, 21, 30, 900])
  func rows(_ count: Int) {
    let lines = Notebook().value("heatmap(zeros(\(count), 3))").split(separator: "\n")
    let labels = lines.compactMap { line in
      line.firstIndex(of: "┤").flatMap { Int(line[..<$0].drop { $0 == " " }) }
    }
    #expect(labels.first == 0 && labels == labels.sorted())
    #expect(labels.last.map { $0 > count * 3 / 4 - 1 && $0 < count } == true)
  }

  @Test(
    "Columns of a matrix and bars without labels are counted in whole numbers",
    arguments: [
      "heatmap([[1, 2], [3, 4]])", "bar([1, -2, 3])",
    ])
  func wholeNumbers(_ cell: String) {
    let axis = Notebook().value(cell).split(separator: "\n").drop { !$0.contains("└") }
    #expect(axis.dropFirst().first.map { !$0.contains(".") && $0.contains("1") } == true)
  }

  @Test(
    "`plot` draws each function, each entry and each column as a line with its name",
    arguments: [
      ("plot(sin, cos, on: 0...6)", ["sin", "cos"]), ("plot([sin, cos], on: 0...6)", ["sin", "cos"]),
      ("func f(x) = x\nplot(f, { x in 2 * x }, on: 0...1)", ["f", "curve 2"]),
      ("plot(sin, [\"a\": cos], on: 0...1)", ["sin", "a"]),
      ("plot([[1, 2], [3, 4], [5, 7]])", ["column 0", "column 1"]),
      ("plot([0, 1, 2], eye(3), name: \"I\")", ["I column 0", "I column 1", "I column 2"]),
      ("plot([\"a\": eye(2), \"b\": [1, 2]])", ["a column 0", "a column 1", "b"]),
    ])
  func severalLines(cell: String, names: [String]) {
    let legend = Notebook().value(cell).split(separator: "\n")[0]
    #expect(
      legend == names.enumerated().map { "\("abc".dropFirst($0).prefix(1)) \($1)" }.joined(separator: "  "))
  }

  @Test(
    "A lone line has the name that it is given, or none",
    arguments: [
      ("plot(sin, on: 0...6)", false), ("plot(ones(1, 5))", false),
      ("plot(sin, on: 0...6, name: \"wave\")", true),
      ("plot([\"wave\": sin], on: 0...6)", true),
    ])
  func loneLine(cell: String, isNamed: Bool) {
    let text = Notebook().value(cell)
    #expect(text.contains("wave") == isNamed && !text.contains("column") && !text.contains("sin"))
  }

  @Test("A function is drawn over the whole range, with a gap where it has no values")
  func gap() {
    let lines = Notebook().value("plot({ x in log(x) }, on: -1...1)").split(separator: "\n")
    #expect(lines.last?.contains("−1.0") == true)
  }

  @Test(
    "Sizes of layers are points on a logarithmic axis of at least a decade, where bars would stand on nothing"
  )
  func layers() throws {
    let notebook = Notebook()
    try notebook.run(all: "let net = mlp(4, 16, 16, 3)")
    for cell in ["plot(gradientFlow(net, on: iris()))", "plot(activations(net, on: iris()))"] {
      let text = notebook.value(cell)
      #expect(text.contains("●") && !text.contains("█"))
      #expect(text.contains("┬"))
    }
    let flow = notebook.value(
      "plot(gradientFlow(mlp(2, 2, 2, activation: tanh, init: orthogonal), on: moons(50)))")
    #expect(flow.split(separator: "\n").count { $0.contains("┤") } > 1)
    #expect(
      notebook.value("plot(activations(Linear(weight: [[0, 0]]), on: moons(9)))").contains(
        "1 value ≤ 0 left out"))
  }

  @Test("What cannot be drawn is refused with what can")
  func refusals() {
    let notebook = Notebook()
    #expect(notebook.message("rule()") == "`rule` takes either an `x` or a `y`")
    #expect(notebook.message("rule(x: 1, y: 2)") == "`rule` takes either an `x` or a `y`")
    #expect(notebook.message("panels([1])") == "`panels` takes figures, but one is an integer")
    #expect(notebook.message("panels([])") == "`panels` takes 1 to 36 figures, but there are 0")
    #expect(
      notebook.message("vectorField({ x, y in x })")
        == "a vector field gives two numbers, but this function gave a number")
    #expect(
      notebook.message("contour({ x, y in [x, y] })")
        == "the function to draw must give a number, but it gave an array")
    #expect(
      notebook.message("plot([1], yScale: \"sqrt\")")
        == "a scale is \"linear\", \"log\" or \"symlog\", not \"sqrt\"")
    #expect(
      notebook.message("interactive(heatmap(eye(2)))").hasPrefix(
        "an interactive chart shows lines, points, bars, bands, rules and notes"))
  }

  @Test("`display` shows a figure in the middle of a cell")
  func middle() async throws {
    let shown = try await onOwnThread {
      let notebook = Notebook()
      notebook.output.showsPictures = true
      notebook.run("display(plot([1, 2])); display([1]); 5")
      return notebook.output.shown.count
    }
    #expect(shown == 2)
  }
}
