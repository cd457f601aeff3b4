/// `y = f(x Wᵀ + b)`: a linear layer with the activation behind it.
struct LinearStage: PlanStage {
  let inputs: Int
  let outputs: Int
  let weight: ParameterPlace
  let bias: ParameterPlace?
  let activation: FusedActivation
  /// Where the argument of the activation is kept; `nil` if its value tells the slope.
  let argument: Int?

  init?(_ layers: inout ArraySlice<any Layer>, inputs: Int, in layout: inout PlanLayout) {
    guard let linear = layers.first as? Linear, linear.inputs == inputs else { return nil }
    layers.removeFirst()
    self.init(linear, before: &layers, in: &layout)
  }

  /// The stage of a linear layer before some others.
  init(_ linear: Linear, before layers: inout ArraySlice<any Layer>, in layout: inout PlanLayout) {
    inputs = linear.inputs
    outputs = linear.outputs
    weight = layout.place(linear.weight)
    bias = linear.bias.map { layout.place($0) }
    while layers.first is Identity { layers.removeFirst() }
    activation = layers.first.flatMap { FusedActivation($0) } ?? .identity
    if activation != .identity { layers.removeFirst() }
    argument = activation.needsArgument ? layout.takeBuffer(layout.rows * outputs) : nil
  }

  func workspaceCount<T: Scalar>(for type: T.Type, rows: Int) -> Int {
    max(
      T.workspaceCount(m: rows, n: outputs, k: inputs), T.workspaceCount(m: outputs, n: inputs, k: rows),
      T.workspaceCount(m: rows, n: inputs, k: outputs))
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, _ pass: inout PlanPass<T>
  ) {
    forward(x, into: y, weight: pass.value(weight), pass)
  }

  /// The same with other numbers in place of the weight's.
  @inline(__always)
  func forward<T: Scalar>(
    _ x: UnsafePointer<T>, into y: UnsafeMutablePointer<T>, weight: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    let z = argument.map { pass.buffer($0) } ?? y
    T.multiplyMatrices(
      x, transposed: false, weight, transposed: true, into: z, m: pass.rows, n: outputs, k: inputs,
      workspace: pass.memory.workspace)
    T.activate(
      activation, z, bias: bias.map { UnsafePointer(pass.value($0)) }, into: y,
      RowBlock(rows: pass.rows, columns: outputs))
  }

  @specialized(where T == Float)
  @specialized(where T == Double)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    _ pass: borrowing PlanPass<T>
  ) {
    backward(&deltas, input: x, output: y, weight: pass.value(weight), gradient: pass.gradient(weight), pass)
  }

  /// The same with other numbers in place of the weight's, and the place for its gradient, if it is wanted.
  @inline(__always)
  func backward<T: Scalar>(
    _ deltas: inout PlanDeltas<T>, input x: UnsafePointer<T>, output y: UnsafePointer<T>,
    weight: UnsafePointer<T>, gradient: UnsafeMutablePointer<T>?, _ pass: borrowing PlanPass<T>
  ) {
    let z = argument.map { UnsafePointer(pass.buffer($0)) } ?? y
    T.deactivate(
      activation, deltas.current, argument: z, value: y, biasGradient: pass.gradient(bias),
      RowBlock(rows: pass.rows, columns: outputs))
    if let gradient {
      T.multiplyMatrices(
        deltas.current, transposed: true, x, transposed: false, into: gradient, m: outputs, n: inputs,
        k: pass.rows, workspace: pass.memory.workspace)
    }
    guard deltas.isWanted else { return }
    T.multiplyMatrices(
      deltas.current, transposed: false, weight, transposed: false, into: deltas.next, m: pass.rows,
      n: inputs, k: outputs, workspace: pass.memory.workspace)
    deltas.turn()
  }
}
