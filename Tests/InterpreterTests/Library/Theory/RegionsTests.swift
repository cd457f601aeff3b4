import Testing

@testable import Interpreter

@Suite("Linear regions in the language")
struct RegionsTests {
  @Test("Regions are counted, measured and asked for their map")
  func regions() throws {
    let notebook = Notebook()
    try notebook.run(
      all:
        "let net = Linear(weight: [[1, 0], [0, 1], [1, 1]], bias: [0, 0, -0.5]) >> relu >> Linear(weight: [[1, 2, -1]], bias: [3])",
      "let r = regions(net, in: [-1...1, -1...1])", "check r.count == 7",
      "check sum(r.areas) == 4", "check r.map([-0.5, -0.25]).offset == 3",
      "check r.map([0.75, 0.5]).slope == [0, 1]", "check r.polygons[0].count >= 3",
      "check regions(Linear(weight: [[1, 0], [-1, 0]], bias: [0, 0]) >> relu >> Linear(weight: [[1, -1]], bias: [0]), merge: true).count == 1"
    )
    #expect(
      notebook.value("r") == """
        7 linear regions in [-1, 1] × [-1, 1]
        every sign decided: all in Float64, within its bounds
        """)
  }

  @Test("What is no plane is refused")
  func refused() {
    let notebook = Notebook()
    #expect(
      notebook.message("regions(Linear(2, 2) >> relu, in: [0...1])")
        == "`regions` takes a list of two ranges such as `[-1...1, -1...1]` for `in`, but this is an array")
    #expect(
      notebook.message("regions(Linear(2, 2) >> relu, in: [0...0, 0...1])") == "a side of the box is empty")
    #expect(notebook.message("regions(Linear(2, 2) >> tanh)") == "`Tanh()` cannot be computed exactly")
  }

  @Test("A picture shows every region")
  func picture() async throws {
    let display = try await onOwnThread { () -> Display? in
      let notebook = Notebook()
      notebook.output.showsPictures = true
      let outcome = notebook.run(
        "seed(1); regions(Linear(2, 6) >> relu >> Linear(6, 1), in: [-2...2, -2...2])")
      return if case .finished(let display) = outcome { display } else { nil }
    }
    let above = try #require(display?.above.first)
    #expect(above.text.contains("region"))
    if let svg = above.formats["image/svg+xml"] { #expect(svg.contains("<polygon")) }
  }
}
