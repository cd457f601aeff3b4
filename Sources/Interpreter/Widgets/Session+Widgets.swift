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
            "method": "update_states", "states": .object(machine.workspace.interactions.states),
            "buffer_paths": [],
          ],
          on: comm)
      }
      return
    }
    guard let interaction = machine.workspace.interactions[comm] else { return }
    interaction.heed(message, on: comm, comms)
    if interaction.isReady(comms) {
      interaction.repeatCall(on: output, comms, in: self, observer: observer)
    }
  }

  /// A front end closed a comm: what it stood for goes as a whole.
  public func closed(comm: String, output: any Output) {
    machine.inTurn {
      guard let interaction = machine.workspace.interactions.remove(comm) else { return }
      for id in interaction.ids where id != comm { output.comms?.close(id) }
    }
  }
}

/// Over which a front end that has just been opened asks for all models.
private let controlTarget = "jupyter.widget.control"

/// The functions of a notebook that are moved by controls.
struct Interactions {
  private var open: [Interaction] = []
  private var byModel: [String: Interaction] = [:]

  /// So many can be moved; the oldest goes when there are more.
  static let limit = 100

  subscript(model: String) -> Interaction? { byModel[model] }

  /// Adds one.
  /// - Returns: the one that had to go for it.
  mutating func add(_ interaction: Interaction) -> Interaction? {
    open.append(interaction)
    for id in interaction.ids { byModel[id] = interaction }
    return open.count > Self.limit ? open[0].ids.first.flatMap { remove($0) } : nil
  }

  /// Removes the one that a model belongs to.
  mutating func remove(_ model: String) -> Interaction? {
    guard let interaction = byModel[model] else { return nil }
    for id in interaction.ids { byModel[id] = nil }
    open.removeAll { $0 === interaction }
    return interaction
  }

  /// What the controls call.
  var functions: [Value] { open.map(\.function) }

  /// Comm id → model, of all.
  var states: [String: WidgetValue] {
    open.reduce(into: [:]) { $0.merge($1.states) { $1 } }
  }
}
