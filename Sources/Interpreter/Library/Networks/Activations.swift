import Engine

extension Library {
  /// The layers that the names of activations stand for.
  static let activationLayers: [String: @Sendable () -> any Layer] = [
    "relu": { ReLU() }, "leakyRelu": { LeakyReLU() }, "elu": { ELU() }, "gelu": { GELU() },
    "silu": { SiLU() },
    "softplus": { Softplus() }, "tanh": { Tanh() }, "hardTanh": { HardTanh() }, "sigmoid": { Sigmoid() },
    "hardSigmoid": { HardSigmoid() }, "softmax": { Softmax() },
  ]

  /// Activations as layers.
  static var activationFunctions: [LibraryFunction] {
    [
      layer("ReLU", "max(x, 0) for each number.", ReLU()),
      LibraryFunction(
        "LeakyReLU", "x where it is positive, `slope` times x elsewhere.",
        [.optional("slope", .number, .double(0.01)).also("negative_slope")], example: "LeakyReLU(0.1)",
        shape: .layer(Identity())
      ) { .object(LayerValue(layer: LeakyReLU(slope: try $0.number("slope")))) },
      LibraryFunction(
        "ELU", "x where it is positive, `alpha` times exp(x) - 1 elsewhere.",
        [.optional("alpha", .number, .double(1))], example: "ELU(alpha: 0.5)",
        reference: "Clevert, Unterthiner and Hochreiter 2015, arXiv:1511.07289", shape: .layer(Identity())
      ) { .object(LayerValue(layer: ELU(alpha: try $0.number("alpha")))) },
      LibraryFunction(
        "GELU",
        "x times the normal distribution function at x; with `approximate: \"tanh\"` by a formula with tanh.",
        [.optional("approximate", .string, .string("none"))], example: "GELU(approximate: \"tanh\")",
        reference: "Hendrycks and Gimpel 2016, arXiv:1606.08415"
      ) { call in
        let approximation = try call.string("approximate")
        guard approximation == "none" || approximation == "tanh" else {
          throw Fault(
            .invalidValue,
            "`approximate` of `GELU` is \"none\" or \"tanh\", but it is \"\(approximation)\""
          ).about("approximate", of: call)
        }
        return .object(LayerValue(layer: GELU(isApproximate: approximation == "tanh")))
      },
      layer("SiLU", "x times sigmoid(x).", SiLU()),
      layer("Softplus", "log(1 + exp(x)).", Softplus()),
      layer("Tanh", "The hyperbolic tangent of each number.", Tanh()),
      layer("HardTanh", "Each number, cut off at -1 and 1.", HardTanh()),
      layer("Sigmoid", "1 / (1 + exp(-x)) for each number.", Sigmoid()),
      layer("HardSigmoid", "x / 6 + 1 / 2 for each number, cut off at 0 and 1.", HardSigmoid()),
      LibraryFunction(
        "Softmax", "exp(x) divided by its sum along an axis.",
        [.optional("axis", .integer, .int(-1)).also("dim")], example: "Softmax()",
        shape: .layer(Identity())
      ) { .object(LayerValue(layer: Softmax(axis: try $0.integer("axis")))) },
    ]
  }
}

extension Call {
  /// An activation: a layer, or the name of a function such as `relu`.
  func activation(_ name: String) throws -> any Layer {
    if case .string(let text) = self[name] {
      guard let layer = Library.activationLayers[text]?() else {
        throw Fault.unknownActivation(text)
      }
      return layer
    }
    do { return try self[name].asLayer(machine) } catch let fault as Fault {
      throw fault.about(name, of: self)
    }
  }
}

extension Fault {
  static func unknownActivation(_ name: String) -> Fault {
    let proposal = suggestion(for: name, among: Library.activationLayers.keys)
    return Fault(
      .invalidValue, "there is no activation \"\(name)\"",
      help: [
        proposal.map { "did you mean `\($0)`?" }
          ?? "known are \(Library.activationLayers.keys.sorted().joined(separator: ", "))"
      ])
  }
}
