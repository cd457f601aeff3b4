import CBLAS
import CKernels

// Single precision, in which networks are trained: the same loops, compiled for this machine's processor.
extension Float {
  private static let hasOwnProduct = ckernels_prefers_sgemm()

  static func workspaceCount(m: Int, n: Int, k: Int) -> Int {
    hasOwnProduct ? ckernels_sgemm_workspace(ckernels_sgemm_threads(m, n, k), m, n, k) : 0
  }

  /// With AVX-512, by a product of our own: OpenBLAS 0.3.21 does not know newer processors and takes twice as
  /// long on them.
  static func multiplyMatrices(
    _ a: UnsafePointer<Float>, transposed transposeA: Bool, _ b: UnsafePointer<Float>,
    transposed transposeB: Bool, into c: UnsafeMutablePointer<Float>, m: Int, n: Int, k: Int,
    workspace: UnsafeMutablePointer<Float>
  ) {
    if hasOwnProduct {
      let threads = ckernels_sgemm_threads(m, n, k)
      return ckernels_sgemm(
        threads, transposeA, transposeB, m, n, k, a, b, c, workspace, Interruption.kernelWish)
    }
    MatrixTile.forEach(m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB) { tile in
      cblas_sgemm(
        CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
        Int32(tile.rows.count), Int32(tile.columns.count), Int32(k), 1,
        a + tile.a, Int32(transposeA ? m : k), b + tile.b, Int32(transposeB ? k : n), 0, c + tile.c, Int32(n))
    }
  }

  static func activate(
    _ activation: FusedActivation, _ z: UnsafeMutablePointer<Float>, bias: UnsafePointer<Float>?,
    into y: UnsafeMutablePointer<Float>, _ block: RowBlock
  ) {
    guard let (kind, slope) = activation.kernel else {
      return activation.accept(ActivationForward(z: z, bias: bias, y: y, block: block))
    }
    ckernels_bias_activation(kind, slope, z, y, bias, block.rows, block.columns)
  }

  static func deactivate(
    _ activation: FusedActivation, _ gradient: UnsafeMutablePointer<Float>,
    argument z: UnsafePointer<Float>,
    value y: UnsafePointer<Float>, biasGradient: UnsafeMutablePointer<Float>?, _ block: RowBlock
  ) {
    guard let (kind, slope) = activation.kernel else {
      return activation.accept(
        ActivationBackward(gradient: gradient, z: z, y: y, biasGradient: biasGradient, block: block))
    }
    ckernels_activation_gradient(
      kind, slope, gradient, activation.needsArgument ? z : y, biasGradient, block.rows, block.columns)
  }

  static func update(
    by rule: Adam, _ values: UnsafeMutablePointer<Float>, gradient: UnsafePointer<Float>,
    m: UnsafeMutablePointer<Float>, v: UnsafeMutablePointer<Float>, count: Int, step: Int,
    learningRate: Double
  ) {
    let settings = rule.settings(step: step, learningRate: learningRate)
    ckernels_adam(
      ckernels_adam_settings(
        keep1: Float(rule.beta1), take1: Float(1 - rule.beta1), keep2: Float(rule.beta2),
        take2: Float(1 - rule.beta2), epsilon: Float(rule.epsilon),
        step_size: Float(settings.stepSize), root_correction: Float(settings.rootCorrection),
        decay: Float(settings.decay), shrink: Float(settings.shrink)), values, gradient, m, v, count)
  }

  static func allFinite(_ x: UnsafePointer<Float>, count: Int) -> Bool { ckernels_all_finite(x, count) }

  static func exponentiate(_ x: UnsafeMutablePointer<Float>, count: Int) {
    ckernels_exp(x, count)
  }

  static func applyErrorFunction(to x: UnsafeMutablePointer<Float>, count: Int) { ckernels_erf(x, count) }

  static func drawKept(
    _ factors: UnsafeMutablePointer<Float>, count: Int, probability: Double, from generator: inout Generator
  ) {
    let kept = Float(1 / probability)
    var next = 0
    while next < count {
      if count - next > 1, let counters = generator.takeCounters((count - next) / 2) {
        let pairs = (count - next) / 2
        // A uniform number is a multiple of 2⁻⁵³, so that the comparison is one of whole numbers.
        let threshold = UInt64((probability * 0x1p53).rounded(.up))
        ckernels_keep(
          factors + next, pairs, threshold, kept, counters.seed, counters.stream, counters.position)
        next += 2 * pairs
      } else {
        factors[next] = generator.uniform() < probability ? kept : 0
        next += 1
      }
    }
  }
}

extension FusedActivation {
  /// The kernel for this activation and the slope that it takes; `nil` if there is none.
  fileprivate var kernel: (kind: ckernels_activation, slope: Float)? {
    switch self {
    case .identity: (ckernels_identity, 1)
    case .rectifier(let slope): needsArgument ? nil : (ckernels_rectifier, Float(slope))
    case .tanh: (ckernels_tanh, 1)
    case .sigmoid: (ckernels_sigmoid, 1)
    case .silu: (ckernels_silu, 1)
    case .gelu: (ckernels_gelu, 1)
    case .softplus, .approximateGelu, .elu, .hardSigmoid, .hardTanh: nil
    }
  }
}
