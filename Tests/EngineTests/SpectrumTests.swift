import Testing

@testable import Engine

@Suite struct SpectrumTests {
  @Test("singular values of matrices known in closed form")
  func closedForms() throws {
    let diagonal = try Tensor([0, -3, 2, 0, 0, 0], shape: [3, 2], dtype: .float64)
    #expect(try zip(diagonal.singularValues(), [3, 2]).allSatisfy { abs($0 - $1) < 1e-14 })
    // [[1, 1], [0, 1]] has the golden ratio and its reciprocal.
    let shear = try Tensor([1, 1, 0, 1], shape: [2, 2], dtype: .float64)
    let golden = (1 + 5.0.squareRoot()) / 2
    #expect(try zip(shear.singularValues(), [golden, 1 / golden]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(try Tensor.zeros([0, 3]).singularValues() == [])
  }

  @Test("singular values of what is no finite matrix are refused")
  func messages() throws {
    #expect(message { _ = try Tensor([1, 2]).singularValues() }.contains("shape [2]"))
    let broken = try Tensor([.nan, 1], shape: [1, 2])
    #expect(message { _ = try broken.singularValues() }.contains("NaN"))
    #expect(message { _ = try jacobianSpectrum(ReLU(), at: Tensor(1)) }.contains("row of features"))
  }

