extension Session {
  /// A front end opened a comm.
  /// - Returns: whether it has a target that the language knows.
  public func isKnown(commTarget target: String) -> Bool { target == controlTarget }

  /// A front end said something on an open comm.
  ///
  /// Several moves of the controls of one `interact` that arrived meanwhile cost one call of its function.
  /// - Parameter observer: a debugger that looks on while the function is called.
  public func receive(
    _ message: WidgetValue, on comm: String, target: String, output: any Output,
    observer: (any Observer)? = nil
  ) {
    machine.inTurn { heed(message, on: comm, target: target, output, observer) }
  }

  private func heed(
    _ message: WidgetValue, on comm: String, target: String, _ output: any Output, _ observer: (any Observer)?
  ) {
    guard let comms = output.comms else { return }
    guard target != controlTarget else {
      if message["method"]?.text == "request_states" {
        comms.send(
          [
            "method": "update_states", "states": .object(machine.workspace.widgets.states),
            "buffer_paths": [],
          ],
          on: comm)
      }
      return
    }
    guard let group = machine.workspace.widgets[comm] else { return }
    group.heed(message, on: comm, comms)
    group.act(on: output, comms, in: self, observer: observer)
  }

  /// A front end closed a comm: what it stood for goes as a whole.
  public func closed(comm: String, output: any Output) {
    machine.inTurn { machine.workspace.widgets.remove(comm, output.comms, closed: comm) }
  }
}

/// Over which a front end that has just been opened asks for all models.
private let controlTarget = "jupyter.widget.control"
