import JupyterProtocol

extension Cell {
  /// Asks the user for a line and waits for it.
  /// - Parameters:
  ///   - prompt: shown before the field.
  ///   - password: whether what is typed stays hidden.
  /// - Throws: `InputUnavailable` if the front end cannot ask its user; `Interruption` if the cell is
  ///   stopped while it waits.
  public func readLine(prompt: String = "", password: Bool = false) throws -> String {
    guard allowsInput else { throw InputUnavailable() }
    flush()
    let id = outlet.newMessageID()
    inputs.open(id, for: request)
    outlet.ask(InputRequest(prompt: prompt, isPassword: password), id: id, request: request)
    guard let line = inputs.wait(for: id, unless: { isInterrupted }) else { throw Interruption() }
    return line
  }
}

/// Thrown by `Cell.readLine` when the front end said that it cannot ask its user.
public struct InputUnavailable: Error, Sendable, Equatable, CustomStringConvertible {
  /// An error without further detail: there is one reason only.
  public init() {}

  public var description: String {
    "this front end cannot ask for input: run the cell in a notebook or a console, or write the value into the code"
  }
}
