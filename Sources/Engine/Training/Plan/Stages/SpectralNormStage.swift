/// `y = f(x (W/σ)ᵀ + b)`, where σ = u·W v for unit vectors that each step improves; see `SpectralNorm`.
struct SpectralNormStage: PlanStage {
  private let linear: LinearStage
  private let left: ParameterPlace
  private let right: ParameterPlace
  private let iterations: Int
  private let epsilon: Double
  /// Where W/σ lies.
  private let normalized: Int
  /// Where σ lies, and behind it W v.
  private let product: Int
  /// The error for σ = 0.
  private let vanishing: EngineError

  var outputs: Int { linear.outputs }

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let layer = layers.first as? SpectralNorm, layer.linear.inputs == inputs else { return nil }
    layers.removeFirst()
    linear = LinearStage(layer.linear, before: &layers, in: &layout)
    left = layout.placeStatistic(layer.left)
    right = layout.placeStatistic(layer.right)
    iterations = layer.powerIterations
    epsilon = layer.epsilon
    normalized = layout.takeBuffer(linear.inputs * linear.outputs)
    product = layout.takeBuffer(1 + linear.outputs)
    vanishing = layer.vanishingNorm
  }

  func workspaceCount<T: Scalar>(for type: T.Type, rows: Int) -> Int {
    max(
      linear.workspaceCount(for: type, rows: rows),
      T.workspaceCount(m: linear.outputs, n: 1, k: linear.inputs),
      T.workspaceCount(m: 1, n: linear.inputs, k: linear.outputs))
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) throws {
    let (inputs, outputs) = (linear.inputs, linear.outputs)
    let (weight, u, v) = (pass.value(linear.weight), pass.value(left), pass.value(right))
    let workspace = pass.memory.workspace
    for _ in 0..<iterations {
      T.multiplyMatrices(
        weight, transposed: false, v, transposed: false, into: u, m: outputs, n: 1, k: inputs,
        workspace: workspace)
      normalize(u, count: outputs)
      T.multiplyMatrices(
        u, transposed: false, weight, transposed: false, into: v, m: 1, n: inputs, k: outputs,
        workspace: workspace)
      normalize(v, count: inputs)
    }
    let sigma = pass.buffer(product)
    let image = sigma + 1
    T.multiplyMatrices(
      weight, transposed: false, v, transposed: false, into: image, m: outputs, n: 1, k: inputs,
      workspace: workspace)
    var sum: T = 0
    for i in 0..<outputs { sum += u[i] * image[i] }
    guard sum != 0 else { throw vanishing }
    sigma[0] = sum
    let scaled = pass.buffer(normalized)
    for i in 0..<inputs * outputs { scaled[i] = weight[i] / sum }
    linear.forward(x, into: y, weight: scaled, pass)
  }

  /// With G the gradient at W/σ, that at W is G/σ − (G·W) u vᵀ/σ²: u and v count as constants.
  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    let (inputs, outputs) = (linear.inputs, linear.outputs)
    let gradient = pass.gradient(linear.weight)
    let scaled = pass.buffer(normalized)
    linear.backward(&deltas, input: x, output: y, weight: scaled, gradient: gradient, pass)
    guard let gradient else { return }
    let (u, v) = (pass.value(left), pass.value(right))
    let factor = 1 / pass.buffer(product)[0]
    var sum = 0.0
    for i in 0..<inputs * outputs { sum += Double(gradient[i] * scaled[i]) }
    for row in 0..<outputs {
      let (g, along) = (gradient + row * inputs, T(sum) * u[row])
      for i in 0..<inputs { g[i] = (g[i] - along * v[i]) * factor }
    }
  }

  /// Divides a vector by its length, or by epsilon if that is more.
  @inline(__always)
  private func normalize<T: Scalar>(_ x: UnsafeMutablePointer<T>, count: Int) {
    var squares = 0.0
    for i in 0..<count { squares += Double(x[i] * x[i]) }
    let length = T(max(squares.squareRoot(), epsilon))
    for i in 0..<count { x[i] /= length }
  }
}
