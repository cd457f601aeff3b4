import Foundation
import Testing

@testable import Figures

@Suite("Interactive charts")
struct VegaLiteTests {
  private func parsed(_ figure: Figure) throws -> [String: Any] {
    let data = Data(try figure.vegaLite().utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func channel(_ name: String, of layer: [String: Any]) throws -> [String: Any] {
    let encoding = try #require(layer["encoding"] as? [String: Any])
    return try #require(encoding[name] as? [String: Any])
  }

  @Test("each kind of series becomes a layer with its rows")
  func layers() throws {
    let figure = Figure(
      title: "all",
      marks: [
        try Line(xs: [0, 1], ys: [1, .nan], name: "line", dashed: true),
        try Points(xs: [0, 1, 2], ys: [1, 2, 3], classes: [0, 1, 0], classNames: ["a", "b"]),
        try Bars(heights: [1, 2], labels: ["x", "y"]), try Band(xs: [0], lower: [1], upper: [2]), Rule(y: 1),
        Note("here", at: Point(0, 1)),
      ], x: Axis("time"), y: Axis("size", scale: .log))
    let specification = try parsed(figure)
    let layers = try #require(specification["layer"] as? [[String: Any]])
    let types = layers.map { ($0["mark"] as? [String: Any])?["type"] as? String }
    #expect(types == ["line", "point", "point", "bar", "area", "rule", "text"])
    let rows = try #require((layers[0]["data"] as? [String: Any])?["values"] as? [[String: Any]])
    #expect(rows.count == 2 && rows[1]["y"] is NSNull)
    let y = try #require((layers[0]["encoding"] as? [String: Any])?["y"] as? [String: Any])
    #expect(y["title"] as? String == "size")
    #expect((y["scale"] as? [String: Any])?["type"] as? String == "log")
    #expect(layers.filter { $0["params"] != nil }.count == 1)
  }

  @Test("bars stand on zero, and their labels are data under them")
  func bars() throws {
    let label = "'] + alert(1)"
    let specification = try parsed(Figure(marks: [try Bars(heights: [3, 1], labels: ["a", label])]))
    let layers = try #require(specification["layer"] as? [[String: Any]])
    #expect(try channel("y2", of: layers[0])["datum"] as? Double == 0)
    let axis = try #require(try channel("x", of: layers[0])["axis"] as? [String: Any])
    #expect(axis["labelExpr"] as? String == "xNames[indexof(xPlaces, datum.value)]")
    let names = try #require(specification["params"] as? [[String: Any]])
    #expect(names.map { $0["name"] as? String } == ["xPlaces", "xNames"])
    #expect(names[1]["value"] as? [String] == ["a", label])
  }

  @Test("names under bars are all shown, slanted where they are too long to stand side by side")
  func longNames() throws {
    func look(_ labels: [String]) throws -> [String: Any] {
      let bars = try Bars(heights: labels.map { _ in 1 }, labels: labels)
      let specification = try parsed(Figure(marks: [bars]))
      let layers = try #require(specification["layer"] as? [[String: Any]])
      return try #require(try channel("x", of: layers[0])["axis"] as? [String: Any])
    }
    let (long, short) = (try look((0..<9).map { "a long label \($0)" }), try look(["a", "b"]))
    #expect(long["labelOverlap"] as? Bool == false && long["labelAngle"] as? Double == -45)
    #expect(short["labelOverlap"] as? Bool == false && short["labelAngle"] == nil)
  }

  @Test("the legend names the colours, with those of the figure")
  func legend() throws {
    let lines = [try Line(xs: [0, 1], ys: [0, 1], name: "up"), try Line(xs: [0, 1], ys: [1, 0])]
    let layers = try #require(try parsed(Figure(marks: lines))["layer"] as? [[String: Any]])
    let colours = try layers.map { try channel("color", of: $0) }
    #expect(colours[0]["datum"] as? String == "up")
    let scale = try #require(colours[0]["scale"] as? [String: [String]])
    #expect(scale == ["domain": ["up"], "range": [Palette.colour(0).hex]])
    #expect(colours[1]["value"] as? String == Palette.colour(1).hex)
  }

  @Test("the ends of the axes are those of the picture")
  func ends() throws {
    let figure = Figure(marks: [try Line(xs: [0, 1], ys: [0, 1])], y: Axis("", domain: -3...3))
    let layers = try #require(try parsed(figure)["layer"] as? [[String: Any]])
    let scale = try channel("y", of: layers[0])["scale"] as? [String: Any]
    #expect(scale?["domain"] as? [Double] == [-3, 3])
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
    #expect(
      Set(root.keys) == ["$schema", "title", "description", "width", "height", "autosize", "layer", "config"])
  }
}
