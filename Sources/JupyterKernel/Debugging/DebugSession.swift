import JupyterProtocol

/// Answers debug requests on the thread that owns the sockets, whatever the threads that evaluate do. Questions about
/// values it hands on to them.
struct DebugSession {
  let desk: DebugDesk
  /// Whose cells are debugged.
  let shells: Shells

  /// Commands that are answered even if the debugger has not been started: a front end shows variables without it.
  private static let commandsOfAnyTime: Set<String> = [
    "initialize", "debugInfo", "inspectVariables", "richInspectVariables", "variables", "modules",
  ]

  /// Answers a request.
  /// - Returns: false if a thread that evaluates will, and will say `idle` then.
  func answer(_ request: Request) -> Bool {
    let asked: DebugRequest
    do { asked = try DebugRequest(request.content) } catch {
      let unreadable = DebugRequest(
        sequence: request.content["seq"]?.integer ?? 0, command: request.content["command"]?.string ?? "")
      desk.reply(.failure(error), to: unreadable, request)
      return true
    }
    desk.withState { $0.parent = request }
    do {
      try requireState(for: asked)
      if Inspector.commands.contains(asked.command), let thread = try thread(toAnswer: asked) {
        try hand(DebugDesk.Question(request: request, asked: asked), to: thread)
        return false
      }
      let body = try body(for: asked)
      desk.reply(.success(body), to: asked, request)
      follow(asked)
    } catch {
      desk.reply(.failure(error), to: asked, request)
    }
    return true
  }

  private func requireState(for asked: DebugRequest) throws(ContentError) {
    let (isStarted, isStopped) = desk.withState { ($0.isStarted, !$0.stopped.isEmpty) }
    guard isStarted || Self.commandsOfAnyTime.contains(asked.command) else {
      throw ContentError("\(asked.command): the debugger has not been started: send `initialize` first")
    }
    guard isStopped || !Self.commandsOfStops.contains(asked.command) else {
      throw ContentError("\(asked.command): nothing is stopped")
    }
    if let thread = try asked.optionalInteger("threadId"),
      !shells.all.contains(where: { $0.number == thread })
    {
      throw ContentError(
        "\(asked.command): there is no thread \(thread): `threads` lists those that there are")
    }
  }

  private static let commandsOfStops = Inspector.commandsOfStops.union([
    "continue", "next", "stepIn", "stepOut", "exceptionInfo",
  ])

  private func hand(_ question: DebugDesk.Question, to thread: Int) throws(ContentError) {
    guard let shell = shells.all.first(where: { $0.number == thread }) else {
      throw ContentError("\(question.asked.command): the subshell is about to end")
    }
    switch desk.ask(question, of: thread) {
    case .refused:
      throw ContentError(
        "\(question.asked.command): \(DebugDesk.questionLimit) questions wait already; the running cell does not answer"
      )
    case .taken(let isCallNeeded):
      // A request from control in the queue does nothing but wake the thread that evaluates.
      if isCallNeeded { shell.queue.append(question.request) }
    }
  }

  /// What comes after a command has been answered.
  private func follow(_ asked: DebugRequest) {
    switch asked.command {
    case "attach": desk.tell("initialized")
    case "terminate": desk.tell("terminated")
    default: break
    }
  }

  private func body(for asked: DebugRequest) throws(ContentError) -> JSON.Object {
    switch asked.command {
    case "initialize":
      desk.withState { $0.isStarted = true }
      return Self.capabilities
    case "attach":
      desk.attach()
      return [:]
    case "configurationDone": return [:]
    case "disconnect":
      if try asked.flag("terminateDebuggee") { shells.interrupt() }
      desk.detach()
      return [:]
    case "terminate":
      shells.interrupt()
      desk.detach()
      return [:]
    case "debugInfo": return info()
    case "dumpCell": return ["sourcePath": .string(try dumpCell(asked))]
    case "source": return ["content": .string(try source(asked))]
    case "setBreakpoints": return try setBreakpoints(asked)
    case "setExceptionBreakpoints": return try setExceptionBreakpoints(asked)
    case "threads": return threads
    case "modules": return ["modules": [], "totalModules": 0]
    case "stackTrace": return ["stackFrames": [], "totalFrames": 0]
    case "continue": return try goOn(asked)
    case "next": try step(asked) { .over($0) }
    case "stepIn": try step(asked) { .into($0) }
    case "stepOut": try step(asked) { .out($0) }
    case "pause": try pause(asked)
    case "exceptionInfo": return try exceptionInfo(asked)
    default: throw ContentError("`\(asked.command)` is no command of this debugger")
    }
    return [:]
  }
}
