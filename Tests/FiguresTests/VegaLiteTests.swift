import Foundation
import Testing

@testable import Figures

@Suite("Interactive charts")
struct VegaLiteTests {
  private func parsed(_ figure: Figure) throws -> [String: Any] {
    let data = Data(try figure.vegaLite().utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("each kind of series becomes a layer with its rows")
  func layers() throws {
    let figure = Figure(
      title: "all",
      marks: [
        try Line(xs: [0, 1], ys: [1, .nan], name: "line", dashed: true),
        try Points(xs: [0, 1, 2], ys: [1, 2, 3], classes: [0, 1, 0], classNames: ["a", "b"]),
        try Bars(heights: [1, 2], labels: ["x", "y"]), try Band(xs: [0], lower: [1], upper: [2]), Rule(y: 1),
      ], x: Axis("time"), y: Axis("size", scale: .log))
    let specification = try parsed(figure)
    let layers = try #require(specification["layer"] as? [[String: Any]])
    let types = layers.map { ($0["mark"] as? [String: Any])?["type"] as? String }
    #expect(types == ["line", "point", "point", "bar", "area", "rule"])
    let rows = try #require((layers[0]["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(rows.count == 2 && rows[1]["y"] is NSNull && rows[0]["name"] as? String == "line")
    let y = try #require((layers[0]["encoding"] as? [String: Any])?["y"] as? [String: Any])
    #expect(y["title"] as? String == "size")
    #expect((y["scale"] as? [String: Any])?["type"] as? String == "log")
    #expect(layers.filter { $0["params"] != nil }.count == 1)
  }

  @Test("a mark without an interactive form is named")
  func refused() throws {
    let grid = try Grid(columns: 2, rows: 1, x: 0...1, y: 0...1, values: [0.0, 1])
    #expect(throws: FigureError.notInteractive(mark: "HeatMap")) {
      try Figure(marks: [HeatMap(grid)]).vegaLite()
    }
  }

  @Test("no words can leave their string", arguments: HostileText.all)
  func hostile(_ text: String) throws {
    let specification = try Figure(title: text, marks: [try Line(xs: [0], ys: [1], name: text)]).vegaLite()
    #expect(!specification.contains("<"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(specification.utf8)) as? [String: Any])
    #expect(Set(root.keys) == ["$schema", "title", "description", "width", "height", "layer"])
  }
}
