/// What a front end knows of one widget: which it is, and its state.
struct WidgetModel {
  var state: [String: WidgetValue]

  var name: WidgetValue { state["_model_name"] ?? .null }

  /// A model of ipywidgets' own, with a view unless it is a part of others.
  private init(
    _ name: String, view: String? = nil, in module: String, version: String = "2.0.0",
    viewModule: String? = nil, _ state: [String: WidgetValue]
  ) {
    let identity: [String: WidgetValue] = [
      "_model_name": .text(name + "Model"), "_model_module": .text(module),
      "_model_module_version": .text(version),
      "_view_name": .text(view ?? name + "View"), "_view_module": .text(viewModule ?? module),
      "_view_module_version": .text(version), "_view_count": nil,
    ]
    self.state = identity.merging(state) { $1 }
  }

  /// What stands for a model in another's state.
  static func reference(to id: String) -> WidgetValue { .text("IPY_MODEL_" + id) }
}

extension WidgetModel {
  private static let base = "@jupyter-widgets/base"
  private static let controls = "@jupyter-widgets/controls"
  private static let output = "@jupyter-widgets/output"

  /// What every widget has that can be seen.
  private static func visible(_ layout: String) -> [String: WidgetValue] {
    ["_dom_classes": [], "layout": reference(to: layout), "tabbable": nil, "tooltip": nil]
  }

  /// A control with a label, such as a slider.
  /// - Parameter state: what is special to its kind.
  static func control(
    _ kind: String, label: String, layout: String, style: String, _ state: [String: WidgetValue]
  ) -> WidgetModel {
    let common: [String: WidgetValue] = [
      "description": .text(label), "description_allow_html": false, "disabled": false,
      "style": reference(to: style),
    ]
    return WidgetModel(
      kind, in: controls, visible(layout).merging(common) { $1 }.merging(state) { $1 })
  }

  /// How a control is coloured and how wide its label is.
  /// - Parameters:
  ///   - properties: what can be set for its kind; nothing is.
  ///   - labelWidth: nil for a kind that has no label.
  static func style(_ kind: String, _ properties: [String], labelWidth: String?) -> WidgetModel {
    var state: [String: WidgetValue] = [:]
    if let labelWidth { state["description_width"] = .text(labelWidth) }
    for property in properties { state[property] = .null }
    return WidgetModel(kind + "Style", view: "StyleView", in: controls, viewModule: base, state)
  }

  /// A button to press.
  static func button(
    _ text: String, icon: String, tooltip: String, layout: String, style: String
  ) -> WidgetModel {
    var state = visible(layout)
    state["tooltip"] = .text(tooltip)
    let own: [String: WidgetValue] = [
      "description": .text(text), "disabled": false, "button_style": "", "icon": .text(icon),
      "style": reference(to: style),
    ]
    return WidgetModel("Button", in: controls, state.merging(own) { $1 })
  }

  /// What shows something and is not moved by hand: a bar, a line of words, a piece of HTML.
  /// - Parameter state: what is special to its kind.
  static func shown(
    _ kind: String, view: String? = nil, layout: String, style: String, _ state: [String: WidgetValue]
  ) -> WidgetModel {
    let common: [String: WidgetValue] = [
      "description": "", "description_allow_html": false, "style": reference(to: style),
    ]
    return WidgetModel(
      kind, view: view, in: controls, visible(layout).merging(common) { $1 }.merging(state) { $1 })
  }

  /// Widgets under each other.
  /// - Parameter classes: names by which the page's style sheets know it.
  static func column(of children: [String], layout: String, classes: [String] = []) -> WidgetModel {
    box("VBox", of: children, layout: layout, classes: classes)
  }

  /// Widgets beside each other.
  static func row(of children: [String], layout: String) -> WidgetModel {
    box("HBox", of: children, layout: layout, classes: [])
  }

  private static func box(
    _ kind: String, of children: [String], layout: String, classes: [String]
  ) -> WidgetModel {
    var state = visible(layout)
    state["_dom_classes"] = .list(classes.map(WidgetValue.text))
    state["box_style"] = ""
    state["children"] = .list(children.map(reference))
    return WidgetModel(kind, in: controls, state)
  }

  /// An area that shows outputs as a cell does.
  static func output(_ outputs: WidgetValue, layout: String) -> WidgetModel {
    var state = visible(layout)
    state["msg_id"] = ""
    state["outputs"] = outputs
    return WidgetModel("Output", in: output, version: "1.0.0", state)
  }

  /// Where a widget stands and how large it is.
  /// - Parameter given: properties of CSS, with underscores; the rest is as the front end thinks best.
  static func layout(_ given: [String: WidgetValue] = [:]) -> WidgetModel {
    let properties = [
      "align_content", "align_items", "align_self", "border_bottom", "border_left", "border_right",
      "border_top", "bottom", "display", "flex", "flex_flow", "grid_area", "grid_auto_columns",
      "grid_auto_flow", "grid_auto_rows", "grid_column", "grid_gap", "grid_row", "grid_template_areas",
      "grid_template_columns", "grid_template_rows", "height", "justify_content", "justify_items", "left",
      "margin", "max_height", "max_width", "min_height", "min_width", "object_fit", "object_position",
      "order", "overflow", "padding", "right", "top", "visibility", "width",
    ]
    let free = Dictionary(uniqueKeysWithValues: properties.map { ($0, WidgetValue.null) })
    return WidgetModel("Layout", in: base, free.merging(given) { $1 })
  }
}

extension Display {
  /// The display for front ends without widgets, beside a widget for those that have them.
  /// - Parameter id: of the widget's model.
  func beside(widget id: String) -> Display {
    var display = self
    display.formats["application/vnd.jupyter.widget-view+json"] =
      "{\"version_major\":2,\"version_minor\":0,\"model_id\":\"\(id)\"}"
    return display
  }
}
