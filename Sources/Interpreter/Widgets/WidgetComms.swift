/// The comms of a front end, over which widgets are shown and moved.
///
/// What is sent comes under the header of the cell, or of the front end's message, that is being worked on.
public protocol WidgetComms {
  /// Opens a comm and gives its id.
  func open(target: String, data: WidgetValue, metadata: WidgetValue) -> String

  func send(_ data: WidgetValue, on comm: String)

  func close(_ comm: String)

  /// Whether the front end has said more on a comm than was heeded yet.
  func hasWaitingMessage(on comm: String) -> Bool

  /// What the front end has said on a comm that was not heeded yet, because the shell that is to heed it is busy.
  func waitingMessages(on comm: String) -> [WidgetValue]
}

extension WidgetComms {
  /// Opens a model in the front end and gives its id.
  ///
  /// Source: Jupyter widget messaging protocol 2.1.
  func open(_ model: WidgetModel) -> String {
    open(
      target: "jupyter.widget", data: ["state": .object(model.state), "buffer_paths": []],
      metadata: ["version": "2.1.0"])
  }

  /// Tells the front end a part of a model's state.
  func update(_ state: [String: WidgetValue], of model: String) {
    send(["method": "update", "state": .object(state), "buffer_paths": []], on: model)
  }

  /// Tells every front end what one of them has set.
  func echo(_ state: [String: WidgetValue], of model: String) {
    send(["method": "echo_update", "state": .object(state), "buffer_paths": []], on: model)
  }
}
