/// How a cell failed, in the words that the user sees.
public struct CellError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of error, short: `NameError`, `E0203`.
  public var name: String
  /// What went wrong, one line.
  public var message: String
  /// What a front end shows: lines, which may hold ANSI colours. "name: message" if none are given.
  public var traceback: [String]

  /// An error in the words that the user sees.
  public init(name: String, message: String, traceback: [String] = []) {
    self.name = name
    self.message = message
    self.traceback = traceback.isEmpty ? ["\(name): \(message)"] : traceback
  }

  /// An error in the shape of a cell's: its own if it is one, else worded from its type and description.
  init(describing error: any Error) {
    switch error {
    case let error as CellError:
      self = error
    case let interruption as Interruption:
      self.init(
        name: "Interrupted", message: "the cell was stopped before it finished",
        traceback: interruption.traceback)
    default:
      self.init(name: "\(type(of: error))", message: "\(error)")
    }
  }

  public var description: String { "\(name): \(message)" }
}

/// Thrown by a cell that stopped because the user interrupted it.
public struct Interruption: Error, Sendable, Equatable {
  /// Where it stopped, as lines to show; may be empty.
  public var traceback: [String]

  /// An interruption, with the lines that say where the cell stopped, if they are known.
  public init(traceback: [String] = []) {
    self.traceback = traceback
  }
}
