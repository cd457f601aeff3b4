import Figures

/// A value with a picture that can be kept in a file.
protocol Pictured: LibraryValue {
  func svg(isCancelled: @escaping @Sendable () -> Bool) throws -> String
}

/// A value that is best seen as a figure, such as a history or a diagnostic: shown above its words, drawn by `plot`.
protocol Plotted: Pictured {
  func figure() throws -> Figure
}

extension Value {
  /// The value as something with a figure of its own.
  var plotted: (any Plotted)? {
    if case .object(let object) = self { object as? any Plotted } else { nil }
  }
}

extension Plotted {
  func svg(isCancelled: @escaping @Sendable () -> Bool) throws -> String {
    let figure = try figure()
    return try Workspace.aside { () throws(FigureError) in try figure.svg(isCancelled: isCancelled) }
  }

  /// The figure, and under it the words: both are to be read, so each is an output.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var display = Display(text: text)
    display.above = [try FigureValue(figure: figure()).display(isCancelled: isCancelled)]
    return display
  }
}
