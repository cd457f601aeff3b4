import JupyterProtocol

/// Where a cell waits for the line that it asked for.
final class InputDesk: Sendable {
  /// The one question that is open; a later one takes the place of an earlier one.
  private struct Question: Sendable {
    var id = ""
    /// The client that was asked; nil once it has answered.
    var identities: [[UInt8]]?
    var answer: String?
  }

  private let question = Monitor(Question())

  /// Opens a question; answers to earlier ones are no longer taken.
  func open(_ id: String, for request: Request) {
    question.withLock { $0 = Question(id: id, identities: request.message.identities) }
  }

  /// Takes an answer, if this client was asked and has not answered yet.
  /// - Parameter id: the question that it answers, as far as the client says.
  /// - Returns: whether it was taken.
  func answer(_ line: String, to id: String?, from identities: [[UInt8]]) -> Bool {
    question.withLock { question in
      guard question.identities == identities, id == nil || id == question.id else { return false }
      question.identities = nil
      question.answer = line
      return true
    }
  }

  /// Sleeps until the answer is there; nil if `isOver` came first.
  func wait(for id: String, unless isOver: () -> Bool) -> String? {
    question.wait { question -> String?? in
      guard question.id == id, !isOver() else {
        if question.id == id { question.identities = nil }
        return .some(nil)
      }
      return question.answer.map { .some($0) }
    }
  }

  /// Lets a waiting cell look again.
  func notify() {
    question.withLock { _ in }
  }
}
