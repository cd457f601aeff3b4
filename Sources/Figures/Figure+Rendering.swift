extension Figure {
  /// The figure as an SVG document, drawn by gnuplot.
  public func svg(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(FigureError) -> String {
    throw .gnuplotNotFound
  }

  /// The figure in characters, for a console.
  public func text(columns: Int = 72, rows: Int = 18, colour: Bool = false) -> String {
    title
  }
}
