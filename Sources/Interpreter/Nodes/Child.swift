import Language

/// A node's hold on a node below it.
///
/// A plain reference would be retained and released at every step of a loop, which costs more than the step. A
/// child holds its node from its own birth to its own end, and nothing can take the node away in between: so a
/// call through it needs no counting.
struct Child: ~Copyable {
  private let held: Unmanaged<Node>
  /// Where the value lies, if it lies anywhere: then the node need not be asked.
  private let operand: Operand

  init(_ node: Node) {
    held = .passRetained(node)
    operand = node.operand
  }

  deinit { held.release() }

  /// The value, if it is an integer that lies somewhere; nil for everything else.
  @inline(__always)
  func integer(_ frame: Frame) -> Int? { operand.integer(in: frame) }

  @inline(__always)
  func evaluate(_ frame: Frame) throws -> Value {
    if let number = operand.number(in: frame) { return number }
    return try held._withUnsafeGuaranteedRef { try $0.evaluate(frame) }
  }

  /// Where the value lies at the moment, if it lies anywhere.
  @inline(__always)
  func place(_ frame: Frame) throws -> UnsafeMutablePointer<Value>? {
    if let place = operand.place(in: frame) { return operand.isShifted ? nil : place }
    return try held._withUnsafeGuaranteedRef { try $0.place(frame) }
  }

  @inline(__always)
  func run(_ frame: Frame) throws -> Flow {
    try held._withUnsafeGuaranteedRef { try $0.run(frame) }
  }

  @inline(__always)
  func holds(_ frame: Frame) throws -> Bool {
    try held._withUnsafeGuaranteedRef { try $0.holds(frame) }
  }

  /// The node itself, for whoever needs more than its value.
  var node: Node { held.takeUnretainedValue() }

  var span: Span { held._withUnsafeGuaranteedRef { $0.span } }
}

/// Children in a row, as statements and arguments are.
struct Children: ~Copyable {
  private let children: UnsafeMutableBufferPointer<Child>

  init(_ nodes: [Node]) {
    children = .allocate(capacity: nodes.count)
    for (index, node) in nodes.enumerated() { children.initializeElement(at: index, to: Child(node)) }
  }

  deinit {
    children.deinitialize()
    children.deallocate()
  }

  var count: Int {
    @inline(__always) get { children.count }
  }

  /// The nodes themselves.
  var nodes: [Node] { (0..<count).map { children[$0].node } }

  @inline(__always)
  func evaluate(_ index: Int, _ frame: Frame) throws -> Value { try children[index].evaluate(frame) }

  /// Runs statements up to the first after which things do not go on as usual.
  @inline(__always)
  func run(_ frame: Frame, count: Int) throws -> Flow {
    var index = 0
    while index < count {
      let flow = try children[index].run(frame)
      guard case .next = flow else { return flow }
      index &+= 1
    }
    return .next
  }

  @inline(__always)
  func run(_ frame: Frame) throws -> Flow { try run(frame, count: count) }

  /// Puts the values of all on the stack.
  @inline(__always)
  func push(on stack: UnsafeMutablePointer<EvaluationState>, _ frame: Frame) throws {
    var index = 0
    while index < count {
      stack.push(try children[index].evaluate(frame))
      index &+= 1
    }
  }

  /// The values of all, in order.
  func evaluate(_ frame: Frame) throws -> [Value] {
    try (0..<count).map { try children[$0].evaluate(frame) }
  }
}

/// A node's hold on a condition. A comparison, which most conditions are, is decided on the spot.
struct Condition: ~Copyable {
  private let child: Child
  private let comparison: Unmanaged<ComparisonNode>?

  init(_ node: Node) {
    child = Child(node)
    comparison = (node as? ComparisonNode).map { .passUnretained($0) }
  }

  var node: Node { child.node }

  @inline(__always)
  func holds(_ frame: Frame) throws -> Bool {
    if let comparison { return try comparison._withUnsafeGuaranteedRef { try $0.decide(frame) } }
    return try child.holds(frame)
  }

  /// Whether it holds, if that can be seen without evaluating anything; nil otherwise.
  @inline(__always)
  func seen(_ frame: Frame) -> Bool? {
    comparison.flatMap { $0._withUnsafeGuaranteedRef { $0.seen(frame) } }
  }
}
