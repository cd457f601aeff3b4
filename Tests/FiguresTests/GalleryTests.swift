import Glibc
import Testing

@testable import Figures

@Suite("The gallery")
struct GalleryTests {
  /// With FIGURES_GALLERY set to a directory, the pictures are written there to be looked at.
  @Test("draws every figure as a picture that stays small")
  func draws() async throws {
    for (name, figure) in try Gallery.figures() {
      let svg = try await figure.svg()
      #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"), "\(name)")
      #expect(svg.utf8.count < 120_000, "\(name)")
      try keep(svg, name)
    }
  }

  @Test("panels make one picture with all titles")
  func panels() async throws {
    let grid = FigureGrid(
      title: "Four views",
      figures: [try Gallery.lines(), try Gallery.loss(), try Gallery.region(), try Gallery.contour()])
    let svg = try await grid.svg()
    for title in [
      "Four views", "Activation functions", "Loss on the digits", "Decision regions", "Level lines",
    ] {
      #expect(svg.contains(">\(title)</text>"))
    }
    // Shown smaller than it is drawn, so that it fits into a notebook.
    #expect(svg.contains(" width=\"840\" height=\"690\" viewBox=\"0 0 1120 920\" "))
    try keep(svg, "panels")
    #expect(try await FigureGrid(figures: []).svg().hasPrefix("<svg "))
  }

  @Test("a picture is named for who cannot see it")
  func spoken() async throws {
    let svg = try await Gallery.loss().svg()
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<title>Loss on the digits</title>"))
    #expect(
      svg.contains(
        "<desc>x axis (epoch) from 0 to 60. y axis (cross-entropy) from 0.00469 to 3.123, logarithmic. "))
    #expect(svg.contains("Shown: training, test, goal.</desc>"))
  }

  @Test("a line that only crosses the plot is drawn, and not beyond it")
  func clipped() async throws {
    let line = try Line(xs: [0, 1, 2, 3], ys: [0, 10, -10, 0])
    let figure = Figure(marks: [line], x: Axis(domain: 0.5...2.5), y: Axis(domain: -2...2))
    let svg = try await figure.svg()
    #expect(svg.contains("stroke=\"\(Palette.colour(0).hex)\""))
    #expect(figure.text().unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
  }

  @Test("large cells keep sharp edges, small ones blend")
  func imageEdges() async throws {
    #expect(try await Gallery.matrix().svg().contains("image-rendering:pixelated"))
    #expect(try await !Gallery.heatMap().svg().contains("image-rendering"))
    #expect(PNGSize(base64: "no PNG") == PNGSize(base64: ""))
  }

  @Test("the same figure makes the same picture")
  func deterministic() async throws {
    #expect(try await Gallery.region().svg() == Gallery.region().svg())
  }

  @Test("a million points make a small picture")
  func million() async throws {
    let ys = (0..<1_000_000).map { index -> Double in
      sin(Double(index) / 150_000) + Double(index * 7919 % 101) / 200
    }
    let xs = ys.indices.map(Double.init)
    let figure = Figure(
      title: "A million points",
      marks: [
        try Points(xs: xs, ys: ys.map { $0 - 3 }, name: "points"), try Line(xs: xs, ys: ys, name: "line"),
      ])
    let svg = try await figure.svg()
    #expect(svg.utf8.count < 450_000)
    try keep(svg, "million")
  }

  private func keep(_ svg: String, _ name: String) throws {
    guard let directory = getenv("FIGURES_GALLERY") else { return }
    let file = try #require(fopen("\(String(cString: directory))/\(name).svg", "w"))
    fputs(svg, file)
    fclose(file)
  }
}
