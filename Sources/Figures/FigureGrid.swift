/// Several figures as panels of one picture, in rows.
///
///     let grid = FigureGrid(title: "Four widths", figures: panels, columns: 2)
///     let picture = try grid.svg()
///
/// All panels have the size of the largest. Edge cases: a grid without figures is an empty picture with its title.
public struct FigureGrid: Sendable {
  /// Shown above all panels; empty for none.
  public var title: String
  public var figures: [Figure]
  /// How many panels stand in a row; at least one, and no more than there are figures.
  public var columns: Int

  public init(title: String = "", figures: [Figure], columns: Int = 2) {
    self.title = title
    self.figures = figures
    self.columns = columns
  }

  /// The panels as one SVG document; see ``Figure/svg(isCancelled:)``.
  ///
  /// - Throws: ``FigureError``.
  @available(*, noasync, message: "use `try await svg()` in a task")
  public func svg(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(FigureError) -> String {
    try Drawing(self).svgBlocking(isCancelled: isCancelled)
  }

  /// The panels as one SVG document; gnuplot is killed when the task is cancelled.
  ///
  /// - Throws: ``FigureError``.
  public func svg() async throws(FigureError) -> String {
    try await Drawing(self).svg()
  }

  /// The panels in characters, side by side where a row has room for at least 24 columns each.
  public func text(columns: Int = 72, rows: Int = 18, colour: Bool = false) -> String {
    let beside = max(1, min(self.columns, figures.count, (columns + 2) / 26))
    let width = (columns + 2) / beside - 2
    var lines =
      PlainText.line(title).isEmpty ? [] : [CellWidth.clipped(PlainText.line(title), to: columns), ""]
    for start in stride(from: 0, to: figures.count, by: beside) {
      if start > 0 { lines.append("") }
      let panels = figures[start..<min(start + beside, figures.count)].map { figure in
        figure.text(columns: width, rows: rows, colour: colour)
          .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      for row in 0..<(panels.map(\.count).max() ?? 0) {
        let cells = panels.map { panel in
          let line = row < panel.count ? panel[row] : ""
          return line + String(repeating: " ", count: max(0, width - CellWidth.ofColoured(line)))
        }
        lines.append(Figure.withoutTrailingSpace(cells.joined(separator: "  ")))
      }
    }
    return lines.joined(separator: "\n")
  }
}
