/// Models that are open in the front ends, parts before wholes: the id of each one's comm, and its state.
struct OpenModels {
  private var models: [(id: String, model: WidgetModel)] = []

  /// The ids in the order in which the models were opened.
  var ids: [String] { models.map(\.id) }

  /// The state of a model; nil if there is none of this id.
  subscript(id: String) -> [String: WidgetValue]? {
    models.first { $0.id == id }?.model.state
  }

  /// Opens a model in the front ends.
  /// - Returns: its id.
  mutating func open(_ model: WidgetModel, on comms: any WidgetComms) -> String {
    let id = comms.open(model)
    models.append((id, model))
    return id
  }

  /// Notes a part of a model's state as the front ends have it.
  mutating func note(_ part: [String: WidgetValue], of id: String) {
    guard let index = models.firstIndex(where: { $0.id == id }) else { return }
    models[index].model.state.merge(part) { $1 }
  }

  /// Changes a part of a model's state, here and in the front ends.
  mutating func set(_ part: [String: WidgetValue], of id: String, on comms: any WidgetComms) {
    note(part, of: id)
    comms.update(part, of: id)
  }

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
