import Language

/// A node's hold on a node below it.
///
/// A plain reference would be retained and released at every step of a loop, which costs more than the step. A
/// child holds its node from its own birth to its own end, and nothing can take the node away in between: so a
/// call through it needs no counting.
struct Child: ~Copyable {
  private let node: Unmanaged<Node>
  /// The slot that the node reads, if that is all it does: then it need not be asked. Otherwise -1.
  private let slot: Int

  init(_ node: Node) {
    self.node = .passRetained(node)
    slot = (node as? LocalNode)?.slot ?? -1
  }

  deinit { node.release() }

  @inline(__always)
  func evaluate(_ frame: Frame) throws -> Value {
    if slot >= 0 { return frame.slots[slot] }
    return try node._withUnsafeGuaranteedRef { try $0.evaluate(frame) }
  }

  @inline(__always)
  func run(_ frame: Frame) throws -> Flow {
    try node._withUnsafeGuaranteedRef { try $0.run(frame) }
  }

  @inline(__always)
  func finish(_ frame: Frame) throws -> Value {
    try node._withUnsafeGuaranteedRef { try $0.finish(frame) }
  }

  @inline(__always)
  func holds(_ frame: Frame) throws -> Bool {
    try node._withUnsafeGuaranteedRef { try $0.holds(frame) }
  }

  /// The node itself, for whoever needs more than its value.
  var span: Span { node._withUnsafeGuaranteedRef { $0.span } }
}

/// Children in a row, as statements and arguments are.
struct Children: ~Copyable {
  private let nodes: UnsafeMutableBufferPointer<Unmanaged<Node>>

  init(_ nodes: [Node]) {
    self.nodes = .allocate(capacity: nodes.count)
    _ = self.nodes.initialize(from: nodes.map { Unmanaged.passRetained($0) })
  }

  deinit {
    for node in nodes { node.release() }
    nodes.deallocate()
  }

  var count: Int { nodes.count }

  @inline(__always)
  func evaluate(_ index: Int, _ frame: Frame) throws -> Value {
    try nodes[index]._withUnsafeGuaranteedRef { try $0.evaluate(frame) }
  }

  @inline(__always)
  func run(_ index: Int, _ frame: Frame) throws -> Flow {
    try nodes[index]._withUnsafeGuaranteedRef { try $0.run(frame) }
  }

  @inline(__always)
  func finish(_ index: Int, _ frame: Frame) throws -> Value {
    try nodes[index]._withUnsafeGuaranteedRef { try $0.finish(frame) }
  }

  /// The values of all, in order.
  func evaluate(_ frame: Frame) throws -> [Value] {
    try nodes.map { try $0._withUnsafeGuaranteedRef { try $0.evaluate(frame) } }
  }
}
