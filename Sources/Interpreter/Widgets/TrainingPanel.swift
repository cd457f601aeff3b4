/// A training that is under way, as widgets: a bar, a button that ends it, a line of words and the curve of the loss.
///
/// When it has ended the widgets go and leave a picture of how it went: a saved notebook shows what it showed.
///
/// Source: Jupyter widget messaging protocol 2.1.
final class TrainingPanel: ProgressView, WidgetGroup {
  private let output: any Output
  private let comms: any WidgetComms
  private let workspace: Workspace
  private(set) var models = OpenModels()
  private var bar = ""
  private var words = ""
  private var curve = ""
  private var button = ""
  /// The display that shows the widgets; empty until there is one.
  private var displayID = ""

  /// - Parameter comms: of the front end that the output belongs to.
  init(_ output: any Output, _ comms: any WidgetComms, in workspace: Workspace) {
    self.output = output
    self.comms = comms
    self.workspace = workspace
  }

  // MARK: What it shows

  func show(_ progress: ProgressDrawing) {
    guard !displayID.isEmpty else { return open(progress) }
    // A front end without widgets closes them: there the picture goes on in their place.
    guard workspace.widgets[button] != nil else { return output.update(progress.display, id: displayID) }
    models.set(["value": .number(progress.fraction)], of: bar, on: comms)
    models.set(["value": .text(progress.words)], of: words, on: comms)
    models.set(["value": .text(progress.curve)], of: curve, on: comms)
    // A front end may have but one shell for its messages, which is busy training.
    if comms.waitingMessages(on: button).contains(where: \.isPress) { notePress(of: button, comms) }
  }

  func finish(_ end: ProgressDrawing) {
    guard !displayID.isEmpty else { return }
    output.update(Display(text: end.words, formats: ["image/svg+xml": end.svg]), id: displayID)
    workspace.widgets.remove(button, comms)
  }

  private func open(_ progress: ProgressDrawing) {
    bar = shown(
      "FloatProgress", view: "ProgressView", layout: ["flex": "1 1 auto", "width": "auto"],
      style: .style("Progress", ["bar_color"], labelWidth: ""),
      [
        "bar_style": "", "min": 0, "max": 1, "orientation": "horizontal",
        "value": .number(progress.fraction),
      ])
    let buttonStyle = ["button_color"] + Self.lettering
    button = models.open(
      .button(
        "Stop", icon: "stop", tooltip: "End the training after this step; the cell goes on",
        layout: models.open(.layout(["width": "90px"]), on: comms),
        style: models.open(.style("Button", buttonStyle, labelWidth: nil), on: comms)), on: comms)
    words = shown(
      "Label", layout: [:], style: .style("Label", ["background"] + Self.lettering, labelWidth: ""),
      ["placeholder": "\u{200B}", "value": .text(progress.words)])
    curve = shown(
      "HTML", layout: [:],
      style: .style("HTML", ["background", "font_size", "text_color"], labelWidth: ""),
      ["placeholder": "\u{200B}", "value": .text(progress.curve)])
    // The picture of the curve with the margins that a front end puts around it.
    let width: [String: WidgetValue] = ["width": "\(ProgressDrawing.width + 8)px", "max_width": "100%"]
    let layout = models.open(.layout(width), on: comms)
    let row = models.open(.row(of: [bar, button], layout: layout), on: comms)
    let column = models.open(.column(of: [row, words, curve], layout: layout), on: comms)
    workspace.widgets.add(self, comms)
    displayID = ProgressDrawing.newDisplayID()
    output.show(progress.display.beside(widget: column), id: displayID)
  }

  /// What the styles of a button and of a line of words have in common.
  private static let lettering = [
    "font_family", "font_size", "font_style", "font_variant", "font_weight", "text_color", "text_decoration",
  ]

  private func shown(
    _ kind: String, view: String? = nil, layout: [String: WidgetValue], style: WidgetModel,
    _ state: [String: WidgetValue]
  ) -> String {
    let layout = models.open(.layout(layout), on: comms)
    let style = models.open(style, on: comms)
    return models.open(.shown(kind, view: view, layout: layout, style: style, state), on: comms)
  }

  // MARK: What a front end says

  private(set) var isStopWanted = false

  func notePress(of id: String, _ comms: any WidgetComms) {
    guard id == button, !isStopWanted else { return }
    isStopWanted = true
    models.set(["disabled": true, "description": "Stopping"], of: button, on: comms)
  }

  /// What it shows is the training's to say: what a front end sets is taken back.
  func adopt(_ state: [String: WidgetValue], of id: String, _ comms: any WidgetComms) {
    let own = (models[id] ?? [:]).filter { state[$0.key] != nil }
    if !own.isEmpty { comms.update(own, of: id) }
  }

  /// The training looks by itself whether it is to end.
  func act(on output: any Output, _ comms: any WidgetComms, in session: Session, observer: (any Observer)?) {}

  var functions: [Value] { [] }
}
