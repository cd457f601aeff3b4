import OrderedCollections

/// Something that a person can move, tick, choose or write in, and that stands for an argument of a function.
struct Control {
  /// The label that the argument has in the call.
  let name: String
  private let kind: Kind

  private enum Kind {
    case integers(Int, Int, step: Int, start: Int)
    case numbers(Double, Double, step: Double, start: Double)
    case choices(labels: [String], values: [Value])
    case flag(Bool)
    case text(String)
  }

  /// How many choices a menu may have.
  private static let mostChoices = 1_000

  /// The control for an argument, by the same rules as ipywidgets' `interact`.
  init(_ name: String, _ value: Value) throws {
    self.name = name
    switch value {
    case .boolean(let isOn): kind = .flag(isOn)
    case .string(let text): kind = .text(text)
    case .int(let number): kind = try Control.slider(name, around: number)
    case .range(let range): kind = try Control.slider(name, range)
    case .tuple(let tuple) where (2...3).contains(tuple.values.count):
      kind = try Control.slider(name, tuple.values, value)
    case .array(let values): kind = try Control.menu(name, values.map(\.text), values)
    case .dictionary(let choices):
      kind = try Control.menu(name, choices.keys.map(\.text), Array(choices.values))
    default:
      guard let number = value.number else { throw Control.unknown(name, value) }
      kind = try Control.slider(name, around: number)
    }
  }

  private static func unknown(_ name: String, _ value: Value) -> Fault {
    Fault(
      .typeMismatch, "`interact` makes no control of `\(name)`: it is \(value.kind)",
      help: [
        "a range `0...10`, `0.0...1.0` or a number is a slider, a list a menu, `true` a box to tick, a text a field"
      ])
  }

  // MARK: Menus

  private static func menu(_ name: String, _ labels: [String], _ values: [Value]) throws -> Kind {
    guard !values.isEmpty else {
      throw Fault(
        .invalidValue, "`\(name)` has no choices",
        help: ["give a list with at least one value, such as `[\"tanh\", \"relu\"]`"])
    }
    guard values.count <= mostChoices else {
      throw Fault(
        .limitExceeded, "`\(name)` has \(values.count) choices, but a menu has at most \(mostChoices)",
        help: ["a range such as `1...\(values.count)` is a slider"])
    }
    return .choices(labels: labels.map { $0.replacing("\n", with: " ") }, values: values)
  }

  // MARK: Sliders

  /// The largest whole number that a front end, which counts in `Double`, tells from the next.
  private static let largest: UInt = 1 << 53

  /// How many steps of a slider a hand and a front end can tell apart, by far.
  private static let mostPlaces = 1e9

  private static func slider(_ name: String, around number: Int) throws -> Kind {
    guard number.magnitude <= largest / 3 else { throw tooLarge(name) }
    if number == 0 { return .integers(0, 1, step: 1, start: 0) }
    return .integers(min(-number, 3 * number), max(-number, 3 * number), step: 1, start: number)
  }

  private static func slider(_ name: String, around number: Double) throws -> Kind {
    guard number.isFinite, (3 * number).isFinite else { throw tooLarge(name) }
    let (low, high) = number == 0 ? (0, 1) : (min(-number, 3 * number), max(-number, 3 * number))
    return .numbers(low, high, step: SliderSteps.step(of: high - low), start: number)
  }

  private static func slider(_ name: String, _ range: RangeValue) throws -> Kind {
    guard let lower = range.lower, let upper = range.upper else {
      throw Fault(
        .invalidValue, "`\(name)` needs both ends of its range, but this is \(range.text)",
        help: ["write `0...10`"])
    }
    guard !range.isClosed else { return try slider(name, [lower, upper], .range(range)) }
    if case .int = lower, case .int(let end) = upper {
      guard end.magnitude <= largest else { throw tooLarge(name) }
      return try slider(name, [lower, .int(end - 1)], .range(range))
    }
    guard let low = lower.number, let high = upper.number else { throw unknown(name, .range(range)) }
    let step = SliderSteps.step(of: high - low)
    return try slider(name, [lower, .double(high - step), .double(step)], .range(range))
  }

