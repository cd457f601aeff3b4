import CBLAS

// The loops that most of a training's time is spent in, as they are for any type.
extension Scalar {
  static func workspaceCount(m: Int, n: Int, k: Int) -> Int { 0 }

  static func activate(
    _ activation: FusedActivation, _ z: UnsafeMutablePointer<Self>, bias: UnsafePointer<Self>?,
    into y: UnsafeMutablePointer<Self>, _ block: RowBlock
  ) {
    activation.accept(ActivationForward(z: z, bias: bias, y: y, block: block))
  }

  static func deactivate(
    _ activation: FusedActivation, _ gradient: UnsafeMutablePointer<Self>, argument z: UnsafePointer<Self>,
    value y: UnsafePointer<Self>, biasGradient: UnsafeMutablePointer<Self>?, _ block: RowBlock
  ) {
    activation.accept(
      ActivationBackward(gradient: gradient, z: z, y: y, biasGradient: biasGradient, block: block))
  }

  static func update(
    by rule: Adam, _ values: UnsafeMutablePointer<Self>, gradient: UnsafePointer<Self>,
    m: UnsafeMutablePointer<Self>, v: UnsafeMutablePointer<Self>, count: Int, step: Int, learningRate: Double
  ) {
    rule.update(values, gradient: gradient, m: m, v: v, count: count, step: step, learningRate: learningRate)
  }

  static func allFinite(_ x: UnsafePointer<Self>, count: Int) -> Bool {
    // 0 times a number is 0, or NaN if the number is not finite.
    var sum: Self = 0
    for i in 0..<count { sum += x[i] * 0 }
    return sum == 0
  }

  static func exponentiate(_ x: UnsafeMutablePointer<Self>, count: Int) {
    for i in 0..<count { x[i] = exp(x[i]) }
  }

  static func applyErrorFunction(to x: UnsafeMutablePointer<Self>, count: Int) {
    for i in 0..<count { x[i] = erf(x[i]) }
  }

  static func drawKept(
    _ factors: UnsafeMutablePointer<Self>, count: Int, probability: Double, from generator: inout Generator
  ) {
    let kept = Self(1 / probability)
    for i in 0..<count { factors[i] = generator.uniform() < probability ? kept : 0 }
  }
}

extension Double {
  static func multiplyMatrices(
    _ a: UnsafePointer<Double>, transposed transposeA: Bool, _ b: UnsafePointer<Double>,
    transposed transposeB: Bool, into c: UnsafeMutablePointer<Double>, m: Int, n: Int, k: Int,
    workspace: UnsafeMutablePointer<Double>
  ) {
    MatrixTile.forEach(m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB) { tile in
      cblas_dgemm(
        CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
        Int32(tile.rows.count), Int32(tile.columns.count), Int32(k), 1,
        a + tile.a, Int32(transposeA ? m : k), b + tile.b, Int32(transposeB ? k : n), 0, c + tile.c, Int32(n))
    }
  }
}
