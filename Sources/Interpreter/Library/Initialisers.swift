import Engine

/// A rule for the first weights.
struct InitialiserValue: LibraryValue {
  static let kind = "an initialiser"
  let initialiser: Initialiser
  var text: String { initialiser.description }
}

extension Library {
  /// Initialisers that need no setting are used by their name alone: `init: he`.
  static var initialisers: [LibraryFunction] {
    [
      rule(
        "he", "Normal weights of variance 2 / fan_in, which keep the signal's size through relu.",
        "He, Zhang, Ren and Sun 2015, arXiv:1502.01852"
      ) { .heNormal() },
      rule(
        "heUniform", "Uniform weights of variance 2 / fan_in.",
        "He, Zhang, Ren and Sun 2015, arXiv:1502.01852"
      ) { .heUniform() },
      rule(
        "xavier", "Uniform weights within ±√(6 / (fan_in + fan_out)).",
        "Glorot and Bengio 2010, AISTATS"
      ) { .xavierUniform() },
      rule(
        "xavierNormal", "Normal weights of variance 2 / (fan_in + fan_out).",
        "Glorot and Bengio 2010, AISTATS"
      ) { .xavierNormal() },
      LibraryFunction(
        "normal", "Normal weights of a given mean and standard deviation.",
        [.optional("mean", .number, .double(0)), .optional("std", .number, .double(1))],
        example: "normal(std: 0.1)"
      ) {
        .object(InitialiserValue(initialiser: try .normal(mean: $0.number("mean"), std: $0.number("std"))))
      },
      LibraryFunction(
        "uniform", "Uniform weights between two bounds.",
        [.optional("low", .number, .double(-1)), .optional("high", .number, .double(1))],
        example: "uniform(-0.1, 0.1)"
      ) { .object(InitialiserValue(initialiser: try .uniform($0.number("low"), $0.number("high")))) },
      LibraryFunction(
        "constant", "The same number for every weight.", [.required("value", .number)], example: "constant(0)"
      ) { .object(InitialiserValue(initialiser: .constant(try $0.number("value")))) },
    ]
  }

  private static func rule(
    _ name: String, _ summary: String, _ reference: String, _ initialiser: @escaping () -> Initialiser
  ) -> LibraryFunction {
    LibraryFunction(name, summary, [], example: "\(name)()", reference: reference) { _ in
      .object(InitialiserValue(initialiser: initialiser()))
    }
  }
}

extension Call {
  /// The initialiser given as `init`; nil where none was.
  func initialiser() throws -> Initialiser? {
    guard has("init") else { return nil }
    var value = self["init"]
    // `init: he` names the rule, `init: he()` makes it: both are meant alike.
    if case .library(let function) = value, function.parameters.allSatisfy({ $0.defaultValue != nil }) {
      value = try machine.call(value, [])
    }
    guard let initialiser = value.object(InitialiserValue.self)?.initialiser else {
      throw mismatch("init", "an initialiser such as `he` or `xavier`")
    }
    return initialiser
  }
}
