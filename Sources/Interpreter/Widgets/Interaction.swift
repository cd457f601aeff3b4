import Language

/// A function whose arguments are set by controls, and whose results stand below them.
///
/// Source: Jupyter widget messaging protocol 2.1; `interact` of ipywidgets 8.
final class Interaction {
  private let controls: [Control]
  let function: Value
  /// The arguments as the controls stand.
  private var arguments: [Value]
  /// Whether they have changed since the function was called.
  private var isCallDue = false
  /// How often it was called, and the call whose results are shown: two shells can be at it at the same time.
  private var calls = (begun: 0, shown: 0)
  /// The models in the order in which they were opened: comm id and state.
  private var models: [(id: String, model: WidgetModel)] = []
  /// The ids of the controls' models, and of the one that shows the results.
  private var controlIDs: [String] = []
  private var outputID = ""

  /// - Parameter function: takes as many arguments as there are controls.
  init(_ controls: [Control], _ function: Value) {
    self.controls = controls
    self.function = function
    arguments = controls.map(\.start)
  }

  /// The ids of all its models.
  var ids: [String] { models.map(\.id) }

  // MARK: The first time

  /// Calls the function in the cell that declares it, and shows what comes of it: with controls where the front end
  /// can have them.
  func begin(on output: any Output, _ machine: Machine) throws {
    guard let comms = output.comms else {
      try machine.show(call(machine))
      return
    }
    let collected = CollectedOutput(for: output)
    machine.output = collected
    defer { machine.output = output }
    do { try machine.show(call(machine)) } catch {
      collected.replay()
      throw error
    }
    open(comms, collected.outputs)
    // Where there are no widgets, in a file and in a console, stands what the function gave first.
    var display = collected.summary
    display.formats["application/vnd.jupyter.widget-view+json"] =
      "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"\(ids.last ?? "")\"}"
    output.show(display, id: nil)
  }

  private func call(_ machine: Machine) throws -> Value { try machine.call(function, arguments) }

  /// Opens the models, parts before wholes.
  private func open(_ comms: any WidgetComms, _ outputs: WidgetValue) {
    func open(_ model: WidgetModel) -> String {
      let id = comms.open(model)
      models.append((id, model))
      return id
    }
    let layout = open(.layout)
    for control in controls {
      let style = open(control.style)
      controlIDs.append(open(control.model(layout: layout, style: style)))
    }
    outputID = open(.output(outputs, layout: layout))
    _ = open(.column(of: controlIDs + [outputID], layout: layout))
  }

  // MARK: Messages of a front end

  /// Heeds what a front end says of one of the models.
  func heed(_ message: WidgetValue, on id: String, _ comms: any WidgetComms) {
    guard let index = models.firstIndex(where: { $0.id == id }) else { return }
    switch message["method"]?.text {
    case "request_state": comms.update(models[index].model.state, of: id)
    case "update": adopt(message["state"]?.object ?? [:], index, comms)
    // Nothing that is shown here sends messages of its own.
    default: break
    }
  }

  private func adopt(_ state: [String: WidgetValue], _ index: Int, _ comms: any WidgetComms) {
    let id = models[index].id
    let control = controlIDs.firstIndex(of: id)
    var accepted: [String: WidgetValue] = [:]
    var refused: [String: WidgetValue] = [:]
    for (key, value) in state {
      guard let own = models[index].model.state[key] else { continue }
      guard let control, key == controls[control].key else {
        accepted[key] = value
        continue
      }
      guard let argument = controls[control].argument(for: value) else {
        refused[key] = own
        continue
      }
      accepted[key] = value
      isCallDue = isCallDue || value != own
      arguments[control] = argument
    }
    models[index].model.state.merge(accepted) { $1 }
    if !accepted.isEmpty { comms.echo(accepted, of: id) }
    if !refused.isEmpty { comms.update(refused, of: id) }
  }

  /// Whether the function is to be called: a control has moved, and no later move of one waits.
  func isReady(_ comms: any WidgetComms) -> Bool {
    isCallDue && !controlIDs.contains { comms.hasWaitingMessage(on: $0) }
  }

  /// Calls the function with the arguments as they are now, and shows what comes of it in place of what was there.
  func repeatCall(
    on output: any Output, _ comms: any WidgetComms, in session: Session, observer: (any Observer)?
  ) {
    isCallDue = false
    calls.begun += 1
    let number = calls.begun
    let collected = CollectedOutput(for: output) { [self] in show($0, ofCall: number, comms) }
    let outcome = session.whole(in: source, output: collected, observer: observer) { machine in
      try machine.show(call(machine))
      return nil
    }
    switch outcome {
    case .finished: break
    case .failed(let failure), .interrupted(let failure): collected.fail(failure)
    }
    show(collected, ofCall: number, comms)
  }

  /// Shows the results of a call, unless those of a later one are there already.
  private func show(_ collected: CollectedOutput, ofCall number: Int, _ comms: any WidgetComms) {
    guard number >= calls.shown else { return }
    calls.shown = number
    let outputs = collected.outputs
    if let index = models.firstIndex(where: { $0.id == outputID }) {
      models[index].model.state["outputs"] = outputs
    }
    comms.update(["outputs": outputs], of: outputID)
  }

  /// The text that messages about the function quote.
  private var source: Source {
    switch function {
    case .function(let function): function.code.source
    case .library(let function): Source(name: "interact", text: function.name)
    default: Source(name: "interact", text: function.kind)
    }
  }

  // MARK: The state as a whole

  /// Comm id → the model, as a front end asks for it that has just been opened.
  var states: [String: WidgetValue] {
    let entries = models.map { id, model in
      (
        id,
        [
          "model_name": model.name, "model_module": model.state["_model_module"] ?? nil,
          "model_module_version": model.state["_model_module_version"] ?? nil,
          "state": .object(model.state),
        ] as WidgetValue
      )
    }
    return Dictionary(entries) { $1 }
  }
}
