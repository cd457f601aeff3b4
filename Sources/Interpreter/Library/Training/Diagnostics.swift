import Engine

extension Library {
  /// What flows through a network, forwards and backwards.
  static var diagnostics: [LibraryFunction] {
    [
      LibraryFunction(
        "parameterGradients",
        "The derivative of a network's loss on data with respect to each of its parameters, by name. Fresh at each call: nothing is added up.",
        batchParameters,
        example: "parameterGradients(mlp(4, 8, 3), on: iris(), loss: crossEntropy)[\"0.weight\"].shape"
      ) { call in
        let (net, data, loss) = try networkBatchAndLoss(call)
        let found = try Engine.parameterGradients(
          net, on: data, loss: loss, training: call.boolean("training"), seed: call.seed())
        return .dictionary(
          .init(found.gradients.map { (.string($0.name), .tensor($0.gradient)) }) { first, _ in first })
      },
      LibraryFunction(
        "gradientFlow",
        "How the gradient of a loss gets back through a network: its size at each layer with weights, statistics for each parameter, the ratio of first to last layer and the slope of ln |δ| per layer, with a verdict: vanishing, exploding or healthy. Nothing is changed, and older gradients play no part.",
        batchParameters, example: "gradientFlow(mlp(4, 16, 16, 3), on: iris()).verdict",
        reference: "Schoenholz, Gilmer, Ganguli and Sohl-Dickstein 2017, arXiv:1611.01232"
      ) { call in
        let (net, data, loss) = try networkBatchAndLoss(call)
        return .object(
          GradientFlowValue(
            flow: try Engine.gradientFlow(
              net, on: data, loss: loss, training: call.boolean("training"), seed: call.seed())))
      },
      LibraryFunction(
        "activations",
        "Mean and variance of what each layer of a network gives for data; the part of relu's units that are dead, that is 0 for every row, and of tanh's and sigmoid's numbers that are saturated, within a hundredth of the range at a bound.",
        [
          .required("net", .layer), .required("on", .any), .optional("training", .boolean, .boolean(false)),
          .optional("seed", .integer, .int(0)),
        ], example: "activations(mlp(4, 16, 3), on: iris()).variances",
        reference: "Glorot and Bengio 2010, AISTATS"
      ) { call in
        .object(
          ActivationFlowValue(
            flow: try Engine.activations(
              call["net"].asLayer(call.machine), on: call.features("on"), training: call.boolean("training"),
              seed: call.seed())))
      },
      LibraryFunction(
        "jacobianSpectrum",
        "The singular values of the derivative of a network's output by its input, at one input or at each row of several: by how much the network stretches small changes.",
        [.required("net", .layer), .required("at", .any)],
        example: "jacobianSpectrum(mlp(4, 16, 3), at: [1, 2, 3, 4]).largest",
        reference: "Pennington, Schoenholz and Ganguli 2017, arXiv:1711.04735"
      ) { call in
        let machine = call.machine
        return .object(
          SpectrumValue(
            spectrum: try Engine.jacobianSpectrum(
              call["net"].asLayer(machine), at: call.features("at"),
              beforeEachPass: { try machine.pollNow() })))
      },
      LibraryFunction(
        "lipschitz",
        "Bounds on a network's Lipschitz constant: above, the product of the layers' constants, with exact spectral norms; below, the largest singular value of the Jacobian at samples of data, or at standard normal inputs.",
        [
          .required("net", .layer), .optional("on", .any, .null), .optional("samples", .integer, .int(100)),
          .optional("seed", .integer, .int(0)),
        ], example: "lipschitz(mlp(2, 8, 1), samples: 10).upper > 0",
        reference: "Szegedy et al. 2014, arXiv:1312.6199"
      ) { .object(LipschitzValue(bounds: try lipschitzBounds($0))) },
      LibraryFunction(
        "varianceFlow",
        "How signals and gradients change through the depth of random networks: measured on several, beside what the mean-field recursion predicts. Widths are a list, the inputs first, or one width for `depth` layers. Weights are drawn as `init` says, or with variance sigmaW²/fan_in, biases with variance sigmaB²; by default as suits the activation.",
        [
          .required("widths", .any), .optional("activation", .activation, .string("relu")),
          .optional("init", .initialiser, .null), .optional("depth", .integer, .null),
          .optional("sigmaW", .number, .null), .optional("sigmaB", .number, .double(0)),
          .optional("networks", .integer, .int(10)), .optional("rows", .integer, .int(8)),
          .optional("seed", .integer, .int(0)),
        ], example: "varianceFlow(32, activation: tanh, depth: 5, sigmaW: 1, networks: 3).predictedForward",
        reference: "Poole, Lahiri, Raghu, Sohl-Dickstein and Ganguli 2016, arXiv:1606.05340"
      ) { .object(VarianceFlowValue(flow: try flow($0))) },
      LibraryFunction(
        "meanField",
        "One step of the recursion for very wide random networks: from preactivations of variance `q` the variance behind the next weights, sigmaW² E φ(√q z)² + sigmaB², and chi = sigmaW² E φ′(√q z)², by which squared gradients change on the way back.",
        [
          .required("activation", .activation), .required("q", .number),
          .optional("sigmaW", .number, .double(1)), .optional("sigmaB", .number, .double(0)),
        ], example: "meanField(tanh, q: 1).variance",
        reference: "Poole, Lahiri, Raghu, Sohl-Dickstein and Ganguli 2016, arXiv:1606.05340"
      ) { call in
        let field = try MeanField(activation: call.activation("activation"))
        let (sigmaW, sigmaB) = (try call.number("sigmaW"), try call.number("sigmaB"))
        let moments = try field.moments(variance: call.number("q"))
        return TupleValue.record(
          ("variance", .double(sigmaW * sigmaW * moments.square + sigmaB * sigmaB)),
          ("chi", .double(sigmaW * sigmaW * moments.slopeSquare)))
      },
    ]
  }

