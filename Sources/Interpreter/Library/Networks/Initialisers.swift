import Engine

/// A rule for the first weights.
struct InitialiserValue: LibraryValue {
  static let kind = "an initialiser"
  let initialiser: Initialiser
  /// How the weights are distributed, in TeX.
  var formula: String?
  var text: String { initialiser.description }

  func display(isCancelled: @escaping @Sendable () -> Bool) -> Display {
    Display(text: text, formula: formula)
  }
}

extension Library {
  /// Initialisers; one that needs no setting is used by its name alone: `init: he`.
  static var initialisers: [LibraryFunction] {
    [
      he(
        "he",
        "Normal weights of variance gain² / fan, by default 2 / fan_in: they keep the signal's size through relu."
      ) {
        .heNormal(mode: $0, gain: $1)
      },
      he("heUniform", "Uniform weights of variance gain² / fan, by default 2 / fan_in.") {
        .heUniform(mode: $0, gain: $1)
      },
      xavier("xavier", "Uniform weights within ±gain √(6 / (fan_in + fan_out)).") {
        .xavierUniform(gain: $0)
      },
      xavier("xavierNormal", "Normal weights of variance 2 gain² / (fan_in + fan_out).") {
        .xavierNormal(gain: $0)
      },
      rule("lecun", "Normal weights of variance 1 / fan_in.", "LeCun, Bottou, Orr and Müller 1998") {
        .lecunNormal
      },
      rule("lecunUniform", "Uniform weights of variance 1 / fan_in.", "LeCun, Bottou, Orr and Müller 1998") {
        .lecunUniform
      },
      LibraryFunction(
        "orthogonal", "A random orthogonal matrix times `gain`: every length is multiplied by just that.",
        [.optional("gain", .number, .double(1))], example: "orthogonal(gain: sqrt(2))",
        reference: "Saxe, McClelland and Ganguli 2013, arXiv:1312.6120"
      ) { .object(InitialiserValue(initialiser: .orthogonal(gain: try $0.number("gain")))) },
      rule("identity", "1 on the diagonal, 0 elsewhere: a square layer begins as the identity.", nil) {
        .identity
      },
      LibraryFunction(
        "normal", "Normal weights of a given mean and standard deviation.",
        [.optional("mean", .number, .double(0)), .optional("std", .number, .double(1))],
        example: "normal(std: 0.1)"
      ) {
        .object(
          InitialiserValue(initialiser: try .normal(mean: $0.number("mean"), std: $0.number("std"))))
      },
      LibraryFunction(
        "truncatedNormal",
        "Normal weights, drawn again where they are more than `cut` standard deviations off.",
        [
          .optional("mean", .number, .double(0)), .optional("std", .number, .double(1)),
          .optional("cut", .number, .double(2)),
        ], example: "truncatedNormal(std: 0.02)"
      ) { call in
        .object(
          InitialiserValue(
            initialiser: try .truncatedNormal(
              mean: call.number("mean"), std: call.number("std"), cut: call.number("cut"))))
      },
      LibraryFunction(
        "uniform", "Uniform weights between two bounds.",
        [.optional("low", .number, .double(-1)), .optional("high", .number, .double(1))],
        example: "uniform(-0.1, 0.1)"
      ) {
        .object(InitialiserValue(initialiser: try .uniform($0.number("low"), $0.number("high"))))
      },
      LibraryFunction(
        "constant", "The same number for every weight.", [.required("value", .number)],
        example: "constant(0)"
      ) { .object(InitialiserValue(initialiser: .constant(try $0.number("value")))) },
      LibraryFunction(
        "gain",
        "The factor by which weights must grow to make up for an activation, as PyTorch's `calculate_gain` has it.",
        [.required("activation", .string), .optional("slope", .number, .double(0.01))],
        example: "gain(\"relu\")"
      ) { .double(try Initialiser.gain(for: $0.string("activation"), slope: $0.number("slope"))) },
    ]
  }

  private static func rule(
    _ name: String, _ summary: String, _ reference: String?, _ initialiser: @escaping () -> Initialiser
  ) -> LibraryFunction {
    LibraryFunction(name, summary, [], example: "\(name)()", reference: reference) { call in
      .object(InitialiserValue(initialiser: initialiser(), formula: call.function.formula))
    }
  }

  private static func xavier(
    _ name: String, _ summary: String, _ initialiser: @escaping (Double) -> Initialiser
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.optional("gain", .number, .double(1))], example: "\(name)(gain: 5 / 3)",
      reference: "Glorot and Bengio 2010, AISTATS"
    ) { call in
      let gain = try call.number("gain")
      return .object(
        InitialiserValue(
          initialiser: initialiser(gain), formula: Formulas.distribution(name, gain: gain)))
    }
  }

  private static func he(
    _ name: String, _ summary: String, _ initialiser: @escaping (FanMode, Double) -> Initialiser
  ) -> LibraryFunction {
    LibraryFunction(
      name, summary,
      [
        .optional("mode", .string, .string("fan_in")), .optional("gain", .number, .double(2.0.squareRoot())),
      ], example: "\(name)(mode: \"fan_out\")",
      reference: "He, Zhang, Ren and Sun 2015, arXiv:1502.01852"
    ) { call in
      let mode: FanMode
      switch try call.string("mode") {
      case "fan_in": mode = .fanIn
      case "fan_out": mode = .fanOut
      case let other:
        throw Fault(.invalidValue, "the mode is \"fan_in\" or \"fan_out\", not \"\(other)\"").about(
          "mode", of: call)
      }
      let gain = try call.number("gain")
      return .object(
        InitialiserValue(
          initialiser: initialiser(mode, gain), formula: Formulas.distribution(name, gain: gain, fan: mode)))
    }
  }
}

extension Call {
  /// The initialiser given as `init`; nil where none was.
  func initialiser() throws -> Initialiser? {
    guard has("init") else { return nil }
    var value = self["init"]
    // These names make tensors elsewhere; here only the rule can be meant.
    if case .library(let function) = value,
      let rule = ["zeros": Initialiser.zeros, "ones": .ones][function.name]
    {
      return rule
    }
    // `init: he` names the rule, `init: he()` makes it: both are meant alike.
    if case .library(let function) = value, function.parameters.allSatisfy({ $0.defaultValue != nil }) {
      value = try machine.call(value, [])
    }
    guard let initialiser = value.object(InitialiserValue.self)?.initialiser else {
      throw mismatch("init", "an initialiser such as `he`, `xavier` or `zeros`")
    }
    return initialiser
  }
}
