extension Layer {
  /// The layers that follow one another: those of a `Sequential`, or this one alone.
  var chain: [any Layer] { (self as? Sequential)?.layers ?? [self] }

  /// The output, with a look at what each layer of the chain gives.
  ///
  /// - Parameter visit: called with the layer's position in the chain, the layer and its output; what it returns
  ///   goes on to the next layer.
  func forward(
    _ x: Tensor, _ pass: Pass, visiting visit: (Int, any Layer, Tensor) throws -> Tensor
  ) throws -> Tensor {
    try chain.enumerated().reduce(x) { x, step in
      do {
        return try visit(step.offset, step.element, step.element.forward(x, pass))
      } catch let error as EngineError where step.offset > 0 {
        throw error.afterAnotherLayer
      }
    }
  }

  /// Runs `body` and puts back what layers keep for themselves, such as running statistics: looking at a
  /// network must not change it.
  func leavingStatistics<T>(_ body: () throws -> T) throws -> T {
    let kept = parameters.filter { !$0.isTrainable }.map { ($0, $0.value) }
    let result = Result { try body() }
    for (parameter, value) in kept { try parameter.assign(value) }
    return try result.get()
  }

  /// Rows in the type of the network's parameters: mixed types would compute everything in double precision.
  func adapted(_ x: Tensor) -> Tensor {
    parameters.first.map { x.detached.converted(to: $0.value.dtype) } ?? x.detached
  }
}
