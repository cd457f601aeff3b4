import Engine
import Theory

extension Library {
  /// Universal approximation by steps.
  static var staircases: [LibraryFunction] {
    [
      LibraryFunction(
        "staircase",
        "A network with one hidden layer that climbs like stairs along a function: a step in the middle of each of `units` equal parts of the range `on`, `sharpness` times as steep as the parts are wide. The steps are of an activation that climbs from one value to another: sigmoid, tanh, hardSigmoid or hardTanh.",
        [
          .required("f", .function), .required("units", .integer), .optional("on", .range, .null),
          .optional("activation", .activation, .string("sigmoid")),
          .optional("sharpness", .number, .double(20)),
        ], example: "staircase(sin, units: 10, on: 0...1)",
        reference:
          "after Cybenko 1989, MCSS 2:303, and Hornik, Stinchcombe and White 1989, Neural Networks 2:359"
      ) { call in
        let step = try call.step()
        let sum = try Theory.staircase(
          units: call.integer("units"), on: call.interval("on"), sharpness: call.number("sharpness"),
          step: step, call.numericFunction("f"))
        return .object(LayerValue(layer: try sum.network(step.layer)))
      },
      LibraryFunction(
        "staircaseBound",
        "How far a staircase of `units` steps can be from a function on [0, 1] at most, given the function's modulus of continuity.",
        [
          .required("modulus", .function), .required("units", .integer),
          .optional("activation", .activation, .string("sigmoid")),
          .optional("sharpness", .number, .double(20)),
        ],
        example: "staircaseBound({ δ in 2 * δ }, units: 10)"
      ) { call in
        .double(
          try Theory.staircaseBound(
            units: call.integer("units"), sharpness: call.number("sharpness"), step: call.step(),
            modulus: call.numericFunction("modulus")))
      },
      LibraryFunction(
        "polynomialDistance",
        "How far a function is at least from every polynomial of a degree, and so from every network with one hidden layer and a polynomial of that degree as its activation, however many units it has: the bound, proved by the values at degree + 2 points.",
        [
          .required("f", .function), .required("degree", .integer), .optional("on", .range, .null),
        ], example: "polynomialDistance(abs, degree: 2, on: -1...1).bound",
        reference:
          "Leshno, Lin, Pinkus and Schocken 1993, Neural Networks 6:861; the bound: de la Vallée Poussin 1910"
      ) { call in
        let distance = try PolynomialDistance(
          degree: call.integer("degree"), on: call.interval("on"), call.numericFunction("f"))
        return TupleValue.record(
          ("bound", .rational(distance.bound)),
          ("points", .array(distance.points.map { .array([.rational($0.x), .rational($0.y)]) })))
      },
    ]
  }
}

extension Call {
  /// The activation of a staircase, by its name or as the layer.
  fileprivate func step() throws -> Step {
    let name: String
    switch self["activation"] {
    case .string(let text): name = text
    case .library(let function): name = function.name
    case let value: name = value.object(LayerValue.self)?.layer.kind ?? ""
    }
    guard let step = Step.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw Fault(
        .invalidValue,
        "a staircase is built of \(Step.allCases.map(\.rawValue).joined(separator: ", ")), which climb from one value to another",
        help: ["for relu take `interpolant`, which goes straight from node to node"]
      ).about("activation", of: self)
    }
    return step
  }
}

extension Step {
  fileprivate var layer: any Layer {
    switch self {
    case .sigmoid: Sigmoid()
    case .tanh: Tanh()
    case .hardSigmoid: HardSigmoid()
    case .hardTanh: HardTanh()
    }
  }
}
