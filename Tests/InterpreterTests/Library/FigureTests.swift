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
    "scatter([1, 2], [2, 1])", "scatter(moons(20))", "bar([3, 1], labels: [\"a\", \"b\"])", "heatmap(eye(3))",
    "decisionBoundary(mlp(2, 4, 3), on: spirals(10))", "plot([1, 2]) + scatter([0, 1], [1, 2])",
    "train(mlp(4, 3), on: iris(), epochs: 3, seed: 1)", "plot(train(mlp(4, 3), on: iris(), epochs: 1))",
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
