@testable import Interpreter

/// A front end with widgets: keeps the models that are opened, and moves controls.
final class WidgetFrontEnd: WidgetComms {
  let notebook = Notebook()
  /// Comm id → the model's state as the kernel said it last; in the order of their opening.
  private(set) var models: [(id: String, state: [String: WidgetValue])] = []
  /// What was sent since the last move: comm id and message.
  private(set) var sent: [(id: String, data: WidgetValue)] = []
  private(set) var closed: [String] = []
  private(set) var versions: [WidgetValue] = []
  /// The comms on which more is to come.
  var waiting: Set<String> = []
  /// What has come on a comm for a shell that is busy.
  var waitingMessages: [String: [WidgetValue]] = [:]

  /// What a person does at the moment at which a model appears, given by its name.
  var atOpening: [String: (_ id: String) -> Void] = [:]

  init() { notebook.output.comms = self }

  func open(target: String, data: WidgetValue, metadata: WidgetValue) -> String {
    let id = "m\(models.count)"
    models.append((id, data["state"]?.object ?? [:]))
    versions.append(metadata)
    if let name = data["state"]?["_model_name"]?.text { atOpening[name]?(id) }
    return id
  }

  func send(_ data: WidgetValue, on comm: String) {
    sent.append((comm, data))
    guard data["method"] == "update", let index = models.firstIndex(where: { $0.id == comm }) else { return }
    models[index].state.merge(data["state"]?.object ?? [:]) { $1 }
  }

  func close(_ comm: String) { closed.append(comm) }

  func hasWaitingMessage(on comm: String) -> Bool { waiting.contains(comm) }

  func waitingMessages(on comm: String) -> [WidgetValue] { waitingMessages[comm] ?? [] }

  // MARK: What a person does and sees

  /// The id of the control with a label, of the cell that was run last.
  func control(_ label: String) -> String {
    models.last { $0.state["description"] == .text(label) }?.id ?? "no control \(label)"
  }

  func state(_ id: String) -> [String: WidgetValue] { models.first { $0.id == id }?.state ?? [:] }

  /// Sets a member of a model's state.
  /// - Parameter session: of the shell that is told; nil for the main one.
  func set(_ key: String, to value: WidgetValue, of id: String, in session: Session? = nil) {
    tell(["method": "update", "state": [key: value], "buffer_paths": []], id, in: session)
  }

  func move(_ label: String, to value: WidgetValue, in session: Session? = nil) {
    set("value", to: value, of: control(label), in: session)
  }

  func tell(
    _ message: WidgetValue, _ id: String, target: String = "jupyter.widget", in session: Session? = nil
  ) {
    sent = []
    (session ?? notebook.session).receive(
      message, on: id, target: target, output: notebook.output, observer: notebook.observer)
  }

  static let press: WidgetValue = ["method": "custom", "content": ["event": "click"]]

  /// What the results' area of the last cell shows, a line each: texts, and errors by their first line.
  var shown: [String] {
    let model = models.last { $0.state["_model_name"] == "OutputModel" }
    guard case .list(let outputs)? = model?.state["outputs"] else { return [] }
    return outputs.map { output in
      if case .bundle(let display)? = output["data"] { return display.text }
      return output["text"]?.text ?? "\(output["ename"]?.text ?? "?"): \(output["evalue"]?.text ?? "?")"
    }
  }

  /// The methods of the messages since the last move.
  var methods: [String] { sent.compactMap { $0.data["method"]?.text } }
}
