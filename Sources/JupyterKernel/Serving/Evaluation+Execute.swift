import JupyterProtocol

extension Evaluation {
  /// A cell that failed, and which requests fall with it.
  struct Failure {
    /// When the clients could first know of it, as headers write dates.
    let date: String
    /// Until when requests that were sent before that may still arrive.
    let deadline: Moment

    /// How long they may take, in milliseconds.
    static let grace = 50
  }

  /// Runs a cell and answers: input, output, result or error, then the reply.
  mutating func execute(_ asked: ExecuteRequest, _ request: Request) {
    if wasSentBeforeFailure(request) { return abort(request) }
    let executionCount = asked.storesHistory ? record.begin(asked.code) : record.count
    let cell = Cell(
      request: request, executionCount: executionCount, isSilent: asked.isSilent,
      allowsInput: asked.allowsStdin, outlet: outlet, inputs: inputs,
      comms: comms, debugger: debugger)
    running.begin(cell)
    debugger?.begin()
    defer {
      debugger?.end()
      running.end()
    }
    // Not part of the specification; JupyterLab notes with it when a cell began.
    let metadata: JSON.Object = ["started": .string(Outlet.timestamp())]
    cell.publish(ExecuteInput(code: asked.code, executionCount: executionCount))

    do {
      let result = try interpreter.execute(asked.code, in: cell)
      if let result {
        cell.publish(ExecuteResult(executionCount: executionCount, bundle: result))
        if asked.storesHistory { record.setOutput(result.text, line: executionCount) }
      }
      let expressions = evaluate(asked.userExpressions, in: cell)
      cell.flush()
      outlet.reply(
        ExecuteReply(executionCount: executionCount, payload: cell.payload, userExpressions: expressions),
        metadata: metadata, to: request)
    } catch {
      fail(CellError(describing: error), cell, asked, request, metadata)
    }
  }

  private mutating func evaluate(
    _ expressions: [(name: String, source: String)], in cell: Cell
  ) -> JSON.Object {
    // There may be very many, which a look-up of each name among the members would make slow. Of one name the last counts.
    var values: [(name: String, value: JSON)] = []
    var places: [String: Int] = [:]
    for (name, source) in expressions {
      let value: JSON
      do {
        let bundle = try interpreter.evaluate(userExpression: source, in: cell) ?? MIMEBundle()
        value = ["status": "ok", "data": .object(bundle.data), "metadata": .object(bundle.metadata)]
      } catch {
        let error = CellError(describing: error)
        value = ErrorReply(to: "", name: error.name, message: error.message, traceback: error.traceback).json
      }
      if let place = places[name] {
        values[place].value = value
      } else {
        places[name] = values.count
        values.append((name, value))
      }
    }
    return JSON.Object(members: values)
  }

  private mutating func fail(
    _ error: CellError, _ cell: Cell, _ asked: ExecuteRequest, _ request: Request, _ metadata: JSON.Object
  ) {
    cell.publish(ErrorReport(name: error.name, message: error.message, traceback: error.traceback))
    // What is queued must be known before the client hears of the error: what it sends then is to run.
    if asked.stopsOnError {
      fallen = queue.takeExecuteRequests()
      failure = Failure(date: Outlet.timestamp(), deadline: .now + Failure.grace)
    }
    outlet.reply(
      ErrorReply(
        to: "execute_reply", name: error.name, message: error.message, traceback: error.traceback,
        executionCount: cell.executionCount), metadata: metadata, to: request)
  }

  /// Answers a cell that is not run because one before it failed.
  func abort(_ request: Request) {
    outlet.reply(
      ErrorReply(
        to: "execute_reply", name: "Aborted", message: "not run: a cell before it failed",
        executionCount: record.count), to: request)
  }

  /// Whether the request was on its way when a cell failed, as the next cells of "Run All" are. A program that
  /// answers to the error sends its request later than the error's reply, by the same clock.
  private func wasSentBeforeFailure(_ request: Request) -> Bool {
    guard let failure, Moment.now < failure.deadline else { return false }
    let toMilliseconds = 23
    let date = request.header.date
    guard date.hasSuffix("Z"), date.utf8.count > toMilliseconds else { return false }
    // A clock that counts whole seconds says nothing here, and a cell that was not to fall must not.
    guard !date.prefix(toMilliseconds).hasSuffix(".000") else { return false }
    return date.prefix(toMilliseconds) < failure.date.prefix(toMilliseconds)
  }
}
