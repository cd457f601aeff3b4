import Language

/// A function whose arguments are set by controls, and whose results stand below them.
///
/// Source: Jupyter widget messaging protocol 2.1; `interact` of ipywidgets 8.
final class Interaction: WidgetGroup {
  private let controls: [Control]
  private let function: Value
  /// The arguments as the controls stand.
  private var arguments: [Value]
  /// Whether they have changed since the function was called.
  private var isCallDue = false
  /// How often it was called, and the call whose results are shown: two shells can be at it at the same time.
  private var calls = (begun: 0, shown: 0)
  private(set) var models = OpenModels()
  /// The ids of the controls' models, and of the one that shows the results.
  private var controlIDs: [String] = []
  private var outputID = ""

  /// - Parameter function: takes as many arguments as there are controls.
  init(_ controls: [Control], _ function: Value) {
    self.controls = controls
    self.function = function
    arguments = controls.map(\.start)
  }

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
    let column = open(comms, collected.outputs)
    machine.workspace.widgets.add(self, comms)
    // Where there are no widgets, in a file and in a console, stands what the function gave first.
    output.show(collected.summary.beside(widget: column), id: nil)
  }

  private func call(_ machine: Machine) throws -> Value { try machine.call(function, arguments) }

  /// Opens the models.
  /// - Returns: the id of the one that shows all others.
  private func open(_ comms: any WidgetComms, _ outputs: WidgetValue) -> String {
    let layout = models.open(.layout(), on: comms)
    for control in controls {
      let style = models.open(control.style, on: comms)
      controlIDs.append(models.open(control.model(layout: layout, style: style), on: comms))
    }
    outputID = models.open(.output(outputs, layout: layout), on: comms)
    // Marked as ipywidgets marks what its `interact` shows.
    let classes = ["widget-interact"]
    return models.open(.column(of: controlIDs + [outputID], layout: layout, classes: classes), on: comms)
  }

  // MARK: Messages of a front end

  func adopt(_ state: [String: WidgetValue], of id: String, _ comms: any WidgetComms) {
    let control = controlIDs.firstIndex(of: id)
    var accepted: [String: WidgetValue] = [:]
    var refused: [String: WidgetValue] = [:]
    for (key, value) in state {
      guard let control, key == controls[control].key else {
        accepted[key] = value
        continue
      }
      let own = models[id]?[key]
      guard let argument = controls[control].argument(for: value) else {
        refused[key] = own
        continue
      }
      accepted[key] = value
      isCallDue = isCallDue || value != own
      arguments[control] = argument
    }
    models.note(accepted, of: id)
    if !accepted.isEmpty { comms.echo(accepted, of: id) }
    if !refused.isEmpty { comms.update(refused, of: id) }
  }

  /// None of its widgets is a button.
  func notePress(of id: String, _ comms: any WidgetComms) {}

  func act(
    on output: any Output, _ comms: any WidgetComms, in session: Session, observer: (any Observer)?
  ) {
    if isReady(comms) { repeatCall(on: output, comms, in: session, observer: observer) }
  }

  var functions: [Value] { [function] }

  /// Whether the function is to be called: a control has moved, and no later move of one waits.
  private func isReady(_ comms: any WidgetComms) -> Bool {
    isCallDue && !controlIDs.contains { comms.hasWaitingMessage(on: $0) }
  }

  /// Calls the function with the arguments as they are now, and shows what comes of it in place of what was there.
  private func repeatCall(
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
    models.set(["outputs": collected.outputs], of: outputID, on: comms)
  }

  /// The text that messages about the function quote.
  private var source: Source {
    switch function {
    case .function(let function): function.code.source
    case .library(let function): Source(name: "interact", text: function.name)
    default: Source(name: "interact", text: function.kind)
    }
  }
}
