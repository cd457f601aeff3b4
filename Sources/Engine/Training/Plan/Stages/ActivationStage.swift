/// `y = f(x)`, number by number: an activation that is not fused with the layer before it.
struct ActivationStage: PlanStage {
  let outputs: Int
  private let activation: FusedActivation

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let activation = layers.first.flatMap({ FusedActivation($0) }) else { return nil }
    layers.removeFirst()
    outputs = inputs
    self.activation = activation
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) {
    // Without a bias the argument stays as it is.
    T.activate(
      activation, UnsafeMutablePointer(mutating: x), bias: nil, into: y,
      RowBlock(rows: 1, columns: pass.rows * outputs))
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    T.deactivate(
      activation, deltas.current, argument: x, value: y, biasGradient: nil,
      RowBlock(rows: 1, columns: pass.rows * outputs))
  }
}
