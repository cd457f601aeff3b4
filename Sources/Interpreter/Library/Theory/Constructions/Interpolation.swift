import Theory

extension Library {
  /// Functions through given values, by one hidden layer of ReLUs.
  static var interpolation: [LibraryFunction] {
    [
      LibraryFunction(
        "interpolant",
        "A network with one hidden layer of at most `units` ReLUs that has a function's values at `units` + 1 evenly spaced places of the range `on` and goes straight between them. Where a function goes on straight it needs no unit. It is off by h² max |f″| / 8 at most, where h is the distance between two places.",
        [
          .required("f", .function), .required("units", .integer), .optional("on", .range, .null),
          exactParameter,
        ], example: "interpolant({ x in x * x }, units: 8, on: 0...1)",
        reference: "that ReLU suffices: Leshno, Lin, Pinkus and Schocken 1993, Neural Networks 6:861"
      ) { call in
        let units = try call.integer("units", in: 1...100_000)
        let f = try call.exactFunction("f")
        let knots = try call.nodes(units, on: "on").map { PiecewiseLinear.Knot($0, try f($0)) }
        return try call.constructed(.interpolant(PiecewiseLinear(knots)))
      }
    ]
  }
}
