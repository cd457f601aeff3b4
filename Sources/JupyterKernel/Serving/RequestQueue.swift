import DequeModule
import JupyterProtocol

/// Requests on their way from the thread that owns the sockets to the evaluation thread, in order.
final class RequestQueue: Sendable {
  /// Requests that may wait; more are left in the socket, which holds the clients back.
  private static let countLimit = 20_000
  /// What they may hold, in bytes.
  private static let sizeLimit = 256 << 20

  private struct State: Sendable {
    var requests: Deque<Request> = []
    var size = 0
    /// The client whose request has been taken out and is being served.
    var served: String?
    var isClosed = false
    var sweep = Sweep.none

    var hasRoom: Bool { requests.count < countLimit && size < sizeLimit }
  }

  /// How far the taking-in of all that has arrived has come.
  private enum Sweep: Sendable {
    case none, wanted, done
  }

  private let state = Monitor(State())
  private let wakeUp: WakeUp

  init(wakeUp: WakeUp) {
    self.wakeUp = wakeUp
  }

  // MARK: The thread that owns the sockets

  var hasRoom: Bool { state.withLock { $0.hasRoom } }

  func append(_ request: Request) {
    state.withLock { state in
      state.requests.append(request)
      state.size += request.message.size
    }
  }

  /// Whether the evaluation thread waits until all that has arrived is in the queue.
  var isSweepWanted: Bool { state.withLock { $0.sweep == .wanted } }

  func finishSweep() {
    state.withLock { $0.sweep = .done }
  }

  /// Lets the evaluation thread come to its end.
  /// - Returns: the requests that waited.
  @discardableResult
  func close() -> [Request] {
    state.withLock { state in
      state.isClosed = true
      defer { state.requests = [] }
      return Array(state.requests)
    }
  }

  /// Whether a client could notice that a request of its own is answered before the queue comes to it: not if the
  /// queue is busy with those of other clients alone.
  func mayOvertake(_ request: Request) -> Bool {
    let client = request.header.session
    return state.withLock { state in
      !client.isEmpty && state.served != nil && state.served != client
        && !state.requests.contains { $0.header.session == client }
    }
  }

  // MARK: The evaluation thread

  var isEmpty: Bool { state.withLock { $0.requests.isEmpty } }

  /// The next request; sleeps until there is one. Nil when the queue is closed.
  func next() -> Request? {
    let (request, hadNoRoom) = state.wait { state -> (Request?, Bool)? in
      state.served = nil
      if state.isClosed { return (nil, false) }
      let hadNoRoom = !state.hasRoom
      guard let request = state.requests.popFirst() else { return nil }
      state.size -= request.message.size
      state.served = request.header.session
      return (request, hadNoRoom)
    }
    if hadNoRoom { wakeUp.signal() }
    return request
  }

  /// Takes out every execute request that has arrived by now, also from the socket.
  func takeExecuteRequests() -> [Request] {
    state.withLock { $0.sweep = .wanted }
    wakeUp.signal()
    return state.wait { state in
      guard state.sweep == .done || state.isClosed else { return nil }
      state.sweep = .none
      let isExecute = { (request: Request) in request.header.messageType == ExecuteRequest.messageType }
      let taken = state.requests.filter(isExecute)
      state.requests.removeAll(where: isExecute)
      state.size = state.requests.reduce(0) { $0 + $1.message.size }
      return Array(taken)
    }
  }
}
