import JupyterProtocol

/// The numbers and the history of the cells, which all shells have in common.
///
/// JEP 91 would give each subshell its own; ipykernel, its reference, counts through, so that `In [7]` is one cell.
final class CellRecord: Sendable {
  private struct State: Sendable {
    var count = 0
    var past: Past
  }

  private let state: Monitor<State>

  init(_ past: Past) {
    state = Monitor(State(past: past))
  }

  /// The number of the last cell.
  var count: Int { state.withLock { $0.count } }

  /// Notes a cell that is about to run.
  /// - Returns: its number.
  func begin(_ code: String) -> Int {
    state.withLock { state in
      state.count += 1
      state.past.append(line: state.count, input: code)
      return state.count
    }
  }

  /// Keeps the text of a cell's value, for this session.
  func setOutput(_ text: String?, line: Int) {
    state.withLock { $0.past.setOutput(text, line: line) }
  }

  /// The cells that a request asks for, the oldest first.
  func entries(for access: HistoryRequest.Access) -> [HistoryReply.Entry] {
    state.withLock { $0.past.entries(for: access) }
  }

  /// Writes what has not been written yet.
  func save() {
    state.withLock { $0.past.save() }
  }
}
