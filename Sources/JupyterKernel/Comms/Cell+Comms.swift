import JupyterProtocol

extension Cell {
  /// Opens a comm in every front end that has the target. One that has not closes it again, of which the language is
  /// told.
  /// - Parameters:
  ///   - target: what the front ends are to talk through it: `jupyter.widget`.
  ///   - message: what the target is to know.
  public func openComm(target: String, _ message: Comm.Message = Comm.Message()) -> Comm {
    let comm = Comm(id: outlet.newMessageID(), target: target, comms: comms)
    comms.insert(comm)
    post(CommOpen(id: comm.id, target: target, data: message.data), with: message)
    return comm
  }

  /// The open comm of this id; nil if there is none.
  public func comm(_ id: String) -> Comm? { comms[id] }

  /// Sends a message on a comm. Front ends keep a state that it changes, so a silent cell sends it too.
  func post(_ content: some MessageContent, with message: Comm.Message) {
    guard hasRoom else { return }
    afterPrinted {
      outlet.publish(content, metadata: message.metadata, buffers: message.buffers, parent: request)
    }
  }
}
