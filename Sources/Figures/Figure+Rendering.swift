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
    let script = GnuplotScript.drawing(self)
    let answer = try Gnuplot().answerBlocking(to: script.bytes, isCancelled: isCancelled)
    return try SVGDocument(self, script, answer).text
  }

  /// The figure as an SVG document, drawn by gnuplot, which is killed when the task is cancelled.
  ///
  /// - Throws: ``FigureError``.
  public func svg() async throws(FigureError) -> String {
    let script = GnuplotScript.drawing(self)
    let answer = try await Gnuplot().answer(to: script.bytes, isCancelled: { false })
    return try SVGDocument(self, script, answer).text
  }
}

extension SVGDocument {
  init(_ figure: Figure, _ script: GnuplotScript, _ answer: String) throws(FigureError) {
    self.init(
      width: Int(script.width), height: Int(script.height), title: figure.spokenTitle,
      description: figure.spokenDescription, elements: try PictureReader.elements(of: answer))
  }
}
