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

  /// The optional parts of the protocol that the kernel has.
  private var features: [String] {
    (hasSubshells ? ["kernel subshells"] : []) + (debuggable == nil ? [] : ["debugger"])
  }

  /// Binds the sockets and serves.
  /// - Parameter surroundings: asked for once the sockets are bound; nil leaves the process's signals alone.
  func serve(
    _ file: ConnectionFile, wakeUp: WakeUp, surroundings: () -> Surroundings?
  ) throws(KernelError) {
    let sockets = try Sockets(file)
    let signing = Signing(key: file.key, scheme: file.signatureScheme)
    let outlet = Outlet(signing: signing, outbox: Outbox(wakeUp: wakeUp))
    let inputs = InputDesk()
    let debugger = debuggable.map { DebugDesk($0, fileExtension: language.fileExtension, outlet: outlet) }
    let info = KernelInfoReply(language, features: features)
    let record = CellRecord(Past(file: historyFile, logger: logger))
    let comms = OpenComms()
    let isMainMade = Monitor(false)
    let ports = file.ports

    let shells = try Shells(hasSubshells: hasSubshells, wakeUp: wakeUp) {
      [logger, makeInterpreter] shell throws(KernelError) in
      try DeepThread {
        if shell.id != nil { isMainMade.wait { $0 ? () : nil } }
        let interpreter = makeInterpreter()
        isMainMade.withLock { $0 = true }
        var evaluation = Evaluation(
          info: info, ports: ports, queue: shell.queue, running: shell.running, outlet: outlet,
          inputs: inputs, comms: comms, debugger: debugger.map { DebugThread(desk: $0, id: shell.number) },
          logger: logger, interpreter: interpreter, record: record)
        evaluation.run()
        shell.running.evaluationIsOver()
      }
    }
    var switchboard = Switchboard(
      sockets: sockets, info: info, outlet: outlet, shells: shells, inputs: inputs, comms: comms,
      debugger: debugger, logger: logger, wakeUp: wakeUp,
      gate: Gate(signing: signing, ownSession: outlet.session),
      sender: Sender(sockets: sockets, logger: logger),
      surroundings: surroundings())
    try switchboard.run()
    switchboard.shells.finish()
  }
}
