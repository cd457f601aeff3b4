import JupyterProtocol
import Logging

/// Answers the requests of one shell, one after the other, on a thread of its own. It alone knows the language.
struct Evaluation {
  let info: KernelInfoReply
  let ports: [ConnectionFile.Socket: Int]
  let queue: RequestQueue
  let running: RunningCell
  let outlet: Outlet
  let inputs: InputDesk
  let comms: OpenComms
  /// Where a debugger asks; nil if the language has none.
  let debugger: DebugThread?
  let logger: Logger
  var interpreter: any Interpreter
  let record: CellRecord
  /// The last cell that failed and took others with it.
  var failure: Failure?
  /// Requests that were queued behind it, to be answered and not run.
  var fallen: [Request] = []

  /// Serves until the queue is closed.
  mutating func run() {
    while let request = queue.next() {
      answerDebugger(request)
      if request.isDebuggerCall { continue }
      let isLarge = request.message.size > FreedMemory.worthwhile
      serve(request)
      // Results must not pile up faster than the front end reads them.
      _ = outlet.outbox.waitForRoom { false }
      if queue.isEmpty { record.save() }
      if queue.shrink() || isLarge { FreedMemory.giveBack() }
    }
    record.save()
    debugger?.leave()
  }

  /// Answers what a debugger asks between two requests.
  private func answerDebugger(_ request: Request) {
    guard let debugger, let language = interpreter as? any Debuggable else { return }
    if request.isDebuggerCall { debugger.heed() }
    if request.isDebuggerCall || debugger.hasQuestions {
      language.betweenCells { debugger.answerQuestions($0) }
    }
  }

  private mutating func serve(_ request: Request) {
    surround(request) { $0.answerOrRefuse(request) }
    for request in fallen {
      surround(request) { $0.abort(request) }
      _ = outlet.outbox.waitForRoom { false }
    }
    fallen = []
  }

  /// Everything that a request causes comes between busy and idle, under its header.
  private mutating func surround(_ request: Request, _ body: (inout Self) -> Void) {
    running.beginRequest()
    outlet.publish(Status(.busy), parent: request)
    body(&self)
    outlet.publish(Status(.idle), parent: request)
    running.endRequest()
  }

  private mutating func answerOrRefuse(_ request: Request) {
    do { try answer(request) } catch {
      logger.warning("\(error)")
      guard let type = request.replyType else { return }
      outlet.reply(ErrorReply(to: type, name: "InvalidMessage", message: "\(error)"), to: request)
    }
  }

  private mutating func answer(_ request: Request) throws(ContentError) {
    let content = request.content
    switch request.header.messageType {
    case ExecuteRequest.messageType:
      try execute(ExecuteRequest(content), request)
    case CompleteRequest.messageType:
      outlet.reply(complete(try CompleteRequest(content)), to: request)
    case InspectRequest.messageType:
      let asked = try InspectRequest(content)
      let bundle = interpreter.inspect(asked.code, at: asked.cursor, detail: asked.detail)
      outlet.reply(InspectReply(bundle), to: request)
    case IsCompleteRequest.messageType:
      outlet.reply(isComplete(try IsCompleteRequest(content)), to: request)
    case HistoryRequest.messageType:
      let asked = try HistoryRequest(content)
      outlet.reply(
        HistoryReply(record.entries(for: asked.access), includesOutput: asked.includesOutput), to: request)
    case "kernel_info_request":
      outlet.reply(info, to: request)
    case "connect_request":
      outlet.reply(ConnectReply(ports: ports), to: request)
    case CommInfoRequest.messageType:
      let open = comms.all(target: try CommInfoRequest(content).target)
      outlet.reply(CommInfoReply(comms: open.map { ($0.id, $0.target) }), to: request)
    case CommOpen.messageType, CommMessage.messageType, CommClose.messageType:
      try heedComm(request)
    case ShutdownRequest.messageType:
      outlet.sayFarewell(try ShutdownRequest(content), to: request)
      running.requestEnd()
    default:
      logger.debug("no answer to a request of unknown type on shell")
    }
  }

  private mutating func complete(_ request: CompleteRequest) -> CompleteReply {
    let completion = interpreter.complete(request.code, at: request.cursor)
    let types = completion.matches.map { match -> JSON in
      // "<unknown>" is the front ends' word for no type.
      var entry: JSON.Object = [
        "text": .string(match.text), "type": .string(match.type ?? "<unknown>"),
        "start": .integer(completion.range.lowerBound), "end": .integer(completion.range.upperBound),
      ]
      if let signature = match.signature { entry["signature"] = .string(signature) }
      if let documentation = match.documentation { entry["documentation"] = .string(documentation) }
      return .object(entry)
    }
    return CompleteReply(
      matches: completion.matches.map(\.text), range: completion.range,
      metadata: types.isEmpty ? [:] : ["_jupyter_types_experimental": .array(types)])
  }

  private mutating func isComplete(_ request: IsCompleteRequest) -> IsCompleteReply {
    switch interpreter.isComplete(request.code) {
    case .complete: IsCompleteReply(.complete)
    case .incomplete(let indent): IsCompleteReply(.incomplete, indent: indent)
    case .invalid: IsCompleteReply(.invalid)
    case .unknown: IsCompleteReply(.unknown)
    }
  }
}
