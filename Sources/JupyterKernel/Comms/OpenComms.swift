import DequeModule
import JupyterProtocol

/// The comms that are open, and for which of them messages wait. Any thread may use it.
final class OpenComms: Sendable {
  private struct State: Sendable {
    var comms: [String: (comm: Comm, number: Int)] = [:]
    var opened = 0
    /// Comm id → the messages that have arrived and whose turn has not come, in the order of their arrival.
    var waiting: [String: Deque<Waiting>] = [:]
  }

  /// A message on a comm, by the id of the request.
  private struct Waiting: Sendable {
    let request: String
    let data: JSON
  }

  private let state = Monitor(State())

  subscript(id: String) -> Comm? { state.withLock { $0.comms[id]?.comm } }

  /// - Returns: false if a comm of this id is open already; it then stays as it is.
  @discardableResult
  func insert(_ comm: Comm) -> Bool {
    state.withLock { state in
      guard state.comms[comm.id] == nil else { return false }
      state.opened += 1
      state.comms[comm.id] = (comm, state.opened)
      return true
    }
  }

  /// - Returns: the comm; nil if none of this id was open.
  func remove(_ id: String) -> Comm? {
    state.withLock { $0.comms.removeValue(forKey: id)?.comm }
  }

  /// In the order in which they were opened.
  /// - Parameter target: only those with this target; nil for all.
  func all(target: String?) -> [Comm] {
    let entries = state.withLock { Array($0.comms.values) }
    return entries.filter { target == nil || $0.comm.target == target }
      .sorted { $0.number < $1.number }
      .map(\.comm)
  }

  // MARK: Messages on their way

  func isMessageWaiting(for id: String) -> Bool { state.withLock { $0.waiting[id] != nil } }

  /// What the messages that wait say, in the order of their arrival.
  func waitingData(for id: String) -> [JSON] {
    state.withLock { $0.waiting[id, default: []].map(\.data) }
  }

  /// Notes that a request has arrived, if it is a message on a comm.
  func noteArrival(of request: Request) {
    guard let id = id(of: request) else { return }
    let message = Waiting(request: request.header.messageID, data: request.content["data"] ?? .null)
    state.withLock { $0.waiting[id, default: []].append(message) }
  }

  /// Notes that the turn of such a request has come.
  func noteTurn(of request: Request) {
    guard let id = id(of: request) else { return }
    let number = request.header.messageID
    state.withLock { state in
      guard let place = state.waiting[id]?.firstIndex(where: { $0.request == number }) else { return }
      state.waiting[id]?.remove(at: place)
      if state.waiting[id]?.isEmpty == true { state.waiting[id] = nil }
    }
  }

  private func id(of request: Request) -> String? {
    guard request.header.messageType == CommMessage.messageType else { return nil }
    return request.content["comm_id"]?.string
  }
}
