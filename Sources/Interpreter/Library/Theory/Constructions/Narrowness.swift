import Theory

extension Library {
  /// Networks as narrow as their input, or wider by one.
  static var narrowness: [LibraryFunction] {
    [
      LibraryFunction(
        "borderRange",
        "The smallest and the largest value of a network of two inputs on the border of a square, exactly, and its value in the middle. Where no hidden layer has more than two units, the middle lies between the two, whatever the weights.",
        [.required("net", .any), .optional("radius", .number, .int(1)), .optional("around", .array, .null)],
        example: "borderRange(mlp(2, 2, 2, 1)).holdsMiddle",
        reference: "Johnson 2019, arXiv:1810.00393; Hanin and Sellke 2017, arXiv:1710.11278"
      ) { call in
        let range = try BorderRange(
          call.exactNetwork("net"), around: call.has("around") ? call.fractions(call["around"]) : [0, 0],
          radius: call.fraction("radius"), progress: { try call.machine.pollNow() })
        return TupleValue.record(
          ("lower", .rational(range.lower)), ("upper", .rational(range.upper)),
          ("middle", .rational(range.middle)), ("holdsMiddle", .boolean(range.holdsMiddle)))
      },
      LibraryFunction(
        "peak",
        "1 − |x_1| − … − |x_d| where each |x_i| ≤ `bound`, by hidden layers of d + 1 ReLUs for d `inputs`: no network whose layers have only d units can have a peak.",
        [.optional("inputs", .integer, .int(2)), .optional("bound", .number, .int(2))],
        example: "borderRange(peak()).holdsMiddle", reference: "Hanin and Sellke 2017, arXiv:1710.11278"
      ) { call in
        .object(
          LayerValue(
            layer: try ExactNetwork.peak(inputs: call.integer("inputs"), bound: call.fraction("bound"))
              .network()
          ))
      },
    ]
  }
}
