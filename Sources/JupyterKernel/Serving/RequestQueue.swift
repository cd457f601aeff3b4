import DequeModule
import JupyterProtocol

/// Requests on their way from the thread that owns the sockets to the one that evaluates in a shell, in order.
final class RequestQueue: Sendable {
  private struct Entry: Sendable {
    let request: Request
    /// The memory that it holds, in bytes.
    let size: Int
  }

  private struct State: Sendable {
    var entries: Deque<Entry> = []
    /// The most that have waited at a time since the queue last shrank.
    var most = 0
    /// The clients whose requests wait, and how many of each.
    var clients: [String: Int] = [:]
    /// The client whose request has been taken out and is being served.
    var served: String?
    var isClosed = false
    var sweep = Sweep.none

    mutating func add(_ entry: Entry) {
      entries.append(entry)
      most = max(most, entries.count)
      clients[entry.request.header.session, default: 0] += 1
    }

    mutating func noteLeaving(_ request: Request) {
      let left = clients[request.header.session, default: 1] - 1
      clients[request.header.session] = left > 0 ? left : nil
    }
  }

  /// How far the taking-in of all that has arrived has come.
  private enum Sweep: Sendable {
    case none, wanted, done
  }

  private let state = Monitor(State())
  private let room: RequestRoom
  private let wakeUp: WakeUp

  /// - Parameter room: what the requests take of it they give back when they leave.
  init(room: RequestRoom, wakeUp: WakeUp) {
    self.room = room
    self.wakeUp = wakeUp
  }

  // MARK: The thread that owns the sockets

  func append(_ request: Request) {
    let entry = Entry(request: request, size: request.footprint)
    room.take(entry.size)
    state.withLock { $0.add(entry) }
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
    let left = state.withLock { state in
      state.isClosed = true
      defer { state.entries = [] }
      return state.entries
    }
    return release(left)
  }

  /// Whether a client could notice that a request of its own is answered before the queue comes to it: not if the
  /// queue is busy with those of other clients alone.
  func mayOvertake(_ request: Request) -> Bool {
    let client = request.header.session
    return state.withLock { state in
      !client.isEmpty && state.served != nil && state.served != client && state.clients[client] == nil
    }
  }

  // MARK: The evaluation thread

  var isEmpty: Bool { state.withLock { $0.entries.isEmpty } }

  /// The next request; sleeps until there is one. Nil when the queue is closed.
  func next() -> Request? {
    let entry = state.wait { state -> Entry?? in
      state.served = nil
      if state.isClosed { return .some(nil) }
      guard let entry = state.entries.popFirst() else { return nil }
      state.noteLeaving(entry.request)
      state.served = entry.request.header.session
      return entry
    }
    guard let entry else { return nil }
    room.giveBack(entry.size)
    return entry.request
  }

  /// As many requests as leave something worth being given back, beside what they hold themselves.
  private static let burst = 1_000

  /// Gives up the place of very many requests once none of them waits any more.
  /// - Returns: whether there was any to give up.
  func shrink() -> Bool {
    state.withLock { state in
      guard state.entries.isEmpty, state.most > Self.burst else { return false }
      state.entries = []
      state.most = 0
      return true
    }
  }

  /// Takes out every execute request that has arrived by now, also from the socket.
  func takeExecuteRequests() -> [Request] {
    state.withLock { $0.sweep = .wanted }
    wakeUp.signal()
    let taken = state.wait { state -> [Entry]? in
      guard state.sweep == .done || state.isClosed else { return nil }
      state.sweep = .none
      let isExecute = { (entry: Entry) in
        entry.request.header.messageType == ExecuteRequest.messageType
      }
      let taken = state.entries.filter(isExecute)
      state.entries.removeAll(where: isExecute)
      for entry in taken { state.noteLeaving(entry.request) }
      return Array(taken)
    }
    return release(taken)
  }

  private func release(_ entries: some Sequence<Entry>) -> [Request] {
    entries.map { entry in
      room.giveBack(entry.size)
      return entry.request
    }
  }
}
