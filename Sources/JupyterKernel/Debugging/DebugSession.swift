import JupyterProtocol

/// Answers debug requests on the thread that owns the sockets, whatever the evaluation thread does. Questions about
/// values it hands on.
struct DebugSession {
  let desk: DebugDesk
  /// Whose cells are debugged: those of subshells are not.
  let shell: Shell

  /// Commands that are answered even if the debugger has not been started: a front end shows variables without it.
  private static let commandsOfAnyTime: Set<String> = [
    "initialize", "debugInfo", "inspectVariables", "richInspectVariables", "variables", "modules",
  ]

  /// Answers a request.
  /// - Returns: false if the evaluation thread will, and will say `idle` then.
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
      if Inspector.commands.contains(asked.command) {
        try hand(on: DebugDesk.Question(request: request, asked: asked))
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
    let (isStarted, stop) = desk.withState { ($0.isStarted, $0.stop) }
    guard isStarted || Self.commandsOfAnyTime.contains(asked.command) else {
      throw ContentError("\(asked.command): the debugger has not been started: send `initialize` first")
    }
    guard stop != nil || !Self.commandsOfStops.contains(asked.command) else {
      throw ContentError("\(asked.command): nothing is stopped")
    }
    if let thread = try asked.optionalInteger("threadId"), thread != DebugDesk.threadID {
      throw ContentError("\(asked.command): there is no thread \(thread), only \(DebugDesk.threadID)")
    }
  }

  private static let commandsOfStops = Inspector.commandsOfStops.union([
    "continue", "next", "stepIn", "stepOut", "exceptionInfo",
  ])

  private func hand(on question: DebugDesk.Question) throws(ContentError) {
    switch desk.ask(question) {
    case .refused:
      throw ContentError(
        "\(question.asked.command): \(DebugDesk.questionLimit) questions wait already; the running cell does not answer"
      )
    case .taken(let isCallNeeded):
      // A request from control in the queue does nothing but wake the evaluation thread.
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
      if try asked.flag("terminateDebuggee") { shell.running.interrupt() }
      desk.detach()
      return [:]
    case "terminate":
      shell.running.interrupt()
      desk.detach()
      return [:]
    case "debugInfo": return info()
    case "dumpCell": return ["sourcePath": .string(try dumpCell(asked))]
    case "source": return ["content": .string(try source(asked))]
    case "setBreakpoints": return try setBreakpoints(asked)
    case "setExceptionBreakpoints": return try setExceptionBreakpoints(asked)
    case "threads": return ["threads": [["id": .integer(DebugDesk.threadID), "name": "cells"]]]
    case "modules": return ["modules": [], "totalModules": 0]
    case "continue":
      goOn { _ in .freely }
      return ["allThreadsContinued": true]
    case "next": goOn { .over($0) }
    case "stepIn": goOn { .into($0) }
    case "stepOut": goOn { .out($0) }
    case "pause": try pause()
    case "exceptionInfo": return try exceptionInfo()
    default: throw ContentError("`\(asked.command)` is no command of this debugger")
    }
    return [:]
  }
}
