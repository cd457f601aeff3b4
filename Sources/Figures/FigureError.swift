/// Why a figure could not be made or drawn.
public enum FigureError: Error, Equatable, Sendable {
  /// Two lists that belong together differ in length.
  case unequalCounts(mark: String, first: String, firstCount: Int, second: String, secondCount: Int)
  /// A grid's values do not fill its columns and rows, or its box has no area.
  case invalidGrid(String)
  /// No gnuplot on the search path.
  case gnuplotNotFound
  /// The script for gnuplot found no room in shared memory.
  case noMemoryFile(reason: String)
  /// gnuplot ended with an error; `message` is what it printed.
  case gnuplotFailed(message: String)
  /// gnuplot did not answer in time and was ended.
  case gnuplotTimedOut(seconds: Int)
  /// gnuplot answered with something that is not the picture asked for.
  case unexpectedAnswer(String)
  /// The caller asked to stop; gnuplot was ended.
  case cancelled
}

extension FigureError: CustomStringConvertible {
  /// What was found, what was expected and what to do, in one or two sentences.
  public var description: String {
    switch self {
    case .unequalCounts(let mark, let first, let firstCount, let second, let secondCount):
      "\(mark) needs as many \(second) as \(first), but got \(firstCount) \(first) and \(secondCount) \(second)."
    case .invalidGrid(let found):
      "A grid needs one value for each cell and a box with an area; \(found)."
    case .gnuplotNotFound:
      "gnuplot was not found on PATH, so the figure cannot be drawn as SVG. Install it with "
        + "`sudo apt-get install gnuplot-nox` and run the cell again; the text form of the figure needs no gnuplot."
    case .noMemoryFile(let reason):
      "The script for gnuplot could not be kept in shared memory (\(reason)). Look whether /dev/shm is there and has "
        + "room; the text form of the figure needs none."
    case .gnuplotFailed(let message):
      "gnuplot could not draw the figure. It said: \(message)"
    case .gnuplotTimedOut(let seconds):
      "gnuplot did not finish within \(seconds) seconds and was ended. Draw fewer points or smaller grids."
    case .unexpectedAnswer(let found):
      "gnuplot answered with something that is not the expected picture: \(found). "
        + "Figures are tested with gnuplot 5.4."
    case .cancelled:
      "Drawing the figure was interrupted."
    }
  }
}