  private static var batchParameters: [LibraryFunction.Parameter] {
    [
      .required("net", .layer), .required("on", .dataset), .optional("loss", .loss, .null),
      .optional("training", .boolean, .boolean(true)), .optional("seed", .integer, .int(0)),
    ]
  }

  private static func networkBatchAndLoss(_ call: Call) throws -> (any Layer, Dataset, any Loss) {
    let data = try call.dataset("on")
    return (try call["net"].asLayer(call.machine), data, try chosenLoss(call, for: data))
  }

  private static func lipschitzBounds(_ call: Call) throws -> LipschitzBounds {
    let machine = call.machine
    let net = try call["net"].asLayer(machine)
    let samples = try call.integer("samples", atLeast: 1)
    let seed = try call.seed()
    guard call.has("on") else {
      return try Engine.lipschitz(net, samples: samples, seed: seed) { try machine.pollNow() }
    }
    var features = try call.features("on")
    if features.rank > 1, features.shape[0] > samples {
      var generator = Generator(seed: seed)
      features = try features.gathering(Array(generator.permutation(features.shape[0]).prefix(samples)))
    }
    return try Engine.lipschitz(net, at: features) { try machine.pollNow() }
  }

  private static func flow(_ call: Call) throws -> VarianceFlow {
    let machine = call.machine
    let activation = try call.activation("activation")
    let initialiser = try call.initialiser()
    let rule: WeightRule
    if call.has("sigmaW") {
      guard initialiser == nil else {
        throw Fault(
          .argumentMismatch, "`varianceFlow` takes `init` or `sigmaW`, but both are given",
          help: ["`sigmaW: 1` draws normal weights of variance 1/fan_in"])
      }
      let sigma = try call.number("sigmaW")
      rule = .meanField(weightVariance: sigma * sigma)
    } else {
      let suited: Initialiser = activation.kind.hasSuffix("ReLU") ? .heNormal() : .xavierUniform()
      rule = .initialiser(initialiser ?? suited)
    }
    let sigmaB = try call.number("sigmaB")
    return try Engine.varianceFlow(
      widths(call), activation: activation, rule: rule, biasVariance: sigmaB * sigmaB,
      networks: call.integer("networks"), rows: call.integer("rows"), seed: call.seed(),
      beforeEachNetwork: { try machine.pollNow() })
  }

  /// The inputs and the width of each layer.
  private static func widths(_ call: Call) throws -> [Int] {
    if case .int(let width) = call["widths"] {
      guard call.has("depth") else {
        throw Fault(
          .argumentMismatch, "`varianceFlow` with one width needs the number of layers as `depth`",
          help: ["as in `varianceFlow(\(width), depth: 20)`, or give a list of widths"])
      }
      let depth = try call.integer("depth", atLeast: 2)
      guard depth <= 10_000 else {
        throw Fault(.limitExceeded, "`depth` of `varianceFlow` is at most 10000, but it is \(depth)").about(
          "depth", of: call)
      }
      return [Int](repeating: width, count: depth + 1)
    }
    guard !call.has("depth") else {
      throw Fault(
        .argumentMismatch,
        "`varianceFlow` takes `depth` with a single width, but `widths` is \(call["widths"].kind)"
      ).about("depth", of: call)
    }
    return try call.array("widths").map { value in
      guard case .int(let width) = value else {
        throw Fault(.typeMismatch, "widths are integers, but one of them is \(value.kind)").about(
          "widths", of: call)
      }
      return width
    }
  }
}

extension Call {
  /// The features of a data set, or a tensor of them.
  func features(_ name: String) throws -> Tensor {
    if let dataset = self[name].object(DatasetValue.self)?.dataset { return dataset.features }
    do { return try tensor(name) } catch let fault as Fault where fault.code == .typeMismatch {
      throw mismatch(name, "a data set or a tensor of features")
    }
  }
}
