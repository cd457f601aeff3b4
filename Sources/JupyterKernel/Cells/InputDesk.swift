import JupyterProtocol

/// Where cells wait for the lines that they asked for.
final class InputDesk: Sendable {
  /// A question of a cell. A shell has one at a time: a later one takes the place of an earlier one.
  private struct Question: Sendable {
    let id: String
    /// The shell whose cell asks; nil for the main one.
    let shell: String?
    /// The client that was asked; nil once it has answered.
    var identities: [[UInt8]]?
    var answer: String?
  }

  private let questions = Monitor<[Question]>([])

  /// Opens a question; answers to earlier ones of the same shell are no longer taken.
  func open(_ id: String, for request: Request) {
    let shell = request.header.subshellID
    questions.withLock { questions in
      questions.removeAll { $0.shell == shell }
      questions.append(Question(id: id, shell: shell, identities: request.message.identities))
    }
  }

  /// Takes an answer, if this client was asked and has not answered yet.
  /// - Parameters:
  ///   - id: the question that it answers, as far as the client says. Without it the answer is for the shell that the
  ///     header names, or for the only one that asks.
  ///   - reply: the message with the answer.
  /// - Returns: whether it was taken.
  func answer(_ line: String, to id: String?, from reply: Request) -> Bool {
    questions.withLock { questions in
      let open = questions.indices.filter { questions[$0].identities == reply.message.identities }
      let meant =
        if let id {
          open.first { questions[$0].id == id }
        } else {
          open.first { questions[$0].shell == reply.header.subshellID } ?? (open.count == 1 ? open[0] : nil)
        }
      guard let meant else { return false }
      questions[meant].identities = nil
      questions[meant].answer = line
      return true
    }
  }

  /// Sleeps until the answer is there; nil if `isOver` came first.
  func wait(for id: String, unless isOver: () -> Bool) -> String? {
    questions.wait { questions -> String?? in
      guard let index = questions.firstIndex(where: { $0.id == id }) else { return .some(nil) }
      guard !isOver() else {
        questions.remove(at: index)
        return .some(nil)
      }
      guard let answer = questions[index].answer else { return nil }
      questions.remove(at: index)
      return .some(answer)
    }
  }

  /// Lets the waiting cells look again.
  func notify() {
    questions.withLock { _ in }
  }
}
