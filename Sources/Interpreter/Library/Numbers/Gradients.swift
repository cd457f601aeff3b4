import Engine

extension Library {
  /// Derivatives of functions written in the language.
  static var gradients: [LibraryFunction] {
    [
      LibraryFunction(
        "gradient",
        "The derivative of a function at a point: of a number by a number, or of a scalar by a tensor. For a function of several arguments `at` lists a point for each, and the result a derivative for each.",
        pointParameters, example: "gradient(of: { w, b in (2 * w + b) ** 2 }, at: [1, 3])",
        shape: .gradient
      ) { try derivative($0).gradient },
      LibraryFunction(
        "valueAndGradient", "A function's value and its derivative at a point; see `gradient`.",
        pointParameters, example: "valueAndGradient(of: { x in sin(x) }, at: 0)"
      ) { call in
        let (value, gradient) = try derivative(call)
        return .tuple(TupleValue(labels: ["value", "gradient"], values: [value, gradient]))
      },
      LibraryFunction(
        "jacobian",
        "All derivatives of a function whose value is a tensor: entry [i, j] is that of output i by input j. The result has the shape of the value followed by that of the point. For a function of several arguments `at` lists a point for each, and the result a Jacobian for each.",
        pointParameters, example: "jacobian(of: { x in [x[0] * x[1], sin(x[0])] }, at: [1, 2])",
        reference: "torch.autograd.functional.jacobian"
      ) { call in
        let point = try DifferentiationPoint(call)
        let machine = call.machine
        let results = try Engine.jacobian(
          at: point.arguments, beforeEachPass: { try machine.pollNow() }, of: point.tensorFunction)
        return try point.value(of: results)
      },
      LibraryFunction(
        "hessian",
        "All second derivatives of a function whose value is a number: entry [i, j] is that by inputs i and j. The result has the shape of the point twice.",
        pointParameters, example: "hessian(of: { x in x[0] ** 2 * x[1] }, at: [3, 2])",
        reference: "torch.autograd.functional.hessian"
      ) { call in
        let point = try DifferentiationPoint(call)
        guard !point.isSeveral else {
          throw Fault(
            .argumentMismatch,
            "`hessian` differentiates a function of one argument, but this one takes several",
            help: ["join them into one tensor, as in `{ x in f(x[0], x[1]) }`"])
        }
        let machine = call.machine
        let result = try Engine.hessian(at: point.arguments[0], beforeEachPass: { try machine.pollNow() }) {
          try point.scalarFunction([$0])
        }
        return try point.value(of: [result])
      },
    ]
  }

  private static var pointParameters: [LibraryFunction.Parameter] {
    [.required("of", .function), .required("at", .numeric)]
  }

  private static func derivative(_ call: Call) throws -> (value: Value, gradient: Value) {
    let point = try DifferentiationPoint(call)
    let (value, gradients) = try valueAndGradient(at: point.arguments, of: point.scalarFunction)
    let isPlain = point.areNumbers && !value.isTracked
    return (isPlain ? .double(try value.item()) : .tensor(value), try point.value(of: gradients))
  }
}
