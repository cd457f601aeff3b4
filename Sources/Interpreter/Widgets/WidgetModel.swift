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
  /// - Parameter properties: what can be set for its kind; nothing is.
  static func style(_ kind: String, _ properties: [String], labelWidth: String) -> WidgetModel {
    var state: [String: WidgetValue] = ["description_width": .text(labelWidth)]
    for property in properties { state[property] = .null }
    return WidgetModel(kind + "Style", view: "StyleView", in: controls, viewModule: base, state)
  }

  /// A column of widgets, marked as ipywidgets marks what its `interact` shows.
  static func column(of children: [String], layout: String) -> WidgetModel {
    var state = visible(layout)
    state["_dom_classes"] = ["widget-interact"]
    state["box_style"] = ""
    state["children"] = .list(children.map(reference))
    return WidgetModel("VBox", in: controls, state)
  }

  /// An area that shows outputs as a cell does.
  static func output(_ outputs: WidgetValue, layout: String) -> WidgetModel {
    var state = visible(layout)
    state["msg_id"] = ""
    state["outputs"] = outputs
    return WidgetModel("Output", in: output, version: "1.0.0", state)
  }

  /// Where a widget stands and how large it is: as the front end thinks best.
  static var layout: WidgetModel {
    let properties = [
      "align_content", "align_items", "align_self", "border_bottom", "border_left", "border_right",
      "border_top", "bottom", "display", "flex", "flex_flow", "grid_area", "grid_auto_columns",
      "grid_auto_flow", "grid_auto_rows", "grid_column", "grid_gap", "grid_row", "grid_template_areas",
      "grid_template_columns", "grid_template_rows", "height", "justify_content", "justify_items", "left",
      "margin", "max_height", "max_width", "min_height", "min_width", "object_fit", "object_position",
      "order", "overflow", "padding", "right", "top", "visibility", "width",
    ]
    return WidgetModel("Layout", in: base, Dictionary(uniqueKeysWithValues: properties.map { ($0, .null) }))
  }
}
