extension Figure {
  /// The figure as an SVG document, drawn by gnuplot.
  ///
  /// Blocks the calling thread, some 20 ms for a simple figure. Swift picks the asynchronous form inside a task,
  /// where a blocked thread could keep gnuplot from being run.
  ///
  /// - Parameter isCancelled: asked every 20 ms from another thread; once true, gnuplot is killed.
  /// - Throws: ``FigureError``: gnuplot is missing, failed, or took longer than 30 seconds; or the caller
  ///   cancelled. ``text(columns:rows:colour:)`` works without gnuplot.
  @available(*, noasync, message: "use `try await svg()` in a task")
  public func svg(isCancelled: @escaping @Sendable () -> Bool = { false }) throws(FigureError) -> String {
    try Drawing(self).svgBlocking(isCancelled: isCancelled)
  }

  /// The figure as an SVG document, drawn by gnuplot, which is killed when the task is cancelled.
  ///
  /// - Throws: ``FigureError``.
  public func svg() async throws(FigureError) -> String {
    try await Drawing(self).svg()
  }
}
