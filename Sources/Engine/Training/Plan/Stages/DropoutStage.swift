/// `y = x m`, where m is 0 with the probability of dropping a number, and otherwise the inverse of that of keeping it.
struct DropoutStage: PlanStage {
  let outputs: Int
  private let keeping: Double
  /// Where the factors m lie.
  private let factors: Int

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let layer = layers.first as? Dropout else { return nil }
    layers.removeFirst()
    outputs = inputs
    keeping = 1 - layer.probability
    factors = layout.takeBuffer(layout.rows * inputs)
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) {
    let (m, count) = (pass.buffer(factors), pass.rows * outputs)
    // The numbers, and their order, are those that the layer itself would draw.
    T.drawKept(m, count: count, probability: keeping, from: &pass.generator)
    for i in 0..<count { y[i] = x[i] * m[i] }
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    let (m, gradient) = (pass.buffer(factors), deltas.current)
    for i in 0..<pass.rows * outputs { gradient[i] *= m[i] }
  }
}
