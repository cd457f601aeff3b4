import Theory

extension Library {
  /// Residual networks of one unit per block.
  static var residualStreams: [LibraryFunction] {
    [
      LibraryFunction(
        "residualInterpolant",
        "A chain of N residual blocks with one ReLU each, on a stream of one number, that takes given values at N given places. A plain network of that width is monotone.",
        [.required("places", .numbers), .required("values", .numbers), exactParameter],
        example: "residualInterpolant([0, 1, 2], [0, 1, 0], exact: true)([0.0])",
        reference:
          "that such blocks are universal: Lin and Jegelka 2018, arXiv:1806.10909; the construction is this project's"
      ) { call in
        let (places, values) = (try call.exactList("places"), try call.exactList("values"))
        guard places.count == values.count else {
          throw Fault(
            .invalidValue,
            "each place needs a value, but there are \(count(places.count, "place")) and \(count(values.count, "value"))"
          )
        }
        return try call.constructed(.residualInterpolant(zip(places, values).map { .init($0, $1) }))
      },
      LibraryFunction(
        "residualApproximator",
        "A chain of 3 · units − 1 residual blocks with one ReLU each, on a stream of one number, that has a function's value in the middle of each of `units` equal parts of the range `on`: nearly constant there (slope `flatness` before the values are set), and steep in gaps that take the part `gap` of each. In Float64 very small gaps cost accuracy: `exact: true` gives it without rounding.",
        [
          .required("f", .function), .required("units", .integer), .optional("on", .range, .null),
          .optional("gap", .number, .double(1.0 / 1024)), .optional("flatness", .number, .double(1.0 / 1024)),
          exactParameter,
        ], example: "residualApproximator({ x in x * x }, units: 8)",
        reference: "Lin and Jegelka 2018, arXiv:1806.10909, theorem 3.1"
      ) { call in
        let units = try call.integer("units", in: 1...2000)
        let nodes = try call.nodes(units, on: "on")
        let f = try call.exactFunction("f")
        let values = try zip(nodes, nodes.dropFirst()).map { try f(($0 + $1) * .half) }
        return try call.constructed(
          .residualSteps(
            values, from: nodes[0], to: nodes[units], gap: call.fraction("gap"),
            flatness: call.fraction("flatness")))
      },
    ]
  }
}
