import Figures

/// A figure; a picture in a notebook, characters in the console.
struct FigureValue: Plotted {
  static let kind = "a figure"
  /// Whether the running cell's output can show pictures.
  @TaskLocal static var isPictureWanted = true

  private let drawn: Figure

  init(figure: Figure) { drawn = figure }

  func figure() -> Figure { drawn }

  var text: String { drawn.text() }

  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    try Display(text: text) { () throws(FigureError) in try drawn.svg(isCancelled: isCancelled) }
  }
}

/// Several figures side by side.
struct PanelsValue: Pictured {
  static let kind = "a figure of panels"

  let panels: FigureGrid

  var text: String { panels.text() }

  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    try Display(text: text) { () throws(FigureError) in try panels.svg(isCancelled: isCancelled) }
  }

  func svg(isCancelled: @escaping @Sendable () -> Bool) throws -> String {
    try Workspace.aside { () throws(FigureError) in try panels.svg(isCancelled: isCancelled) }
  }
}

/// A chart to zoom and point at, where the front end draws Vega-Lite; elsewhere the picture.
struct InteractiveValue: Plotted {
  static let kind = "an interactive chart"

  private let drawn: Figure
  private let specification: String

  /// Throws for a figure with a mark that has no interactive form.
  init(_ figure: Figure) throws {
    drawn = figure
    specification = try figure.vegaLite()
  }

  func figure() -> Figure { drawn }

  var text: String { drawn.text() }

  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    var display = try FigureValue(figure: drawn).display(isCancelled: isCancelled)
    if FigureValue.isPictureWanted { display.formats["application/vnd.vegalite.v5+json"] = specification }
    return display
  }
}

extension Display {
  /// Words with a picture, which is waited for. Without gnuplot the words stay, with a note that says what is missing.
  init(text: String, picture: () throws(FigureError) -> String) throws {
    self.init(text: text)
    guard FigureValue.isPictureWanted else { return }
    do {
      formats["image/svg+xml"] = try Workspace.aside(picture)
    } catch {
      switch error {
      case .notFound: note = error.description
      case .cancelled: throw Fault.interrupted
      default: throw Fault(.drawingProblem, error.description)
      }
    }
  }
}
