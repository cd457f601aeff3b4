import Testing

@testable import Figures

@Suite("Drawings of networks")
struct NetworkDiagramTests {
  private let diagram = NetworkDiagram(
    title: "two <layers>",
    columns: [
      .init(name: "input", units: 2),
      .init(name: "Linear(2, 3)", units: 3, biases: [0, 0.5, -1], weights: [1, -2, 0, .nan, 0.5, 1]),
    ])

  @Test("each unit is a circle that tells its bias, each weight a line that tells its value")
  func parts() {
    let svg = diagram.svg
    #expect(svg.components(of: "<circle") == 5 && svg.components(of: "<line") == 6)
    #expect(svg.contains("<title>Linear(2, 3), unit 1, bias 0.5</title>"))
    #expect(svg.contains("<title>weight −2</title>"))
    #expect(svg.contains("<title>two &lt;layers&gt;</title>"))
  }

  @Test("a long name goes on below, from its arrow, and the picture makes room for it")
  func longName() {
    var longer = diagram
    longer.columns[1].name = "Linear(128, 16) → Sigmoid → Dropout"
    #expect(
      longer.svg.contains(">Linear(128, 16) </text>") && longer.svg.contains(">→ Sigmoid → Dro…</text>"))
    #expect(diagram.svg.contains("height=\"146\"") && longer.svg.contains("height=\"160\""))
  }

  @Test("weights that do not fit their columns are left out")
  func misfit() {
    var diagram = diagram
    diagram.columns[1].weights = [1]
    #expect(diagram.svg.components(of: "<line") == 0)
    #expect(NetworkDiagram(title: "", columns: []).svg.hasPrefix("<svg"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
