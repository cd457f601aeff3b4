import JupyterProtocol
import Logging

/// The loop of the thread that owns the sockets: it takes messages in, answers heartbeat and control at once,
/// hands shell on to the evaluation threads, and sends what the other threads have to say.
struct Switchboard {
  let sockets: Sockets
  let info: KernelInfoReply
  let outlet: Outlet
  var shells: Shells
  let inputs: InputDesk
  let comms: OpenComms
  /// What debug requests are about; nil if the language has no debugger.
  let debugger: DebugDesk?
  let logger: Logger
  let wakeUp: WakeUp
  var gate: Gate
  var sender: Sender
  var surroundings: Surroundings?
  var drops = DropLog()
  var usage = UsageMeter()
  var hasStarted = false
  var subscriber = FirstSubscriber()
  /// When the kernel ends even if an evaluation thread does not; nil while it serves.
  var deadline: Moment?

  /// Messages taken from one socket before the others get their turn again.
  private static let turn = 100
  /// How long a cell may take to heed that the kernel ends, in milliseconds.
  private static let patience = 60

  /// Serves until a client asks the kernel to end.
  mutating func run() throws(KernelError) {
    // Shell is the last, so that it can be left out while too much waits.
    var poller = Poller(
      [sockets.control, sockets.heartbeat, sockets.stdin, sockets.iopub, sockets.shell],
      descriptor: wakeUp.descriptor)
    while !isOver {
      try poller.wait(milliseconds: sleep, first: shells.haveRoom ? 5 : 4)
      wakeUp.clear()
      heedSurroundings()
      try receive()
      if shells.isEndWanted { end() }
      try sender.send(from: outlet.outbox)
    }
    sender.isInHaste = true
    try sender.send(from: outlet.outbox)
    outlet.outbox.close()
  }

  private var isOver: Bool {
    guard let deadline else { return false }
    return shells.areOver || deadline <= .now
  }

  /// How long nothing has to be done, in milliseconds.
  private var sleep: Int? {
    [sender.nextTurn, deadline, surroundings?.nextTurn, subscriber.nextTurn].compactMap {
      $0?.millisecondsLeft
    }.min()
  }

  private mutating func heedSurroundings() {
    while let event = surroundings?.nextEvent() {
      switch event {
      case .interrupt:
        shells.interrupt()
      case .end(let reason):
        logger.info("the kernel ends: \(reason)")
        end()
      }
    }
  }

  private mutating func receive() throws(KernelError) {
    try takeTurn(at: sockets.control) { board, frames in
      if let request = board.admit(frames, on: .control) { board.takeControl(request) }
    }
    try takeTurn(at: sockets.heartbeat) { board, frames throws(KernelError) in
      _ = try board.sockets.heartbeat.send(frames)
    }
    try takeTurn(at: sockets.stdin) { board, frames in
      if let request = board.admit(frames, on: .stdin) { board.takeInput(request) }
    }
    try takeTurn(at: sockets.iopub) { board, frames in board.welcome(frames) }

    for request in subscriber.released() where deadline == nil { handOn(request) }
    let sweeping = shells.wantingSweep
    let isSweep = !sweeping.isEmpty
    try takeTurn(at: sockets.shell, of: isSweep ? .max : Switchboard.turn) { board, frames in
      if let request = board.admit(frames, on: .shell) { board.takeShell(request) }
    } while: { board in
      isSweep || board.shells.haveRoom
    }
    for shell in sweeping { shell.queue.finishSweep() }
  }

  /// Takes the messages that have arrived at a socket, up to a number that leaves the others their turn.
  private mutating func takeTurn(
    at socket: Socket, of count: Int = turn,
    _ take: (inout Self, [[UInt8]]) throws(KernelError) -> Void,
    while hasRoom: (Self) -> Bool = { _ in true }
  ) throws(KernelError) {
    for _ in 0..<count where hasRoom(self) {
      guard let frames = try socket.receive() else { return }
      try take(&self, frames)
    }
  }

  private mutating func admit(_ frames: [[UInt8]], on channel: Request.Channel) -> Request? {
    do { return try gate.admit(frames, on: channel) } catch {
      drops.note("dropped a message on \(channel): \(error)", logger)
      return nil
    }
  }

  /// Says `starting`, once: as soon as a front end listens, and before anything else.
  private mutating func start() {
    if hasStarted { return }
    hasStarted = true
    outlet.publish(Status(.starting), parent: nil)
  }

  /// Greets a new subscriber. The first byte of its message is 1; 0 takes a subscription back.
  private mutating func welcome(_ frames: [[UInt8]]) {
    guard let message = frames.first, message.first == 1,
      let topic = String(validating: message.dropFirst(), as: UTF8.self)
    else { return }
    outlet.welcome(topic)
    start()
    subscriber.arrive()
  }

  private mutating func takeInput(_ request: Request) {
    do {
      let reply = try InputReply(request.content)
      let question = try? JSON(request.message.parentHeader)["msg_id"]?.string
      if !inputs.answer(reply.value, to: question, from: request) {
        drops.note("dropped an answer on stdin that nobody waits for", logger)
      }
    } catch {
      drops.note("dropped a message on stdin: \(error)", logger)
    }
  }

  private mutating func takeShell(_ request: Request) {
    start()
    if deadline == nil, !subscriber.holdsBack(request) { handOn(request) }
  }

  /// Whatever can be asked on shell can be asked on control too, and waits for its turn in the shell all the same.
  private mutating func takeControl(_ request: Request) {
    if request.isForShell { takeShell(request) } else { answerControl(request) }
  }

  /// Answers while a cell may be running.
  private mutating func answerControl(_ request: Request) {
    start()
    outlet.publish(Status(.busy), parent: request)
    switch request.header.messageType {
    case ShutdownRequest.messageType:
      // A client that wants the kernel to end is not refused for the sake of a field.
      let content = (try? ShutdownRequest(request.content)) ?? ShutdownRequest(restart: false)
      outlet.sayFarewell(content, to: request)
      end()
    case "interrupt_request":
      shells.interrupt()
      outlet.reply(InterruptReply(), to: request)
    case "kernel_info_request":
      outlet.reply(info, to: request)
    case "usage_request":
      outlet.reply(usage.measure(), to: request)
    case "create_subshell_request", DeleteSubshellRequest.messageType, "list_subshell_request":
      answerAboutSubshells(request)
    case DebugRequest.messageType:
      // What only a thread that evaluates can answer, it also closes with idle.
      if let debugger, !DebugSession(desk: debugger, shells: shells).answer(request) { return }
    default:
      logger.debug("no answer to a request of unknown type on control")
    }
    outlet.publish(Status(.idle), parent: request)
  }

  /// Brings the evaluation threads to their end.
  private mutating func end() {
    guard deadline == nil else { return }
    deadline = .now + Switchboard.patience
    shells.close()
  }
}
