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
    let ticket = inputs.open(for: request)
    outlet.ask(InputRequest(prompt: prompt, isPassword: password), request: request)
    guard let line = inputs.wait(for: ticket, unless: { isInterrupted }) else { throw Interruption() }
    return line
  }
}

/// Thrown by `Cell.readLine` when the front end said that it cannot ask its user.
public struct InputUnavailable: Error, Sendable, Equatable, CustomStringConvertible {
  public init() {}

  public var description: String {
    "this front end cannot ask for input: run the cell in a notebook or a console, or write the value into the code"
  }
}

/// Where a cell waits for the line that it asked for.
final class InputDesk: Sendable {
  /// The one question that is open; a later one takes the place of an earlier one.
  private struct Question: Sendable {
    var ticket = 0
    var identities: [[UInt8]]?
    var answer: String?
  }

  private let question = Monitor(Question())

  /// Opens a question and returns its ticket; answers to earlier ones are forgotten.
  func open(for request: Request) -> Int {
    question.withLock { question in
      question.ticket += 1
      question.identities = request.message.identities
      question.answer = nil
      return question.ticket
    }
  }

  /// Takes an answer, if this client was asked and has not answered yet.
  /// - Returns: whether it was taken.
  func answer(_ line: String, from identities: [[UInt8]]) -> Bool {
    question.withLock { question in
      guard question.identities == identities else { return false }
      question.identities = nil
      question.answer = line
      return true
    }
  }

  /// Sleeps until the answer is there; nil if `isOver` came first.
  func wait(for ticket: Int, unless isOver: () -> Bool) -> String? {
    question.wait { question -> String?? in
      if isOver() || question.ticket != ticket {
        question.identities = nil
        return .some(nil)
      }
      guard let answer = question.answer else { return nil }
      return .some(answer)
    }
  }

  /// Lets a waiting cell look again.
  func notify() {
    question.withLock { _ in }
  }
}
