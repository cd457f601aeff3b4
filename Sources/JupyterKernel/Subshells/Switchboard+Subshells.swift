import JupyterProtocol

extension Switchboard {
  /// Begins, ends and names subshells.
  mutating func answerAboutSubshells(_ request: Request) {
    let type = request.header.messageType
    guard shells.hasSubshells else {
      return logger.error("no answer to \(type): the language has no subshells")
    }
    do {
      switch type {
      case "create_subshell_request":
        let id = outlet.newSubshellID()
        try shells.create(id: id)
        outlet.reply(CreateSubshellReply(id: id), to: request)
      case DeleteSubshellRequest.messageType:
        let id = try DeleteSubshellRequest(request.content).id
        let left = try shells.delete(id: id)
        outlet.reply(DeleteSubshellReply(), to: request)
        // What wakes the shell for a debugger's questions has been answered already, or is when it ends.
        for request in left where !request.isDebuggerCall {
          comms.noteTurn(of: request)
          refuse(request, UnknownSubshell(id: id))
        }
      default:
        outlet.reply(ListSubshellReply(ids: shells.ids), to: request)
      }
    } catch {
      guard let type = request.replyType else { return }
      let name =
        switch error {
        case is UnknownSubshell: UnknownSubshell.name
        case is ContentError: "InvalidMessage"
        default: "NoSubshell"
        }
      outlet.reply(ErrorReply(to: type, name: name, message: "\(error)"), to: request)
    }
  }

  /// Hands a request on to the shell that it is meant for. A front end that connects while a cell runs waits for
  /// `kernel_info_reply` before it does anything else, as before it asks for a subshell: it has it at once.
  func handOn(_ request: Request) {
    do {
      let shell = try shells.shell(for: request)
      if request.header.messageType == "kernel_info_request", shell.queue.mayOvertake(request) {
        return surround(request) { outlet.reply(info, to: request) }
      }
      comms.noteArrival(of: request)
      shell.queue.append(request)
    } catch {
      refuse(request, error)
    }
  }

  /// Answers a request to a subshell that is not there. Of a message that wants no reply, the client hears that it
  /// has been dealt with.
  private func refuse(_ request: Request, _ error: UnknownSubshell) {
    surround(request) {
      guard let type = request.replyType else { return }
      outlet.reply(ErrorReply(to: type, name: UnknownSubshell.name, message: "\(error)"), to: request)
    }
  }

  private func surround(_ request: Request, _ body: () -> Void) {
    outlet.publish(Status(.busy), parent: request)
    body()
    outlet.publish(Status(.idle), parent: request)
  }
}