  @Test("a network's Jacobian and its singular values are PyTorch's")
  func goldenSpectrum() throws {
    let golden = try Golden.read("diagnostics", as: DiagnosticsGolden.self).network
    func value(_ name: String) throws -> Tensor {
      try #require(golden.parameters[name]).value.tensor(.float64)
    }
    let net = Sequential([
      try Linear(weight: value("0.weight"), bias: value("0.bias")), Tanh(),
      try Linear(weight: value("2.weight"), bias: value("2.bias")), ReLU(),
      try Linear(weight: value("4.weight"), bias: value("4.bias")),
    ])
    let x = try golden.x.tensor(.float64)
    let row = try x.selecting([.at(0)])
    #expect(relativeError(try inputJacobian(net, at: row), golden.jacobian) < 1e-10)
    let spectrum = try jacobianSpectrum(net, at: row)
    #expect(zip(spectrum.values, golden.singularValues).allSatisfy { abs($0 - $1) < 1e-10 })
    #expect(try jacobianSpectrum(net, at: x).perRow.count == 6)

    let bounds = try lipschitz(net, at: x)
    #expect(
      zip(bounds.layers.filter { $0.layer.hasPrefix("Linear") }, golden.norms).allSatisfy {
        abs($0.constant - $1) < 1e-10
      })
    #expect(abs(bounds.upper - golden.norms.reduce(1, *)) < 1e-8 * bounds.upper)
    #expect(bounds.lower <= bounds.upper && bounds.lower >= golden.singularValues[0] - 1e-10)
  }

  @Test("squared singular values of a deep linear network spread by its depth")
  func gaussianProducts() throws {
    // mean 1, variance L for L Gaussian layers: Pennington et al. 2017.
    var generator = Generator(seed: 5)
    let layers = try (0..<3).map { _ in
      try Linear(160, 160, bias: false, initialiser: .normal(std: 1 / 160.0.squareRoot()), from: &generator)
    }
    let spectrum = try jacobianSpectrum(Sequential(layers), at: .ones([160]))
    #expect(abs(spectrum.meanSquare - 1) < 0.1)
    #expect(abs(spectrum.varianceOfSquares - 3) < 0.6)
  }

  @Test("the lower bound never exceeds the upper, over random networks of every known activation")
  func boundsInOrder() throws {
    let activations: [any Layer] = try [
      ReLU(), Tanh(), Sigmoid(), LeakyReLU(slope: 0.3), LeakyReLU(slope: -2), GELU(), SiLU(), Softplus(),
      Softmax(), Identity(), HardTanh(), HardSigmoid(), ELU(alpha: 1.5), GELU(isApproximate: true),
      Dropout(0.5),
    ]
    for (index, activation) in activations.enumerated() {
      var generator = Generator(seed: UInt64(index))
      let wide = try Initialiser.normal(std: 2)
      let block = Sequential([try Linear(6, 6, initialiser: wide, from: &generator), activation])
      let net = Sequential([
        try Linear(3, 6, initialiser: wide, from: &generator), activation, Residual(block),
        try Linear(6, 2, initialiser: wide, from: &generator),
      ])
      let bounds = try lipschitz(net, samples: 20)
      #expect(bounds.lower > 0 && bounds.lower <= bounds.upper)
    }
  }

  @Test("the constants of smooth activations are their largest slopes")
  func activationConstants() throws {
    let x = try Tensor.linspace(from: -12, to: 12, count: 24_001, dtype: .float64)
    for layer in [
      GELU(), GELU(isApproximate: true), SiLU(), Sigmoid(), Tanh(), Softplus(), ELU(alpha: 2), HardSigmoid(),
    ] as [any LipschitzLayer] {
      let slope = try gradient(at: x) { try layer($0).sum() }.abs().max().item()
      let bound = try layer.lipschitzBound()
      #expect(slope <= bound && slope > bound - 1e-5)
    }
  }

  @Test("for a linear network both bounds meet")
  func linearNetwork() throws {
    var generator = Generator(seed: 8)
    let net = try Linear(5, 3, dtype: .float64, from: &generator)
    let bounds = try lipschitz(net, samples: 1)
    #expect(abs(bounds.lower - bounds.upper) < 1e-12)
  }

  @Test("layers side by side stretch by the root of the sum of their squares")
  func sideBySide() throws {
    let (a, b) = try (Tensor([3], shape: [1, 1]), Tensor([4], shape: [1, 1]))
    let net = try Parallel([Linear(weight: a), Linear(weight: b)])
    let bounds = try lipschitz(net, at: .ones([1, 1]))
    #expect(bounds.upper == 5 && abs(bounds.lower - 5) < 1e-6)
  }

  @Test("spectral normalisation is bounded by what its weight is, not by what it aims at")
  func spectralNormalisation() throws {
    var generator = Generator(seed: 10)
    let layer = try SpectralNorm(Linear(20, 30, dtype: .float64, from: &generator), from: &generator)
    let bounds = try lipschitz(layer, at: .ones([1, 20]))
    #expect(bounds.upper >= 1 && bounds.upper < 1.2)
    #expect(abs(bounds.lower - bounds.upper) < 1e-12)
    let data = try Dataset(.ones([2, 20]), .ones([2, 30]))
    let flow = try gradientFlow(layer, on: data, loss: MeanSquaredError())
    #expect(flow.parameters.map(\.role) == [.weight, .bias])
  }

  @Test("layers without a known constant, and inputs of unknown length, are told plainly")
  func refusals() throws {
    var generator = Generator(seed: 9)
    let strange = Lambda("square") { x, _ in x.square() }
    let net = Sequential([try Linear(2, 2, from: &generator), strange])
    #expect(
      message { _ = try lipschitz(net, samples: 3) }.contains("No Lipschitz constant is known for `square`"))
    #expect(message { _ = try lipschitz(ReLU(), samples: 3) }.contains("no inputs can be drawn"))
    #expect(message { _ = try lipschitz(net, samples: 0) }.contains("at least one sample"))
  }

  @Test("inputs are drawn for whatever layer says how many it takes")
  func inputsOfOtherLayers() throws {
    var generator = Generator(seed: 3)
    let spectral = try SpectralNorm(Linear(3, 5, dtype: .float64, from: &generator), from: &generator)
    let last = try SpectralNorm(Linear(5, 2, dtype: .float64, from: &generator), from: &generator)
    let nets: [any Layer] = [
      Sequential([spectral, ReLU(), last]), Sequential([Identity(), try Dropout(0.5), spectral]),
      Sequential([try BatchNorm1d(3, dtype: .float64), spectral]), try Parallel([Identity(), spectral]),
    ]
    for net in nets {
      let bounds = try lipschitz(net, samples: 4)
      #expect(bounds.samples == 4 && bounds.lower > 0 && bounds.lower <= bounds.upper * (1 + 1e-12))
    }
    // Once the estimates are those of the weights, each factor is 1.
    let x = try Tensor.ones([1, 3], dtype: .float64)
    for _ in 0..<500 { _ = try nets[0].forward(x, Pass(isTraining: true)) }
    #expect(abs(try lipschitz(nets[0], samples: 1).upper - 1) < 1e-9)
  }

  @Test("the constant of batch normalisation is that of its largest scale, which is attained")
  func batchNormalisation() throws {
    let norm = try BatchNorm1d(2, epsilon: 0.25, dtype: .float64)
    try norm.weight.assign(Tensor([1, -3]))
    try norm.runningVariance.assign(Tensor([2, 2]))
    let bounds = try lipschitz(norm, samples: 3)
    #expect(abs(bounds.upper - 2) < 1e-12 && abs(bounds.lower - 2) < 1e-12)
  }
}
