/// A picture on its way from figures to SVG: the script for gnuplot and the words for who cannot see it.
struct Drawing {
  private(set) var script: GnuplotScript
  let title: String
  let description: String
  private let width: Int
  private let height: Int
  /// How wide a notebook shows it, in proportion.
  private var shownWidth: Int

  /// Panels side by side are shown no wider than this: front ends that show a picture by its own size cut off what
  /// their window has no room for. JupyterLab has it in a window of 1280 pixels, beside the list of files.
  private static let widestPanels = 840

  init(_ figure: Figure) {
    let size = figure.pixels
    self.init(width: size.width, height: size.height, figure.spokenTitle, figure.spokenDescription)
    script.draw(
      figure, in: .init(left: 0, top: 0, width: Double(size.width), height: Double(size.height)))
  }

  init(_ grid: FigureGrid) {
    let title = PlainText.line(grid.title)
    let layout = GridLayout(grid)
    self.init(
      width: Int(layout.width), height: Int(layout.height), title.isEmpty ? "Figures" : title,
      grid.figures.map { "\($0.spokenTitle): \($0.spokenDescription)" }.joined(separator: " "))
    shownWidth = min(width, Self.widestPanels)
    script.command("set multiplot")
    for (index, figure) in grid.figures.enumerated() {
      // The heading of the whole goes with the first panel, since gnuplot writes labels only with a plot.
      if index == 0, let heading = layout.heading { script.add(heading) }
      script.draw(figure, in: layout.panels[index])
      for element in ["label", "arrow", "object"] { script.command("unset \(element)") }
    }
    script.command("unset multiplot")
  }

  private init(width: Int, height: Int, _ title: String, _ description: String) {
    script = GnuplotScript(width: width, height: height)
    self.width = width
    self.height = height
    shownWidth = width
    self.title = title
    self.description = description
  }

  /// Blocks the calling thread; see ``StandbyProgram/answerBlocking(to:isCancelled:)``.
  func svgBlocking(isCancelled: @escaping @Sendable () -> Bool) throws(FigureError) -> String {
    try document(StandbyProgram.gnuplot.answerBlocking(to: script.bytes, isCancelled: isCancelled))
  }

  func svg() async throws(FigureError) -> String {
    try document(await Program.gnuplot.answer(to: script.bytes, isCancelled: { false }))
  }

  private func document(_ answer: [UInt8]) throws(FigureError) -> String {
    SVGDocument(
      width: width, height: height, shownWidth: shownWidth, title: title, description: description,
      elements: try PictureReader.elements(of: String(decoding: answer, as: UTF8.self), texts: script.texts)
    ).text
  }
}

extension Figure {
  /// The size of the picture within the bounds of what can be drawn.
  var pixels: (width: Int, height: Int) {
    (min(max(width, 120), 4000), min(max(height, 120), 4000))
  }
}
