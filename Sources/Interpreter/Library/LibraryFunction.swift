import Language

/// A function of the library, declared once: evaluation, checking, completion, inspection and the reference all
/// read this.
public final class LibraryFunction {
  struct Parameter {
    let name: String
    let type: ValueType
    /// What the parameter is when a call leaves it out; nil where it must be given.
    let defaultValue: Value?
    /// Whether it takes any number of arguments.
    let isVariadic: Bool
    /// Whether these have labels, which the call makes up.
    var hasFreeLabels = false
    /// What PyTorch calls the parameter, where that is another word.
    var otherName: String?
    /// The numbers that it takes; nil for all.
    var bounds: NumberBounds?

    static func required(_ name: String, _ type: ValueType, in bounds: NumberBounds? = nil) -> Parameter {
      Parameter(name: name, type: type, defaultValue: nil, isVariadic: false, bounds: bounds)
    }

    static func optional(
      _ name: String, _ type: ValueType, _ defaultValue: Value, in bounds: NumberBounds? = nil
    ) -> Parameter {
      Parameter(name: name, type: type, defaultValue: defaultValue, isVariadic: false, bounds: bounds)
    }

    /// The parameter, which a call may name in PyTorch's way as well.
    func also(_ name: String) -> Parameter {
      var parameter = self
      parameter.otherName = name
      return parameter
    }

    /// Whether a label names the parameter: `weight_decay:` and `weightDecay:` are the same.
    func isCalled(_ label: String) -> Bool {
      name == label || otherName == label || inCamelCase(name) == inCamelCase(label)
    }

    /// The parameter in a signature: `count: 50`.
    var signature: String {
      if hasFreeLabels { return "\(name): …, …" }
      if isVariadic { return "\(name)…" }
      return defaultValue.map { "\(name): \($0.description)" } ?? name
    }

    /// Takes all arguments without a label that are left; what follows must be labelled.
    static func variadic(_ name: String, _ type: ValueType) -> Parameter {
      Parameter(name: name, type: type, defaultValue: .null, isVariadic: true)
    }

    /// Takes all arguments with a label, whatever it is; those without one go to the other parameters.
    static func labelled(_ name: String, _ type: ValueType) -> Parameter {
      Parameter(name: name, type: type, defaultValue: .null, isVariadic: true, hasFreeLabels: true)
    }
  }

  let name: String
  /// What the function does, in a sentence or two.
  let summary: String
  let parameters: [Parameter]
  /// A call that works as it stands; the tests run it.
  let example: String
  /// The paper or book that defines the function.
  let reference: String?
  /// What is known of a call before it runs; nil where nothing is.
  let shape: ShapeRule?
  let body: (Call) throws -> Value
  /// The implementation of a function of one value, which needs no more than that value.
  let unary: ((Value) throws -> Value)?
  /// One value for each parameter; `.unset` where it must be given.
  let defaults: [Value]

  init(
    _ name: String, _ summary: String, _ parameters: [Parameter], example: String, reference: String? = nil,
    shape: ShapeRule? = nil, body: @escaping (Call) throws -> Value
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.example = example
    self.reference = reference
    self.shape = shape
    self.body = body
    unary = nil
    defaults = parameters.map { $0.defaultValue ?? .unset }
  }

  /// A function of a single value.
  init(
    _ name: String, _ summary: String, _ parameter: String = "x", _ type: ValueType = .numeric,
    example: String,
    reference: String? = nil, shape: ShapeRule? = nil, unary: @escaping (Value) throws -> Value
  ) {
    self.name = name
    self.summary = summary
    parameters = [.required(parameter, type)]
    self.example = example
    self.reference = reference
    self.shape = shape
    self.unary = unary
    body = { try unary($0.values[0]) }
    defaults = [.unset]
  }

  /// The signature as the reference prints it: `linspace(from, to, count = 50, dtype: float32)`.
  var signature: String { "\(name)(\(parameters.map(\.signature).joined(separator: ", ")))" }

  /// How many arguments without a label it can be called with.
  var arity: ClosedRange<Int> {
    let isOpen = parameters.contains { $0.isVariadic && !$0.hasFreeLabels }
    return parameters.count { $0.defaultValue == nil }...(isOpen ? .max : parameters.count)
  }

  /// How it is called, as messages say it: with the parameters that must be given, and of the others the first.
  var usage: String {
    guard signature.count > Self.longestUsage else { return "it is called as `\(signature)`" }
    var isShown = parameters.map { $0.defaultValue == nil || $0.isVariadic }
    func text() -> String {
      let shown = zip(parameters, isShown).filter(\.1).map(\.0.signature)
      return "\(name)(\((shown + ["…"]).joined(separator: ", ")))"
    }
    for index in parameters.indices where !isShown[index] {
      isShown[index] = true
      if text().count > Self.longestExcerpt {
        isShown[index] = false
        break
      }
    }
    return "it is called as `\(text())`; `help(\(name))` shows the rest"
  }

