import Theory

extension Library {
  /// Width and depth for a number of parameters, or for an error.
  static var depthBudgets: [LibraryFunction] {
    [
      LibraryFunction(
        "widthFor",
        "The largest width of `depth` equally wide hidden layers with which a network has at most so many `parameters`, weights and biases; nil where even one unit per layer has more.",
        [
          .required("parameters", .integer), .required("depth", .integer),
          .optional("inputs", .integer, .int(1)), .optional("outputs", .integer, .int(1)),
        ], example: "widthFor(parameters: 1000, depth: 3)"
      ) { call in
        try widestNetwork(
          parameters: call.integer("parameters"), depth: call.integer("depth"),
          inputs: call.integer("inputs"),
          outputs: call.integer("outputs")
        ).map(Value.int) ?? .null
      },
      LibraryFunction(
        "squareWidth",
        "The least width with which ReLU networks of `depth` hidden layers can come as near to x² on [0, 1] as `error`, since p pieces are off by 1/(8 p²) at least: (width + 1)^depth ≥ (8 error)^(−1/2).",
        [.required("error", .number), .required("depth", .integer)],
        example: "squareWidth(error: 1e-6, depth: 3)",
        reference: "after Liang and Srikant 2017, arXiv:1610.04161, and Yarotsky 2017, arXiv:1610.01145"
      ) { call in
        .int(try Theory.squareWidth(error: call.fraction("error"), depth: call.integer("depth")))
      },
    ]
  }
}