  /// - Parameters:
  ///   - ends: the lowest and the highest value, and the step if one is given.
  ///   - source: what they were given as.
  private static func slider(_ name: String, _ ends: [Value], _ source: Value) throws -> Kind {
    let numbers = try ends.map { end in
      guard let number = end.number else { throw unknown(name, source) }
      return number
    }
    guard numbers.allSatisfy(\.isFinite), (numbers[1] - numbers[0]).isFinite else { throw tooLarge(name) }
    guard numbers[0] < numbers[1] else {
      throw Fault(
        .invalidValue, "`\(name)` leaves a slider no room: \(source.description)",
        help: ["the first end must be less than the last"])
    }
    guard numbers.count < 3 || numbers[2] > 0 else {
      throw Fault(.invalidValue, "the step of `\(name)` must be above 0, but it is \(ends[2].brief)")
    }
    guard numbers.count < 3 || (numbers[1] - numbers[0]) / numbers[2] <= mostPlaces else {
      throw Fault(
        .invalidValue, "the step of `\(name)` is too small for its range: \(source.description)",
        help: ["without a step the slider takes one that suits the range"])
    }
    let integers = ends.compactMap { if case .int(let value) = $0 { value } else { nil } }
    guard integers.count == ends.count else {
      let step = numbers.count == 3 ? numbers[2] : SliderSteps.step(of: numbers[1] - numbers[0])
      let middle = ((numbers[1] - numbers[0]) / 2 / step).rounded(.down)
      return .numbers(numbers[0], numbers[1], step: step, start: numbers[0] + middle * step)
    }
    guard integers.allSatisfy({ $0.magnitude <= largest }) else { throw tooLarge(name) }
    let step = integers.count == 3 ? integers[2] : 1
    let middle = (integers[1] - integers[0]) / 2 / step
    return .integers(integers[0], integers[1], step: step, start: integers[0] + middle * step)
  }

  private static func tooLarge(_ name: String) -> Fault {
    Fault(.invalidValue, "`\(name)` has numbers that are too large for a slider")
  }
}

extension Control {
  /// The argument when the control has not been moved yet: the middle of a range, the first of a list.
  var start: Value {
    switch kind {
    case .integers(_, _, _, let start): .int(start)
    case .numbers(_, _, _, let start): .double(start)
    case .choices(_, let values): values[0]
    case .flag(let isOn): .boolean(isOn)
    case .text(let text): .string(text)
    }
  }

  /// The member of the model's state that holds what a person sets.
  var key: String { if case .choices = kind { "index" } else { "value" } }

  /// The argument for what a front end says was set; nil for what the control cannot stand at.
  func argument(for state: WidgetValue) -> Value? {
    switch kind {
    case .integers(let low, let high, _, _):
      state.integer.flatMap { (low...high).contains($0) ? .int($0) : nil }
    case .numbers(let low, let high, _, _):
      state.number.flatMap { (low...high).contains($0) ? .double($0) : nil }
    case .choices(_, let values):
      state.integer.flatMap { values.indices.contains($0) ? values[$0] : nil }
    case .flag: state.boolean.map(Value.boolean)
    case .text: state.text.map(Value.string)
    }
  }

  // MARK: Models

  /// The model of its colours and of its label.
  var style: WidgetModel {
    // A long name gets the room that it needs; short ones stand under each other.
    let width = name.count > 12 ? "initial" : ""
    switch kind {
    case .integers, .numbers: return .style("Slider", ["handle_color"], labelWidth: width)
    case .choices: return .style("Description", [], labelWidth: width)
    case .flag: return .style("Checkbox", ["background"], labelWidth: width)
    case .text: return .style("Text", ["background", "font_size", "text_color"], labelWidth: width)
    }
  }

  /// The model of the control itself.
  /// - Parameters: the ids of the models that it refers to.
  func model(layout: String, style: String) -> WidgetModel {
    func model(_ kind: String, _ state: [String: WidgetValue]) -> WidgetModel {
      .control(kind, label: name, layout: layout, style: style, state)
    }
    let slider: [String: WidgetValue] = [
      "behavior": "drag-tap", "continuous_update": true, "orientation": "horizontal", "readout": true,
    ]
    switch kind {
    case .integers(let low, let high, let step, let start):
      let numbers: [String: WidgetValue] = [
        "min": .integer(low), "max": .integer(high), "step": .integer(step), "value": .integer(start),
        "readout_format": "d",
      ]
      return model("IntSlider", slider.merging(numbers) { $1 })
    case .numbers(let low, let high, let step, let start):
      let numbers: [String: WidgetValue] = [
        "min": .number(low), "max": .number(high), "step": .number(step), "value": .number(start),
        "readout_format": .text(SliderSteps.format(step: step, from: low)),
      ]
      return model("FloatSlider", slider.merging(numbers) { $1 })
    case .choices(let labels, _):
      return model("Dropdown", ["_options_labels": .list(labels.map(WidgetValue.text)), "index": 0])
    case .flag(let isOn): return model("Checkbox", ["indent": true, "value": .boolean(isOn)])
    case .text(let text):
      return model(
        "Text", ["continuous_update": true, "placeholder": "\u{200B}", "value": .text(text)])
    }
  }
}
