import Glibc
import JupyterProtocol

extension Kernel {
  /// Serves the clients until one of them asks the kernel to shut down. Blocks.
  ///
  /// A cell that does not heed its interruption may still be running when this returns, so the process should
  /// then end.
  /// - Throws: `KernelError` if the kernel cannot start: one line for the person who started it.
  public func run() throws {
    let file = try readConnectionFile()
    let wakeUp = try WakeUp()
    defer { Signals.uninstall() }
    try serve(file, wakeUp: wakeUp) { Surroundings(waking: wakeUp) }
  }

  /// Binds the sockets and serves.
  /// - Parameter surroundings: asked for once the sockets are bound; nil leaves the process's signals alone.
  func serve(
    _ file: ConnectionFile, wakeUp: WakeUp, surroundings: () -> Surroundings?
  ) throws(KernelError) {
    let sockets = try Sockets(file)
    let signing = Signing(key: file.key)
    let outlet = Outlet(signing: signing, outbox: Outbox(wakeUp: wakeUp))
    let queue = RequestQueue(wakeUp: wakeUp)
    let running = RunningCell(wakeUp: wakeUp)
    let inputs = InputDesk()
    let debugger = debuggable.map { DebugDesk($0, fileExtension: language.fileExtension, outlet: outlet) }
    let comms = OpenComms()
    let ports = file.ports

    let thread = try DeepThread { [language, logger, historyFile, makeInterpreter] in
      var evaluation = Evaluation(
        language: language, ports: ports, queue: queue, running: running, outlet: outlet, inputs: inputs,
        comms: comms, debugger: debugger, logger: logger, interpreter: makeInterpreter(),
        history: Past(file: historyFile, logger: logger))
      evaluation.run()
      running.evaluationIsOver()
    }
    var switchboard = Switchboard(
      sockets: sockets, language: language, outlet: outlet, queue: queue, running: running, inputs: inputs,
      comms: comms, debugging: debugger.map { DebugSession(desk: $0, queue: queue, running: running) },
      logger: logger, wakeUp: wakeUp, gate: Gate(signing: signing),
      sender: Sender(sockets: sockets, logger: logger), surroundings: surroundings())
    try switchboard.run()
    if running.isEvaluationOver { thread.join() } else { thread.detach() }
  }
}
