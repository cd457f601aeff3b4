import Testing

@testable import Interpreter

struct FigureTests {
  private static let figures = [
    "plot([1, 2, 3])", "plot([0, 1], [1, 2], name: \"a\", dashed: true, points: true)", "plot(sin, on: 0...6.28)",
    "plot([\"a\": [1, 2], \"b\": [2, 1]])", "plot([\"sin\": sin, \"cos\": cos], on: 0...3)", "plot(mlp(1, 4, 1), on: 0...1)",
    "plot([1, 10, 100], yScale: \"log\", title: \"t\", xLabel: \"x\", yLabel: \"y\", width: 300, height: 200)",
    "scatter([1, 2], [2, 1])", "scatter(moons(20))", "bar([3, 1], labels: [\"a\", \"b\"])", "heatmap(eye(3))",
    "decisionBoundary(mlp(2, 4, 3), on: spirals(10))", "plot([1, 2]) + scatter([0, 1], [1, 2])",
    "train(mlp(4, 3), on: iris(), epochs: 3, seed: 1)", "plot(train(mlp(4, 3), on: iris(), epochs: 1))",
  ]

  @Test("Every figure has a text form, and a picture where there is gnuplot, or a note that it is missing", arguments: figures)
  func forms(_ cell: String) {
    guard case .finished(let display?) = Notebook().run(cell) else {
      Issue.record("\(Notebook().failure(cell))")
      return
    }
    #expect(display.text.contains("┤"))
    if let svg = display.formats["image/svg+xml"] {
      #expect(svg.contains("<svg"))
    } else {
      #expect(display.note?.contains("gnuplot was not found") == true)
    }
  }

  @Test("The text of a figure can be read in the console")
  func text() {
    let text = Notebook().value("plot([\"up\": [0, 1], \"down\": [1, 0]], title: \"crossing\")")
    #expect(text.contains("crossing"))
    #expect(text.contains("up"))
    #expect(text.contains("down"))
  }

  @Test("Numbers without an end are left out of the picture")
  func infinities() {
    for cell in ["plot([1, inf, nan])", "plot({ x in 1 / x }, on: -1...1)", "bar([nan, 1])", "heatmap([[nan, 1]])", "plot(-1e308...1e308)", "plot({ x in x }, on: -1e308...1e308)"] {
      if case .failed(let failure) = Notebook().run(cell) { #expect(failure.message != "", "\(cell)") }
    }
  }

  @Test("`display` shows a figure in the middle of a cell")
  func display() {
    let notebook = Notebook()
    #expect(notebook.value("display(plot([1, 2])); 5") == "5")
    #expect(notebook.output.shown.count == 1)
  }
}
