/// `y = eˣ / Σ eˣ`, row by row.
struct SoftmaxStage: PlanStage {
  let outputs: Int

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let layer = layers.first as? Softmax, layer.axis == -1 || layer.axis == 1, inputs > 0 else {
      return nil
    }
    layers.removeFirst()
    outputs = inputs
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) {
    let width = outputs
    for row in 0..<pass.rows {
      let (x, y) = (x + row * width, y + row * width)
      var largest = x[0]
      for i in 1..<width { largest = T.maximum(largest, x[i]) }
      for i in 0..<width { y[i] = x[i] - largest }
    }
    // In one piece, so that the exponentials of all rows are one loop.
    T.exponentiate(y, count: pass.rows * width)
    for row in 0..<pass.rows {
      let y = y + row * width
      var sum: T = 0
      for i in 0..<width { sum += y[i] }
      for i in 0..<width { y[i] /= sum }
    }
  }

  /// y (g − g·y).
  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    for row in 0..<pass.rows {
      let (y, g) = (y + row * outputs, deltas.current + row * outputs)
      var sum: T = 0
      for i in 0..<outputs { sum += g[i] * y[i] }
      for i in 0..<outputs { g[i] = y[i] * (g[i] - sum) }
    }
  }
}
