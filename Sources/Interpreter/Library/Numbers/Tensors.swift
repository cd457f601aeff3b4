import Engine

extension Library {
  private static func dtype() -> LibraryFunction.Parameter {
    .optional("dtype", .dtype, .object(DTypeValue(dtype: .float32)))
  }

  /// Making and rearranging tensors.
  static var tensors: [LibraryFunction] {
    [
      LibraryFunction(
        "tensor", "A tensor of the numbers in nested arrays.", [.required("values", .tensor), dtype()],
        example: "tensor([[1, 2], [3, 4]])", shape: .tensor
      ) { .tensor(try $0.tensor("values", dtype: try $0.dtype())) },
      LibraryFunction(
        "zeros", "A tensor of zeros.", [.variadic("shape", .integer), dtype()], example: "zeros(2, 3)",
        shape: .lengths
      ) {
        .tensor(try Tensor.zeros($0.integers(), dtype: try $0.dtype()))
      },
      LibraryFunction(
        "ones", "A tensor of ones.", [.variadic("shape", .integer), dtype()], example: "ones(3)",
        shape: .lengths
      ) {
        .tensor(try Tensor.ones($0.integers(), dtype: try $0.dtype()))
      },
      LibraryFunction(
        "full", "A tensor with the same number everywhere.",
        [.required("shape", .array), .required("value", .number), dtype()], example: "full([2, 2], 7)",
        shape: .full
      ) { call in
        let shape = try call.array("shape").map { value in
          guard case .int(let length) = value else { throw call.mismatch("shape", "an array of integers") }
          return length
        }
        return .tensor(try Tensor.full(shape, try call.number("value"), dtype: try call.dtype()))
      },
      LibraryFunction(
        "eye", "The identity matrix.", [.required("n", .integer), dtype()], example: "eye(3)",
        shape: .identityMatrix
      ) {
        .tensor(try Tensor.eye($0.integer("n"), dtype: try $0.dtype()))
      },
      LibraryFunction(
        "linspace", "`count` numbers evenly spaced from `from` to `to`, both included.",
        [
          .required("from", .number), .required("to", .number), .optional("count", .integer, .int(50)),
          dtype(),
        ],
        example: "linspace(0, 1, 5)", shape: .linspace
      ) {
        .tensor(
          try Tensor.linspace(
            from: $0.number("from"), to: $0.number("to"), count: $0.integer("count"), dtype: try $0.dtype()))
      },
      LibraryFunction(
        "arange", "The numbers from `from` up to but not including `to`, `step` apart.",
        [.required("from", .number), .required("to", .number), .optional("step", .number, .int(1)), dtype()],
        example: "arange(0, 10, 2)", shape: .range
      ) {
        .tensor(
          try Tensor.arange(
            from: $0.number("from"), to: $0.number("to"), step: $0.number("step"), dtype: try $0.dtype()))
      },
      LibraryFunction(
        "randn", "Independent standard normal numbers.", [.variadic("shape", .integer), dtype()],
        example: "randn(2, 3)", shape: .lengths
      ) { call in
        .tensor(try Tensor.normal(call.integers(), dtype: try call.dtype(), from: &call.machine.generator))
      },
      LibraryFunction(
        "rand", "Independent numbers, uniform between 0 and 1.", [.variadic("shape", .integer), dtype()],
        example: "rand(4)", shape: .lengths
      ) { call in
        .tensor(try Tensor.uniform(call.integers(), dtype: try call.dtype(), from: &call.machine.generator))
      },
      LibraryFunction(
        "permutation", "The integers below `n` in random order.", [.required("n", .integer)],
        example: "permutation(5)"
      ) { call in
        let n = try call.integer("n", in: 0...RangeValue.longestList)
        return .array(call.machine.generator.permutation(n).map(Value.int))
      },
      LibraryFunction(
        "reshape", "The same numbers in another shape; one axis may be -1.",
        [.required("x", .tensor), .variadic("shape", .integer)], example: "reshape(arange(0, 6), 2, -1)",
        shape: .reshape
      ) { .tensor(try $0.tensor("x").reshaped(to: $0.integers())) },
      LibraryFunction(
        "transpose", "The axes in reverse order.", [.required("x", .tensor)],
        example: "transpose(zeros(2, 3))", shape: .transpose
      ) {
        .tensor(try $0.tensor("x").transposed)
      },
      LibraryFunction(
        "concatenate", "Tensors one behind the other along an axis.",
        [.required("parts", .array), .optional("axis", .integer, .int(0))],
        example: "concatenate([ones(2), zeros(1)])", shape: .concatenation
      ) { call in
        .tensor(
          try Tensor.concatenate(call.array("parts").map { try $0.asTensor() }, axis: call.integer("axis")))
      },
      LibraryFunction(
        "stack", "Tensors of one shape side by side along a new axis.",
        [.required("parts", .array), .optional("axis", .integer, .int(0))],
        example: "stack([ones(2), zeros(2)])", shape: .stack
      ) { call in
        .tensor(try Tensor.stack(call.array("parts").map { try $0.asTensor() }, axis: call.integer("axis")))
      },
      LibraryFunction(
        "where", "Element by element, `a` where the condition is not 0, `b` elsewhere.",
        [.required("condition", .tensor), .required("a", .numeric), .required("b", .numeric)],
        example: "where(arange(-2, 3) > 0, 1, -1)", shape: .choice
      ) { call in
        let (a, b) = try pair(call["a"], call["b"])
        return .tensor(try Tensor.where(call.tensor("condition", dtype: a.dtype), a, b))
      },
      LibraryFunction(
        "matmul", "The matrix product, also written `a @ b`.",
        [.required("a", .tensor), .required("b", .tensor)],
        example: "matmul(eye(2), ones(2))", shape: .matrixProduct
      ) { try apply(.matrixProduct, $0["a"], $0["b"]) },
      LibraryFunction(
        "clip", "Each number, limited to the range from `min` to `max`.",
        [.required("x", .numeric), .optional("min", .number, .null), .optional("max", .number, .null)],
        example: "clip(arange(0, 5), min: 1, max: 3)", shape: .same
      ) { call in
        let low = call.has("min") ? try call.number("min") : nil
        let high = call.has("max") ? try call.number("max") : nil
        let isTensor: Bool = if case .tensor = call["x"] { true } else { false }
        guard !isTensor, let x = call["x"].number else {
          return .tensor(try call.tensor("x").clip(min: low, max: high))
        }
        return .double(Swift.min(Swift.max(x, low ?? -.infinity), high ?? .infinity))
      },
      LibraryFunction(
        "allClose", "Whether all numbers agree within `rtol` times their size plus `atol`, as in NumPy.",
        [
          .required("a", .numeric), .required("b", .numeric), .optional("rtol", .number, .double(1e-5)),
          .optional("atol", .number, .double(1e-8)),
        ], example: "allClose([1, 2], [1, 2.0000001])"
      ) { call in
        // In double precision, so that a small tolerance means something for plain numbers.
        let (a, b) = (try call.tensor("a", dtype: .float64), try call.tensor("b", dtype: .float64))
        let (rtol, atol) = (try call.number("rtol"), try call.number("atol"))
        // Both in the shape that they broadcast to.
        let x = try Tensor.where(Tensor(1, dtype: .float64), a, b).doubles
        let y = try Tensor.where(Tensor(0, dtype: .float64), a, b).doubles
        return .boolean(
          zip(x, y).allSatisfy { $0 == $1 || ($0 - $1).magnitude <= atol + rtol * $1.magnitude })
      },
    ]
  }

