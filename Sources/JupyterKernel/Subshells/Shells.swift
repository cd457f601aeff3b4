/// The main shell of a kernel, and the subshells that clients have asked for. Belongs to the thread that owns the
/// sockets.
struct Shells {
  /// Subshells that there can be at a time. Each takes a thread.
  static let limit = 64

  let main: Shell
  /// Whether the language can do more than one thing at a time.
  let hasSubshells: Bool
  /// The oldest first.
  private var subshells: [(shell: Shell, thread: DeepThread)] = []
  private let mainThread: DeepThread
  /// Begins the evaluation of a shell's requests, on a thread of its own.
  private let start: (Shell) throws(KernelError) -> DeepThread
  private let wakeUp: WakeUp
  /// For the requests of all shells that wait.
  private let room: RequestRoom
  private var lastNumber = DebugThread.main

  init(
    hasSubshells: Bool, wakeUp: WakeUp, start: @escaping (Shell) throws(KernelError) -> DeepThread
  ) throws(KernelError) {
    self.hasSubshells = hasSubshells
    self.wakeUp = wakeUp
    self.start = start
    room = RequestRoom(wakeUp: wakeUp)
    main = Shell(id: nil, number: lastNumber, room: room, wakeUp: wakeUp)
    mainThread = try start(main)
  }

  // MARK: What clients ask for

  /// The subshells, the oldest first.
  var ids: [String] { subshells.compactMap(\.shell.id) }

  /// Begins a subshell.
  /// - Parameter id: one that no other has had.
  mutating func create(id: String) throws(KernelError) {
    guard subshells.count < Self.limit else {
      throw KernelError(
        "this kernel has \(Self.limit) subshells, and no room for more: delete one that is not needed")
    }
    lastNumber += 1
    let shell = Shell(id: id, number: lastNumber, room: room, wakeUp: wakeUp)
    subshells.append((shell, try start(shell)))
  }

  /// Ends a subshell. A cell that it runs is interrupted, and has its reply when it has heeded that.
  /// - Returns: the requests that waited for their turn; nobody will answer them.
  mutating func delete(id: String) throws(UnknownSubshell) -> [Request] {
    guard let index = subshells.firstIndex(where: { $0.shell.id == id }) else {
      throw UnknownSubshell(id: id)
    }
    let (shell, thread) = subshells.remove(at: index)
    thread.detach()
    return shell.close()
  }

  /// The shell that a request is meant for. A kernel without subshells passes over what the header says of them.
  func shell(for request: Request) throws(UnknownSubshell) -> Shell {
    guard hasSubshells, let id = request.header.subshellID else { return main }
    guard let subshell = subshells.first(where: { $0.shell.id == id }) else { throw UnknownSubshell(id: id) }
    return subshell.shell
  }

  /// Asks every cell that is being run to stop. The protocol has no way to name one of them.
  func interrupt() {
    for shell in all { shell.running.interrupt() }
  }

  // MARK: All together

  /// The main shell first.
  var all: [Shell] { [main] + subshells.map(\.shell) }

  /// Whether a further request can wait in any of them.
  var haveRoom: Bool { !room.isFull }

  /// Those that wait until all that has arrived is in their queues.
  var wantingSweep: [Shell] { all.filter(\.queue.isSweepWanted) }

  /// Whether a client has asked one of them for the end of the kernel.
  var isEndWanted: Bool { all.contains { $0.running.isEndWanted } }

  /// Brings all evaluation to its end.
  func close() {
    for shell in all { shell.close() }
  }

  var areOver: Bool { all.allSatisfy(\.running.isEvaluationOver) }

  /// Waits for the threads that have come to their end, and leaves the others to themselves.
  consuming func finish() {
    for (shell, thread) in [(main, mainThread)] + subshells {
      if shell.running.isEvaluationOver { thread.join() } else { thread.detach() }
    }
  }
}

/// A subshell that is not there, or no longer. The wording is ipykernel's.
struct UnknownSubshell: Error, CustomStringConvertible {
  let id: String

  /// What error replies call it.
  static let name = "UnknownSubshellError"

  var description: String { "Unknown subshell_id '\(id)'" }
}
