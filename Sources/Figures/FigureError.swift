/// Why a figure could not be made or drawn.
public enum FigureError: Error, Equatable, Sendable {
  /// Two lists that belong together differ in length.
  case unequalCounts(mark: String, first: String, firstCount: Int, second: String, secondCount: Int)
  /// A grid's values do not fill its columns and rows, or its box has no area.
  case invalidGrid(String)
  /// A kind of mark has no interactive form.
  case notInteractive(mark: String)
  /// A program is not on the search path; `package` is Debian's package with it.
  case notFound(program: String, package: String)
  /// What a program reads found no room in shared memory.
  case noMemoryFile(reason: String)
  /// A program ended with an error; `message` is what it printed.
  case failed(program: String, message: String)
  /// A program did not answer in time and was ended.
  case timedOut(program: String, seconds: Int)
  /// gnuplot answered with something that is not the picture asked for.
  case unexpectedAnswer(String)
  /// The caller asked to stop; the program that drew was ended.
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
    case .notInteractive(let mark):
      "An interactive chart shows lines, points, bars, bands, rules and notes, but this figure has a mark of another kind "
        + "(\(mark)). Show it as the picture that it is."
    case .notFound(let program, let package):
      "\(program) was not found on PATH, so the figure cannot be drawn. Install it with "
        + "`sudo apt-get install \(package)` and run the cell again; the text form of the figure does without."
    case .noMemoryFile(let reason):
      "A figure could not be handed over in shared memory (\(reason)). Look whether /dev/shm is there and has "
        + "room; the text form of the figure needs none."
    case .failed(let program, let message):
      "\(program) could not draw the figure. It said: \(message)"
    case .timedOut(let program, let seconds):
      "\(program) did not finish within \(seconds) seconds and was ended. Draw fewer points or smaller grids."
    case .unexpectedAnswer(let found):
      "gnuplot answered with something that is not the expected picture: \(found). "
        + "Figures are tested with gnuplot 5.4."
    case .cancelled:
      "Drawing the figure was interrupted."
    }
  }
}