  static var tensorProperties: [Property] {
    [
      tensorProperty("shape", "The length of each axis.") { .array($0.shape.map(Value.int)) },
      tensorProperty("count", "How many numbers there are.") { .int($0.count) },
      tensorProperty("rank", "How many axes there are.") { .int($0.rank) },
      tensorProperty("dtype", "The type of the numbers.") { .object(DTypeValue(dtype: $0.dtype)) },
      tensorProperty("T", "The axes in reverse order.") { .tensor(try $0.transposed) },
    ]
  }

  private static func tensorProperty(
    _ name: String, _ summary: String, _ get: @escaping (Tensor) throws -> Value
  ) -> Property {
    Property(name, summary) { value in
      guard case .tensor(let tensor) = value else { return .null }
      return try get(tensor)
    }
  }

  static var tensorMethods: [Method] {
    [
      Method(
        "item", "The number in a tensor that holds just one, as a plain number.",
        example: "sum(ones(3)).item()"
      ) { value, _ in
        .double(try value.asTensor().item())
      },
      Method("array", "The numbers as nested arrays.", example: "eye(2).array()") { value, _ in
        try nested(value.asTensor())
      },
      Method(
        "reshape", "The same numbers in another shape; one axis may be -1.", [.variadic("shape", .integer)],
        example: "arange(0, 6).reshape(2, -1)", shape: .reshape
      ) { value, call in .tensor(try value.asTensor().reshaped(to: call.integers())) },
      Method(
        "to", "The numbers in another type.", [.required("dtype", .dtype)], example: "ones(2).to(float64)"
      ) { value, call in
        .tensor(try value.asTensor(dtype: call.dtype()))
      },
      Method(
        "gather", "The rows at some positions.", [.required("rows", .array)], example: "eye(3).gather([2, 0])"
      ) { value, call in
        let rows = try call.array("rows").map { row in
          guard case .int(let position) = row else { throw call.mismatch("rows", "an array of integers") }
          return position
        }
        return .tensor(try value.asTensor().gathering(rows))
      },
    ]
  }

  private static func nested(_ tensor: Tensor) throws -> Value {
    if tensor.rank == 0 { return .double(try tensor.item()) }
    guard tensor.count <= RangeValue.longestList else {
      throw Fault(.limitExceeded, "a list of \(tensor.count) numbers is too long")
    }
    if tensor.rank == 1 { return .array(tensor.doubles.map(Value.double)) }
    return .array(try elements(of: .tensor(tensor)).map { try nested($0.asTensor()) })
  }
}
