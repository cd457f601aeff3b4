extension Tensor {
  /// The derivatives of this scalar with respect to tracked tensors, each with the shape of its tensor.
  ///
  /// - Parameter recording: whether the derivatives are tracked too, so that they can be differentiated again.
  ///   By default they are exactly when something older than `variables` leads to this scalar, that is, inside
  ///   another derivative.
  ///
  /// A variable that this scalar does not depend on gets zeros. Throws when this is not a single number, or a
  /// variable is not tracked.
  public func gradients(for variables: [Tensor], recording: Bool? = nil) throws -> [Tensor] {
    try differentiated(for: variables, recording: recording).gradients
  }

  /// The derivatives, and whether something older than the variables leads to this scalar.
  fileprivate func differentiated(
    for variables: [Tensor], recording: Bool?
  ) throws -> (gradients: [Tensor], reachesOlder: Bool) {
    guard count == 1 else {
      throw EngineError(
        .gradient,
        "A gradient needs a single number to differentiate, but the function gives a tensor of shape \(shape).",
        hint: "Reduce it first, for instance with `sum` or `mean`.")
    }
    let leaves = try variables.map { variable in
      guard let node = variable.node else {
        throw EngineError(.gradient, "A gradient was asked for a tensor that is not tracked.")
      }
      return node
    }
    guard let root = node, let oldest = leaves.map(\.id).min() else {
      return (variables.map { Tensor.filled(0, like: $0) }, false)
    }
    let (nodes, reachesOlder) = Tensor.reachable(from: root, notBefore: oldest)
    let isRecorded = recording ?? reachesOlder
    let leafIDs = Set(leaves.map(\.id))

    var gradients = [root.id: Tensor.filled(1, like: self)]
    for node in nodes {
      guard let gradient = gradients[node.id] else { continue }
      // A variable keeps its gradient; so does nothing else, to free memory on the way.
      if !leafIDs.contains(node.id) { gradients[node.id] = nil }
      let step = BackwardStep(
        node: node, gradient: gradient, isRecorded: isRecorded, oldestWanted: oldest)
      guard node.inputs.indices.contains(where: step.needs) else { continue }
      for (index, contribution) in try node.pullback(step).enumerated() {
        guard step.needs(index), let id = node.inputs[index].node?.id,
          let contribution = contribution?.converted(to: node.inputs[index].dtype)
        else { continue }
        if let sum = gradients[id] {
          gradients[id] = try sum + contribution
        } else {
          gradients[id] = contribution
        }
      }
    }
    return (zip(variables, leaves).map { gradients[$1.id] ?? Tensor.filled(0, like: $0) }, reachesOlder)
  }

  /// The nodes that a node was computed from, newest first, and whether there are still older ones.
  private static func reachable(
    from root: TapeNode, notBefore oldest: UInt64
  ) -> (nodes: [TapeNode], reachesOlder: Bool) {
    guard root.id >= oldest else { return ([], true) }
    var reachesOlder = false
    var seen: Set<UInt64> = [root.id]
    var nodes = [root]
    var next = 0
    while next < nodes.count {
      for case let input? in nodes[next].inputs.lazy.map(\.node) {
        if input.id < oldest {
          reachesOlder = true
        } else if seen.insert(input.id).inserted {
          nodes.append(input)
        }
      }
      next += 1
    }
    nodes.sort { $0.id > $1.id }
    return (nodes, reachesOlder)
  }

  /// The value of a scalar function and its derivatives; see the public function of this name.
  fileprivate static func valueAndGradient(
    at arguments: [Tensor], of function: ([Tensor]) throws -> Tensor
  ) throws -> (value: Tensor, gradients: [Tensor]) {
    let variables = arguments.map { $0.tracked() }
    let value = try function(variables)
    let (gradients, isNested) = try value.differentiated(for: variables, recording: nil)
    return (isNested ? value : value.detached, gradients)
  }
}

/// The value of a scalar function and its derivatives, each with the shape of its argument.
///
/// Nests: called inside a function that is itself differentiated, both results can be differentiated again.
/// An argument that the function does not use gets zeros. Throws what the function throws, and when its value
/// is not a single number.
public func valueAndGradient(
  at arguments: [Tensor], of function: ([Tensor]) throws -> Tensor
) throws -> (value: Tensor, gradients: [Tensor]) {
  try Tensor.valueAndGradient(at: arguments, of: function)
}

/// The derivatives of a scalar function, each with the shape of its argument.
///
/// See also: `valueAndGradient(at:of:)`, whose gradients these are.
public func gradient(
  at arguments: [Tensor], of function: ([Tensor]) throws -> Tensor
) throws -> [Tensor] {
  try valueAndGradient(at: arguments, of: function).gradients
}

/// The derivative of a scalar function of one tensor, with the shape of that tensor.
public func gradient(at argument: Tensor, of function: (Tensor) throws -> Tensor) throws -> Tensor {
  try gradient(at: [argument]) { try function($0[0]) }[0]
}
