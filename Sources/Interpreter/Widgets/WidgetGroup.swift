/// Widgets that are shown together and go together, such as the controls of an `interact` and its results.
protocol WidgetGroup: AnyObject {
  var models: OpenModels { get }

  /// A front end has set members of a model's state that the model has.
  func adopt(_ state: [String: WidgetValue], of id: String, _ comms: any WidgetComms)

  /// A button was pressed.
  func notePress(of id: String, _ comms: any WidgetComms)

  /// Does what the messages heeded so far ask for.
  /// - Parameter observer: a debugger that looks on.
  func act(on output: any Output, _ comms: any WidgetComms, in session: Session, observer: (any Observer)?)

  /// What the widgets call.
  var functions: [Value] { get }
}

extension WidgetGroup {
  /// Heeds what a front end says of one of the models.
  func heed(_ message: WidgetValue, on id: String, _ comms: any WidgetComms) {
    guard let own = models[id] else { return }
    switch message["method"]?.text {
    case "request_state": comms.update(own, of: id)
    case "update": adopt((message["state"]?.object ?? [:]).filter { own[$0.key] != nil }, of: id, comms)
    case "custom" where message.isPress: notePress(of: id, comms)
    default: break
    }
  }
}

extension WidgetValue {
  /// Whether it is what a front end says of a button that was pressed.
  var isPress: Bool { self["method"]?.text == "custom" && self["content"]?["event"]?.text == "click" }
}

/// The groups of widgets that a notebook has open.
struct WidgetGroups {
  private var open: [any WidgetGroup] = []
  private var byModel: [String: any WidgetGroup] = [:]

  /// So many can be open; the oldest goes when there are more.
  static let limit = 100

  subscript(model: String) -> (any WidgetGroup)? { byModel[model] }

  /// Adds one. If another one had to go for it, its models are closed.
  mutating func add(_ group: any WidgetGroup, _ comms: any WidgetComms) {
    open.append(group)
    for id in group.models.ids { byModel[id] = group }
    guard open.count > Self.limit, let oldest = open[0].models.ids.first else { return }
    remove(oldest, comms)
  }

  /// Removes the one that a model belongs to, and closes its models.
  /// - Parameter closed: a model that a front end has closed already.
  mutating func remove(_ model: String, _ comms: (any WidgetComms)?, closed: String? = nil) {
    guard let group = byModel[model] else { return }
    for id in group.models.ids {
      byModel[id] = nil
      if id != closed { comms?.close(id) }
    }
    open.removeAll { $0 === group }
  }

  /// What all of them call.
  var functions: [Value] { open.flatMap(\.functions) }

  /// Comm id → model, of all.
  var states: [String: WidgetValue] {
    open.reduce(into: [:]) { $0.merge($1.models.states) { $1 } }
  }
}
