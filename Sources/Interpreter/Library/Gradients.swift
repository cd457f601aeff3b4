import Engine

extension Library {
  /// Derivatives of functions written in the language.
  static var gradients: [LibraryFunction] {
    [
      LibraryFunction(
        "gradient",
        "The derivative of a function at a point: of a number by a number, or of a scalar by a tensor.",
        [.required("of", .function), .required("at", .numeric)],
        example: "gradient(of: { x in x ** 3 }, at: 2)"
      ) { try derivative($0).gradient },
      LibraryFunction(
        "valueAndGradient", "A function's value and its derivative at a point.",
        [.required("of", .function), .required("at", .numeric)],
        example: "valueAndGradient(of: { x in sin(x) }, at: 0)"
      ) { call in
        let (value, gradient) = try derivative(call)
        return .tuple(TupleValue(labels: ["value", "gradient"], values: [value, gradient]))
      },
    ]
  }

  private static func derivative(_ call: Call) throws -> (value: Value, gradient: Value) {
    let function = try call.callback("of")
    let point = call["at"]
    let isNumber: Bool
    if case .tensor = point { isNumber = false } else { isNumber = point.number != nil }
    // A plain number is differentiated in double precision and gives plain numbers.
    let x = try point.asTensor(dtype: isNumber ? .float64 : nil)
    let (value, gradients) = try valueAndGradient(at: [x]) { variables in
      let result = try function(.tensor(variables[0]))
      guard case .tensor(let tensor) = result else {
        guard let number = result.number else {
          throw Fault(
            .typeMismatch, "the function to differentiate must give a number, but it gave \(result.kind)")
        }
        return Tensor(number, dtype: x.dtype)
      }
      return tensor
    }
    guard isNumber, !value.isTracked, !gradients[0].isTracked else {
      return (.tensor(value), .tensor(gradients[0]))
    }
    return (.double(try value.item()), .double(try gradients[0].item()))
  }
}
