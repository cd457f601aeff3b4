import Testing

@testable import Figures

@Suite("Marks and figures")
struct MarkTests {
  @Test("lists that belong together must have one length")
  func unequal() {
    #expect(
      throws: FigureError.unequalCounts(
        mark: "Line", first: "xs", firstCount: 2, second: "ys", secondCount: 1)
    ) { try Line(xs: [0, 1], ys: [0]) }
    #expect(throws: FigureError.self) { try Points(xs: [0], ys: [0], classes: [1, 2]) }
    #expect(throws: FigureError.self) { try Bars(heights: [1], labels: ["a", "b"]) }
    #expect(throws: FigureError.self) { try Bars(edges: [0, 1], counts: [1, 2]) }
    #expect(throws: FigureError.self) { try Band(xs: [0], lower: [], upper: [1]) }
    let error = FigureError.unequalCounts(
      mark: "Line", first: "xs", firstCount: 2, second: "ys", secondCount: 1)
    #expect("\(error)" == "Line needs as many ys as xs, but got 2 xs and 1 ys.")
  }

  @Test("a grid must be filled and have an area")
  func grids() throws {
    func grid(_ columns: Int, _ rows: Int, _ x: ClosedRange<Double> = 0...1) throws -> Grid<Int> {
      try Grid(columns: columns, rows: rows, x: x, y: 0...1, values: [1, 2, 3, 4])
    }
    #expect(throws: FigureError.invalidGrid("this one has 3 columns, 2 rows and 4 values")) { try grid(3, 2) }
    #expect(throws: FigureError.invalidGrid("this one has 0 columns and 4 rows")) { try grid(0, 4) }
    #expect(throws: FigureError.invalidGrid("this one's x goes from 1.0 to 1.0")) { try grid(2, 2, 1...1) }
    #expect(throws: FigureError.self) { try grid(.max, .max) }
    #expect(throws: FigureError.self) { try Region(try grid(2, 2), confidence: [1]) }
    #expect(try grid(2, 2).resampled(columns: 4, rows: 2).values == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(try grid(4, 1).resampled(columns: 2, rows: 1).values == [2, 4])
  }

  @Test("marks take colours in turn, and those with a colour of their own take none")
  func colours() throws {
    let figure = Figure(marks: [
      Line(ys: [1]), Rule(y: 1), try Line(xs: [1], ys: [1], colour: 7), Line(ys: [2]),
    ])
    #expect(Composition(figure).marks.map(\.colour) == [0, 0, 7, 1])
    #expect(Palette.colour(-1) == Palette.colour(9) && Palette.colour(Int.min) == Palette.colour(2))
  }

  @Test("what a logarithmic axis cannot show is counted in a note")
  func dropped() throws {
    let line = try Line(xs: [-1, 1, 2, 3], ys: [1, 0, -2, .nan])
    let notes = Composition(Figure(marks: [line], x: Axis(scale: .log), y: Axis(scale: .log))).notes
    #expect(
      notes == [
        "1 value ≤ 0 left out: the x axis is logarithmic.",
        "2 values ≤ 0 left out: the y axis is logarithmic.",
      ])
  }

  @Test("a domain that cannot be one is named and replaced")
  func domain() {
    let composition = Composition(Figure(marks: [Line(ys: [1, 100])], y: Axis(scale: .log, domain: -1...2)))
    #expect(composition.notes == ["The logarithmic y axis cannot go from −1 to 2; it follows the data."])
    #expect(composition.y.domain.contains(100))
  }

  @Test("no data, one point and only gaps are all figures")
  func sparse() {
    #expect(Figure().text().contains("no data"))
    #expect(Figure(marks: [Line(ys: [.nan, .infinity])]).text().contains("no data"))
    #expect(!Figure(marks: [Line(ys: [1])]).text().contains("no data"))
    #expect(Figure(marks: [Line(ys: [1])]).text().contains("●"))
    #expect(Figure(title: "T", x: Axis("a"), y: Axis("b")).spokenDescription.hasSuffix("There is no data."))
  }

  @Test("no name under a bar is left out: long ones are turned, in characters they take further lines")
  func names() throws {
    let names = ["relu", "a rather long label", "another label which is long", "x", "y", "z", "w", "v"]
    let figure = Figure(marks: [try Bars(heights: names.map { _ in 1 }, labels: names)])
    func labels(_ figure: Figure) -> [PanelLayout.Label] {
      let panel = PanelLayout.Rectangle(left: 0, top: 0, width: 560, height: 360)
      return PanelLayout(figure, Composition(figure), in: panel).labels
    }
    let slanted = labels(figure).filter { $0.turn == .slanted }
    #expect(slanted.map(\.text) == names)
    // Their lower ends lie within the picture.
    for label in slanted {
      let reach = PixelWidth.of(label.text, size: Theme.tickSize) * 0.5.squareRoot()
      #expect(label.x - reach > 0 && label.y + reach < 360)
    }
    let text = figure.text()
    for name in names { #expect(text.contains(name)) }

    let many = (0..<30).map { "label \($0)" }
    let crowded = Figure(marks: [try Bars(heights: many.map { _ in 1 }, labels: many)])
    #expect(labels(crowded).filter { $0.turn == .upright }.map(\.text) == many)
    let rest = Array(names.dropFirst(2))
    let first = Figure(marks: [try Bars(heights: rest.map { _ in 1 }, labels: rest)])
    #expect(labels(first).filter { $0.turn == .slanted }.map(\.text) == rest)
    let short = Figure(marks: [try Bars(heights: [1, 2], labels: ["a", "b"])])
    #expect(labels(short).allSatisfy { $0.turn == .level })
  }

  @Test("bars without names are counted, those of a histogram are measured")
  func counts() throws {
    #expect(Composition(Figure(marks: [try Bars(heights: [1, 2, 3])])).xTicks == Tick.positions(3))
    #expect(Composition(Figure(marks: [try Bars(edges: [0, 1, 2], counts: [3, 4])])).xTicks == nil)
    #expect(Tick.positions(20).count == 20 && Tick.positions(30).map(\.value).prefix(3) == [0, 2, 4])
    #expect(Tick.positions(0).isEmpty && Tick.positions(900).map(\.label).prefix(2) == ["0", "100"])
  }

  @Test("a line's gaps at its ends have their room, a line of gaps alone has none")
  func roomForGaps() throws {
    let line = try Line(xs: [-1, 0, 1], ys: [.nan, 1, 2])
    #expect(Composition(Figure(marks: [line])).x.domain == -1...1)
    #expect(Composition(Figure(marks: [Line(ys: [.nan, .nan])])).isEmpty)
  }

  @Test("contours reach the edge of their figure: it goes from centre to centre of the outer cells")
  func contourEdge() throws {
    let grid: Grid<Double> = try Grid(
      columns: 2, rows: 4, x: -2...2, y: 0...4, values: [0, 1, 0, 1, 0, 1, 0, 1])
    let composition = Composition(Figure(marks: [Contour(grid, levels: [0.5])]))
    #expect(composition.x.domain == -1...1 && composition.y.domain == 0.5...3.5)
  }

  @Test("a line of a million points keeps its peaks and a few thousand points")
  func thinnedLine() throws {
    var ys = (0..<1_000_000).map { Double($0 % 1000) }
    ys[123_456] = 5000
    ys[654_321] = -5000
    let frame = Frame(
      x: Scale(.linear, around: 0...1e6, padding: 0), y: Scale(.linear, around: -5000...5000, padding: 0),
      width: 500, height: 300)
    let kept = frame.decimated(ys.enumerated().map { Point(Double($0), $1) })
    #expect(kept.count <= 2004)
    #expect(kept.contains(Point(123_456, 5000)) && kept.contains(Point(654_321, -5000)))
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test("points that cover each other are thinned to a few thousand")
  func thinnedPoints() throws {
    let points = (0..<100_000).map { Point(Double($0 % 317) / 317, Double($0 % 719) / 719) }
    let frame = Frame(
      x: Scale(.linear, around: 0...1, padding: 0), y: Scale(.linear, around: 0...1, padding: 0), width: 500,
      height: 300)
    #expect((1000...4000).contains(frame.thinned(points).count))
    #expect(frame.thinned([Point(0.5, 0.5), Point(2, 0.5)]) == [Point(0.5, 0.5)])
  }

  @Test("level lines that are for the picture alone leave no trace in characters")
  func pictureOnly() throws {
    var lines = Contour(try Grid(columns: 2, rows: 2, x: 0...1, y: 0...1, values: [0, 1, 2, 3]), colour: 0)
    let drawn = Figure(marks: [lines]).text()
    lines.isInText = false
    let hasDots = { (text: String) in text.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) } }
    #expect(hasDots(drawn) && !hasDots(Figure(marks: [lines]).text()))
  }

  @Test("panels stand side by side where there is room, and below each other where not")
  func panels() {
    let grid = FigureGrid(
      title: "Two", figures: [Figure(title: "Left", marks: [Line(ys: [1, 2])]), Figure(title: "Right")])
    #expect(grid.text(columns: 60, rows: 4).contains("Left                           Right"))
    #expect(!grid.text(columns: 40, rows: 4).contains("Left  "))
    #expect(FigureGrid(figures: []).text() == "")
  }

  @Test("colours of a terminal are set back at the end of each line")
  func terminal() throws {
    let text = Figure(marks: [try Line(xs: [0, 1], ys: [0, 1], name: "n")]).text(
      columns: 30, rows: 4, colour: true)
    #expect(text.contains("\u{1B}[38;5;25m─\u{1B}[39m n"))
    for line in text.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.split(separator: "\u{1B}").last?.hasPrefix("[39") == true)
    }
  }
}
