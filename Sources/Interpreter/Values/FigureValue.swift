import Engine
import Figures

/// A figure; a picture in a notebook, characters in the console.
struct FigureValue: LibraryValue {
  static let kind = "a figure"
  /// Whether the running cell's output can show pictures.
  @TaskLocal static var isPictureWanted = true

  let figure: Figure

  var text: String { figure.text() }

  /// Without gnuplot the text form stays, with a note that says what is missing.
  func display(isCancelled: @escaping @Sendable () -> Bool) throws -> Display {
    guard Self.isPictureWanted else { return Display(text: text) }
    do {
      return Display(text: text, formats: ["image/svg+xml": try figure.svg(isCancelled: isCancelled)])
    } catch FigureError.gnuplotNotFound {
      return Display(text: text, note: FigureError.gnuplotNotFound.description)
    } catch FigureError.cancelled {
      throw Fault.interrupted
    } catch {
      throw Fault(.drawingProblem, error.description)
    }
  }
}
