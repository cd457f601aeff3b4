import Engine

extension Library {
  /// Layers that keep numbers in bounds, or a network from relying on single ones.
  static var normalisation: [LibraryFunction] {
    [
      LibraryFunction(
        "BatchNorm1d",
        "Shifts and scales each feature to mean 0 and variance 1 over the batch, then by learned weights and biases; outside of training by running mean and variance.",
        [
          .required("features", .integer).also("num_features"), .optional("eps", .number, .double(1e-5)),
          .optional("momentum", .number, .double(0.1)), dtypeParameter,
        ], example: "BatchNorm1d(64)", reference: "Ioffe and Szegedy 2015, arXiv:1502.03167",
        shape: .features
      ) { call in
        .object(
          LayerValue(
            layer: try BatchNorm1d(
              call.integer("features"), epsilon: call.number("eps"), momentum: call.number("momentum"),
              dtype: call.dtype())))
      },
      LibraryFunction(
        "LayerNorm",
        "Shifts and scales each row to mean 0 and variance 1, then by learned weights and biases.",
        [
          .required("features", .integer).also("normalized_shape"), .optional("eps", .number, .double(1e-5)),
          dtypeParameter,
        ], example: "LayerNorm(64)", reference: "Ba, Kiros and Hinton 2016, arXiv:1607.06450",
        shape: .features
      ) { call in
        .object(
          LayerValue(
            layer: try LayerNorm(call.integer("features"), epsilon: call.number("eps"), dtype: call.dtype())))
      },
      LibraryFunction(
        "Dropout",
        "In training, sets each number to 0 with probability `p` and divides the others by 1-p; otherwise gives what it takes.",
        [.optional("p", .number, .double(0.5), in: .halfOpen(0..<1))], example: "Dropout(0.2)",
        reference: "Srivastava et al. 2014, JMLR 15:1929", shape: .layer(Identity())
      ) { .object(LayerValue(layer: try Dropout($0.number("p")))) },
      LibraryFunction(
        "spectralNorm",
        "A Linear whose weight is divided by its largest singular value, as estimated by `n_power_iterations` steps of power iteration in each pass of training. The estimate is never above the true value, and early in training below it.",
        [
          .required("layer", .layer), .optional("n_power_iterations", .integer, .int(1)),
          .optional("eps", .number, .double(1e-12)),
        ], example: "spectralNorm(Linear(8, 8))", reference: "Miyato et al. 2018, arXiv:1802.05957",
        shape: .wrapper
      ) { try spectralNorm($0) },
    ]
  }

  /// Layers for categories, and layers side by side.
  static var combination: [LibraryFunction] {
    [
      LibraryFunction(
        "Embedding",
        "A learned row of `width` numbers for each of some categories; takes the categories' numbers.",
        [
          .required("categories", .integer).also("num_embeddings"),
          .required("width", .integer).also("embedding_dim"),
          .optional("init", .initialiser, .null), dtypeParameter,
        ], example: "Embedding(3, 2)", shape: .embedding
      ) { call in
        .object(
          LayerValue(
            layer: try Embedding(
              call.integer("categories"), call.integer("width"), initialiser: call.initialiser(),
              dtype: call.dtype(), from: &call.machine.generator)))
      },
      parallel(
        "Parallel", "Layers side by side on the same input, their outputs joined along the last axis."),
      parallel("Concat", "The outputs of layers on the same input, one after the other: `Parallel`."),
    ]
  }

  private static func parallel(_ name: String, _ summary: String) -> LibraryFunction {
    LibraryFunction(
      name, summary, [.variadic("layers", .layer)], example: "\(name)(Linear(2, 4), Identity())",
      shape: .parallel
    ) { call in
      let layers = try call.rest.map { try $0.asLayer(call.machine) }
      let taken = layers.compactMap { $0.features(.taken) }
      if let first = taken.first, let other = taken.first(where: { $0.count != first.count }) {
        throw Fault.parallel(first.layer, first.count, other.layer, other.count)
      }
      return .object(LayerValue(layer: try Parallel(layers)))
    }
  }

  private static func spectralNorm(_ call: Call) throws -> Value {
    let layer = try call["layer"].asLayer(call.machine)
    guard let linear = layer as? Linear else {
      throw Fault(
        .typeMismatch, "`spectralNorm` takes a single `Linear`, but this is `\(layer)`",
        help: ["in a network, wrap each layer: `spectralNorm(Linear(2, 8)) >> ReLU() >> …`"])
    }
    return .object(
      LayerValue(
        layer: try SpectralNorm(
          linear, powerIterations: call.integer("n_power_iterations"), epsilon: call.number("eps"),
          from: &call.machine.generator)))
  }

  private static var dtypeParameter: LibraryFunction.Parameter {
    .optional("dtype", .dtype, .object(DTypeValue(dtype: .float32)))
  }
}
