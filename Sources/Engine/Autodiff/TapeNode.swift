import Synchronization

/// One recorded operation: its inputs, its result, and how a gradient flows back through it.
///
/// A pullback captures no tracked tensor; it gets the operation's inputs and output from the node. All links
/// of the tape are therefore the `inputs`, which keeps it free of cycles and lets it be freed in a loop.
///
/// `@unchecked Sendable`: nothing changes after `init` except `inputs`, which only `deinit` empties, of nodes
/// to which it holds the sole reference.
final class TapeNode: @unchecked Sendable {
  typealias Pullback = @Sendable (BackwardStep) throws -> [Tensor?]

  /// Ascending in order of creation: every input is older than the result.
  let id: UInt64
  private(set) var inputs: [Tensor]
  /// The result without its link to this node, which would be a cycle.
  let output: Tensor
  let pullback: Pullback

  private static let lastID = Atomic<UInt64>(0)

  init(inputs: [Tensor], output: Tensor, pullback: @escaping Pullback) {
    self.id = TapeNode.lastID.add(1, ordering: .relaxed).newValue
    self.inputs = inputs
    self.output = output
    self.pullback = pullback
  }

  /// Frees what only this node kept alive with a loop: a chain of a million operations, freed link by link,
  /// would otherwise recurse a million times.
  deinit {
    var pending = inputs.compactMap(\.node)
    guard !pending.isEmpty else { return }
    inputs = []
    while var node = pending.popLast() {
      if isKnownUniquelyReferenced(&node) {
        for input in node.inputs {
          if let next = input.node { pending.append(next) }
        }
        node.inputs = []
      }
    }
  }
}

/// What a pullback sees: the operation's inputs and output, and the gradient that arrives at the output.
struct BackwardStep: Sendable {
  let node: TapeNode
  let gradient: Tensor
  /// Whether the pullback is itself recorded, so that it can be differentiated again.
  let isRecorded: Bool
  /// Nodes older than this do not lead to what is being differentiated.
  let oldestWanted: UInt64

  /// An input of the operation.
  func input(_ index: Int = 0) -> Tensor {
    isRecorded ? node.inputs[index] : node.inputs[index].detached
  }

  /// The result of the operation.
  var output: Tensor {
    isRecorded ? Tensor(node.output.storage, shape: node.output.shape, node: node) : node.output
  }

  /// The shape of an input.
  func shape(_ index: Int = 0) -> [Int] { node.inputs[index].shape }

  /// Whether the gradient of an input is wanted.
  func needs(_ index: Int) -> Bool {
    node.inputs[index].node.map { $0.id >= oldestWanted } ?? false
  }
}

extension Tensor {
  /// Whether operations on this tensor are recorded.
  public var isTracked: Bool { node != nil }

  /// The same values without the record of where they came from.
  public var detached: Tensor { Tensor(storage, shape: shape) }

  /// The same values as a new variable that derivatives can be taken for.
  ///
  /// A tensor that is tracked already stays linked to where it came from, so that derivatives nest.
  public func tracked() -> Tensor {
    let value = detached
    let inputs = isTracked ? [self] : []
    return Tensor(
      storage, shape: shape, node: TapeNode(inputs: inputs, output: value) { step in [step.gradient] })
  }

  /// This result of an operation on one input, recorded if the input is tracked.
  @inline(__always)
  func recorded(
    from input: Tensor, _ pullback: @escaping @Sendable (BackwardStep) throws -> Tensor
  ) -> Tensor {
    guard input.isTracked else { return self }
    return Tensor(
      storage, shape: shape, node: TapeNode(inputs: [input], output: self) { try [pullback($0)] })
  }

  /// This result of an operation on several inputs, recorded if one of them is tracked.
  @inline(__always)
  func recorded(
    from inputs: Tensor..., pullback: @escaping @Sendable (BackwardStep) throws -> [Tensor?]
  ) -> Tensor {
    recorded(fromAll: inputs, pullback: pullback)
  }

  /// This result of an operation on any number of inputs, recorded if one of them is tracked.
  func recorded(
    fromAll inputs: [Tensor], pullback: @escaping @Sendable (BackwardStep) throws -> [Tensor?]
  ) -> Tensor {
    guard inputs.contains(where: \.isTracked) else { return self }
    return Tensor(
      storage, shape: shape, node: TapeNode(inputs: inputs, output: self, pullback: pullback))
  }
}
