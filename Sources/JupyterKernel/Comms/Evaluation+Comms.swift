import JupyterProtocol

extension Evaluation {
  /// Tells the language of what a front end does with a comm.
  mutating func heedComm(_ request: Request) throws(ContentError) {
    comms.noteTurn(of: request)
    switch request.header.messageType {
    case CommOpen.messageType: try open(CommOpen(request.content), request)
    case CommMessage.messageType: try receive(CommMessage(request.content), request)
    default: try close(CommClose(request.content), request)
    }
  }

  private mutating func open(_ content: CommOpen, _ request: Request) throws(ContentError) {
    let comm = Comm(id: content.id, target: content.target, comms: comms)
    let message = try Comm.Message(content.data, of: request)
    guard comms.insert(comm) else {
      return logger.warning("a comm was opened with the id of one that is open: passed over")
    }
    let isWanted = callBack(for: request) { interpreter, cell in
      try interpreter.opened(comm, message, in: cell)
    }
    // A comm that nobody answers must not seem open.
    guard isWanted != true, comms.remove(comm.id) != nil else { return }
    outlet.publish(CommClose(id: comm.id), parent: request)
  }

  private mutating func receive(_ content: CommMessage, _ request: Request) throws(ContentError) {
    let message = try Comm.Message(content.data, of: request)
    guard let comm = comms[content.id] else {
      return logger.warning("a message for a comm that is not open: passed over")
    }
    callBack(for: request) { interpreter, cell in try interpreter.received(message, on: comm, in: cell) }
  }

  private mutating func close(_ content: CommClose, _ request: Request) throws(ContentError) {
    let message = try Comm.Message(content.data, of: request)
    guard let comm = comms.remove(content.id) else {
      return logger.warning("the end of a comm that is not open: passed over")
    }
    callBack(for: request) { interpreter, cell in try interpreter.closed(comm, message, in: cell) }
  }

  /// Calls the language for a message on a comm. Nobody waits for an answer, so an error is printed.
  /// - Returns: nil if there was an error.
  @discardableResult
  private mutating func callBack<Result>(
    for request: Request, _ body: (inout any Interpreter, Cell) throws -> Result
  ) -> Result? {
    let cell = Cell(
      request: request, executionCount: record.count, isSilent: false, allowsInput: false, outlet: outlet,
      inputs: inputs, comms: comms, debugger: debugger)
    running.begin(cell)
    debugger?.begin()
    defer {
      cell.flush()
      debugger?.end()
      running.end()
    }
    do { return try body(&interpreter, cell) } catch {
      let lines = CellError(describing: error).traceback
      cell.write(lines.joined(separator: "\n") + "\n", to: .stderr)
      return nil
    }
  }
}

extension Comm.Message {
  /// What came with a request of which the data have been read.
  init(_ data: JSON.Object, of request: Request) throws(ContentError) {
    guard let metadata = try? JSON(request.message.metadata).object else {
      throw ContentError("\(request.header.messageType): the metadata are no JSON object")
    }
    self.init(data, metadata: metadata, buffers: request.message.buffers)
  }
}