  /// A longer signature is not read inside of a message.
  private static let longestUsage = 72
  /// How much of it is told then, unless what must be given is longer: with the rest of the sentence it fills a line.
  private static let longestExcerpt = 48
}

/// A name of several words as Swift writes it: `weight_decay` is `weightDecay`.
private func inCamelCase(_ name: String) -> String {
  let words = name.split(separator: "_")
  return words.dropFirst().reduce(String(words.first ?? "")) {
    $0 + $1.prefix(1).uppercased() + $1.dropFirst()
  }
}

/// What a parameter takes, in a reader's words.
enum ValueType: String {
  case any = "any value"
  case number = "a number"
  case integer = "an integer"
  case boolean = "true or false"
  case string = "a string"
  case numeric = "a number or a tensor"
  case tensor = "a tensor"
  case numbers = "a list of numbers"
  case namedNumbers = "a list or a dictionary of numbers"
  case array = "an array"
  case function = "a function"
  case work = "a function without arguments"
  case functionOfOne = "a function of one value"
  case functionOfTwo = "a function of two values"
  case dtype = "float32 or float64"
  case layer = "a layer"
  case activation = "an activation"
  case initialiser = "an initialiser"
  case loss = "a loss"
  case optimiser = "an optimiser"
  case schedule = "a learning-rate schedule"
  case history = "a history"
  case progress = "true, false or \"widget\""
  case dataset = "a data set"
  case range = "a range"
  case figure = "a figure"
  case control = "a range, a list, true or false, a text or a number under a label of your own"
  case functionOfControls = "a function of the controls' values"
}

extension LibraryFunction {
  /// What to do about a value of the wrong kind: for a file's name that stands before what is to be saved, or else
  /// what the parameter's type advises.
  func advice(for parameter: Parameter, given kind: ArgumentKind?, _ value: Value?) -> String? {
    if parameters.count >= 2, parameters[1].name == "path" {
      let isName: Bool = if case .string? = value { true } else { kind == .string }
      if isName ? parameter.name == parameters[0].name : parameter.name == "path" {
        return "the file's name comes last: `\(name)(\(parameters[0].name), \"…\")`"
      }
    }
    switch (parameter.name, kind) {
    case ("value", .data?) where name == "save": return "a data set is written by `saveCSV(data, \"x.csv\")`"
    case ("value", .list?) where name == "save", ("value", .tensor?) where name == "save":
      return "numbers are written by `saveNPY(x, \"x.npy\")`"
    case ("axis", .tuple?), ("axis", .list?):
      return "one axis at a time: `\(name)(\(name)(x, axis: 1), axis: 0)`"
    case (_, .function?) where parameter.isVariadic && parameters.contains { $0.name == "activation" },
      (_, .libraryFunction?) where parameter.isVariadic && parameters.contains { $0.name == "activation" },
      (_, .network?) where parameter.isVariadic && parameters.contains { $0.name == "activation" }:
      return "an activation has a label: `\(name)(2, 16, 1, activation: relu)`"
    default: return parameter.type.advice(for: kind, value)
    }
  }
}

extension ValueType {
  /// How many arguments a function is called with; nil where that depends.
  var arity: Int? {
    switch self {
    case .work: 0
    case .functionOfOne: 1
    case .functionOfTwo: 2
    default: nil
    }
  }

  /// A closure that can be called so.
  var closure: String { ["{ … }", "{ x in … }", "{ x, y in … }"][arity ?? 1] }
}

/// The numbers that a parameter takes.
enum NumberBounds: CustomStringConvertible {
  /// Up from a number, which is included.
  case atLeast(Double)
  case above(Double)
  case within(ClosedRange<Double>)
  case halfOpen(Range<Double>)
  /// Neither end is included.
  case between(Double, Double)

  func contains(_ number: Double) -> Bool {
    switch self {
    case .atLeast(let low): number >= low
    case .above(let low): number > low
    case .within(let range): range.contains(number)
    case .halfOpen(let range): range.contains(number)
    case .between(let low, let high): low < number && number < high
    }
  }

  /// As in "a number from 0 up".
  var description: String {
    func text(_ number: Double) -> String { formatted(number, "%.6g") }
    return switch self {
    case .atLeast(let low): "from \(text(low)) up"
    case .above(let low): "above \(text(low))"
    case .within(let range): "from \(text(range.lowerBound)) to \(text(range.upperBound))"
    case .halfOpen(let range): "from \(text(range.lowerBound)) to below \(text(range.upperBound))"
    case .between(let low, let high): "between \(text(low)) and \(text(high))"
    }
  }
}
