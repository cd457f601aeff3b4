import Testing

@testable import Interpreter

/// Which control stands for which argument.
struct ControlTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let argument: String
    let model: String
    let members: [String: WidgetValue]
    /// What the function is called with at first, as a cell shows it.
    let start: String

    init(_ argument: String, _ model: String, _ members: [String: WidgetValue], start: String) {
      self.argument = argument
      self.model = model
      self.members = members
      self.start = start
    }

    var testDescription: String { argument }
  }

  static let cases = [
    Case(
      "1...10", "IntSlider", ["min": 1, "max": 10, "step": 1, "value": 5, "readout_format": "d"], start: "5"),
    Case("0..<10", "IntSlider", ["min": 0, "max": 9, "value": 4], start: "4"),
    Case("-3...4", "IntSlider", ["min": -3, "max": 4, "value": 0], start: "0"),
    Case("(0, 100, 25)", "IntSlider", ["min": 0, "max": 100, "step": 25, "value": 50], start: "50"),
    Case("7", "IntSlider", ["min": -7, "max": 21, "value": 7], start: "7"),
    Case("-2", "IntSlider", ["min": -6, "max": 2, "value": -2], start: "-2"),
    Case("0", "IntSlider", ["min": 0, "max": 1, "value": 0], start: "0"),
    Case(
      "0.0...1.0", "FloatSlider",
      ["min": 0.0, "max": 1.0, "step": 0.01, "value": 0.5, "readout_format": ".2f"], start: "0.5"),
    Case("0.0..<1.0", "FloatSlider", ["min": 0.0, "max": 0.99, "step": 0.01], start: "0.49"),
    Case("0...2.5", "FloatSlider", ["min": 0.0, "max": 2.5, "step": 0.02, "value": 1.24], start: "1.24"),
    Case(
      "(0.0, 1.0, 0.25)", "FloatSlider", ["step": 0.25, "value": 0.5, "readout_format": ".2f"], start: "0.5"),
    Case(
      "0.01", "FloatSlider", ["min": -0.01, "max": 0.03, "step": 0.0002, "readout_format": ".4f"],
      start: "0.01"),
    Case(
      "[\"tanh\", \"relu\"]", "Dropdown", ["_options_labels": ["tanh", "relu"], "index": 0], start: "\"tanh\""
    ),
    Case("[0.1, 0.01]", "Dropdown", ["_options_labels": ["0.1", "0.01"]], start: "0.1"),
    Case("[\"small\": 8, \"large\": 64]", "Dropdown", ["_options_labels": ["small", "large"]], start: "8"),
    Case("stride(from: 0, to: 10, by: 5)", "Dropdown", ["_options_labels": ["0", "5"]], start: "0"),
    Case("true", "Checkbox", ["value": true, "indent": true], start: "true"),
    Case("\"a title\"", "Text", ["value": "a title", "continuous_update": true], start: "\"a title\""),
  ]

  @Test("An argument is moved by the control that suits it", arguments: cases)
  func kinds(_ test: Case) throws {
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: "interact(x: \(test.argument)) { x in x }")
    let state = frontEnd.state(frontEnd.control("x"))
    #expect(state["_model_name"] == .text(test.model + "Model"))
    for (key, value) in test.members { #expect(state[key] == value, "\(key)") }
    #expect(frontEnd.shown == [test.start])
  }

  @Test("A chosen entry of a menu is the value itself, whatever its label is")
  func menu() throws {
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: "interact(f: [\"one\": sin, \"two\": cos]) { f in f(0) }")
    #expect(frontEnd.shown == ["0.0"])
    frontEnd.set("index", to: 1, of: frontEnd.control("f"))
    #expect(frontEnd.shown == ["1.0"])
  }

  @Test("A long label gets the room that it needs")
  func labelWidth() throws {
    let frontEnd = WidgetFrontEnd()
    try frontEnd.notebook.run(all: "interact(k: 1...2, numberOfNeurons: 1...9) { k, numberOfNeurons in k }")
    let widths = frontEnd.models.compactMap { $0.state["description_width"] }
    #expect(widths == ["", "initial"])
  }

  @Test(
    "A slider moves by 1, 2 or 5 times a power of ten",
    arguments: [(1, 0.01), (10, 0.1), (6.28, 0.05), (0.04, 0.0002), (3, 0.02), (250, 2)])
  func steps(width: Double, step: Double) {
    #expect(abs(SliderSteps.step(of: width) / step - 1) < 1e-12)
  }

  @Test("A slider shows as many digits as tell its places apart")
  func formats() {
    #expect(SliderSteps.format(step: 0.25, from: 0) == ".2f")
    #expect(SliderSteps.format(step: 1, from: 0.5) == ".1f")
    #expect(SliderSteps.format(step: 2, from: 0) == ".0f")
    #expect(SliderSteps.format(step: 1e-9, from: 0) == ".3g")
    #expect(SliderSteps.format(step: 1.0 / 3, from: 0) == ".3g")
  }

  @Test("The width of the smallest number there is has a step, too")
  func narrowest() throws {
    let step = SliderSteps.step(of: .leastNonzeroMagnitude)
    #expect(step > 0)
  }

  @Test(
    "What makes no control is refused in words, before the function is called",
    arguments: [
      ("nil", "`interact` makes no control of `x`: it is nil"),
      ("iris()", "`interact` makes no control of `x`: it is a data set"),
      ("[]", "`x` has no choices"), ("[:]", "`x` has no choices"),
      ("5...1", "`x` leaves a slider no room: 5...1"), ("1..<2", "`x` leaves a slider no room: 1..<2"),
      ("1.0...1.0", "`x` leaves a slider no room: 1.0...1.0"),
      ("0.0...inf", "`x` has numbers that are too large for a slider"),
      ("-1e308...1e308", "`x` has numbers that are too large for a slider"),
      ("nan", "`x` has numbers that are too large for a slider"),
      ("9007199254740993", "`x` has numbers that are too large for a slider"),
      ("0...9007199254740993", "`x` has numbers that are too large for a slider"),
      ("(0.0, 1.0, 1e-320)", "the step of `x` is too small for its range: (0.0, 1.0, 1e-320)"),
      ("(0, 1, 0)", "the step of `x` must be above 0, but it is 0"),
      ("(1, 2, 3, 4)", "`interact` makes no control of `x`: it is a tuple"),
      ("(0, \"b\")", "`interact` makes no control of `x`: it is a tuple"),
      ("(0..<1001).map { i in i }", "`x` has 1001 choices, but a menu has at most 1000"),
    ])
  func refusals(argument: String, message: String) throws {
    let notebook = Notebook()
    #expect(notebook.message("interact(x: \(argument)) { x in print(x) }") == message)
    #expect(notebook.printed == "")
  }
}
