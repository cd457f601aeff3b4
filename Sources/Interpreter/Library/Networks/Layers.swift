import Engine

extension Library {
  /// Layers, networks and their initialisers.
  static var layers: [LibraryFunction] {
    [
      LibraryFunction(
        "Linear",
        "A layer that gives x Wᵀ + b: each output is a weighted sum of all inputs plus a bias. Without `init`, weights and biases are uniform within ±1/√inputs, as in PyTorch; with it, biases start at 0.",
        [
          .optional("inputs", .integer, .null, in: .atLeast(1)),
          .optional("outputs", .integer, .null, in: .atLeast(1)),
          .optional("bias", .any, .boolean(true)),
          .optional("init", .initialiser, .null), .optional("weight", .tensor, .null), dtypeParameter,
        ], example: "Linear(2, 16)", shape: .linear
      ) { try linear($0) },
      layer("Identity", "Gives what it takes.", Identity()),
      layer("Flatten", "All axes but the first as one.", Flatten()),
      LibraryFunction(
        "Sequential",
        "Layers one after the other; also written `a >> b`. A chain among them keeps its place, so that parameters are named as in PyTorch's `nn.Sequential`: `0.1.weight` for the second layer of a chain that comes first.",
        [.variadic("layers", .layer)], example: "Sequential(Linear(2, 8), Tanh(), Linear(8, 1))",
        shape: .sequence
      ) { call in
        let layers = try call.rest.map { try $0.asLayer(call.machine) }
        for end in layers.indices.dropFirst() {
          try requireFit(Sequential(Array(layers[..<end])), layers[end])
        }
        return .object(LayerValue(layer: Sequential(nesting: layers)))
      },
      LibraryFunction(
        "Residual", "A block around which its input passes: x + block(x).", [.required("block", .layer)],
        example: "Residual(Linear(8, 8) >> ReLU())",
        reference: "He, Zhang, Ren and Sun 2015, arXiv:1512.03385", shape: .residual
      ) { call in
        let block = try call["block"].asLayer(call.machine)
        guard block.nesting < 100 else {
          throw Fault(.limitExceeded, "blocks inside of blocks go at most 100 deep")
        }
        if let taken = block.features(.taken), let given = block.features(.given), taken.count != given.count
        {
          throw Fault.residual(taken: taken.count, given: given.count)
        }
        return .object(LayerValue(layer: Residual(block)))
      },
      LibraryFunction(
        "mlp",
        "A multi-layer perceptron: linear layers of the given widths with an activation between them. Its weights start as `init` says; by default as suits the activation: He for relu, Xavier for others.",
        [
          .variadic("widths", .integer), .optional("activation", .activation, .string("relu")),
          .optional("init", .initialiser, .null), dtypeParameter,
        ], example: "mlp(2, 64, 64, 3, activation: relu, init: he)", shape: .perceptron
      ) { try perceptron($0) },
    ] + activationFunctions + initialisers
  }

  private static var dtypeParameter: LibraryFunction.Parameter {
    .optional("dtype", .dtype, .object(DTypeValue(dtype: .float32)))
  }

  static func layer(_ name: String, _ summary: String, _ layer: any Layer) -> LibraryFunction {
    LibraryFunction(name, summary, [], example: "\(name)()", shape: .layer(layer)) { _ in
      .object(LayerValue(layer: layer))
    }
  }

  private static func linear(_ call: Call) throws -> Value {
    if call.has("weight") {
      // From values: Float64 unless a tensor says otherwise, as constructions are.
      let weight = try call.tensor("weight", dtype: dtype(of: call["weight"]))
      let isPlain: Bool = if case .boolean = call["bias"] { true } else { !call.has("bias") }
      let bias = isPlain ? nil : try call.tensor("bias", dtype: weight.dtype)
      return .object(LayerValue(layer: try Linear(weight: weight, bias: bias)))
    }
    guard call.has("inputs"), call.has("outputs") else {
      throw Fault(
        .argumentMismatch, "`Linear` needs its number of inputs and of outputs",
        help: ["write `Linear(2, 16)`, or `Linear(weight: [[…]], bias: […])` to give the values"])
    }
    return .object(
      LayerValue(
        layer: try Linear(
          call.integer("inputs"), call.integer("outputs"), bias: call.boolean("bias"),
          initialiser: call.initialiser(),
          dtype: call.dtype(), from: &call.machine.generator)))
  }

  private static func dtype(of value: Value) -> DType {
    if case .tensor(let tensor) = value { tensor.dtype } else { .float64 }
  }

  private static func perceptron(_ call: Call) throws -> Value {
    let widths = try call.integers()
    guard widths.count >= 2 else {
      throw Fault(
        .argumentMismatch, "`mlp` needs at least the number of inputs and of outputs",
        help: ["`mlp(2, 64, 3)` has 2 inputs, a hidden layer of 64 units and 3 outputs"])
    }
    let activation = try call.activation("activation")
    let initialiser =
      try call.initialiser() ?? (activation.kind.hasSuffix("ReLU") ? .heNormal() : .xavierUniform())
    var layers: [any Layer] = []
    for (index, pair) in zip(widths, widths.dropFirst()).enumerated() {
      layers.append(
        try Linear(
          pair.0, pair.1, initialiser: initialiser, dtype: call.dtype(), from: &call.machine.generator))
      if index < widths.count - 2 { layers.append(activation) }
    }
    return .object(LayerValue(layer: Sequential(layers)))
  }
}

extension Layer {
  /// How deep blocks lie inside of blocks.
  fileprivate var nesting: Int { (children.map(\.nesting).max() ?? -1) + 1 }
}
