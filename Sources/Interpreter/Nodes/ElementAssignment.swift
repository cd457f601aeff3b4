import Language
import OrderedCollections

/// `x[i] = …`, `x[i][j] *= …`, `pair.first = …`
final class ElementAssignmentNode: StatementNode {
  private let place: Place
  private let path: [AccessStep]
  /// The indices of the steps, if each has a single one, as elements of arrays have.
  private let indices: Children?
  private let operation: BinaryOperator?
  private let value: Child

  init(_ place: Place, _ path: [AccessStep], _ operation: BinaryOperator?, _ value: Node, _ span: Span) {
    self.place = place
    self.path = path
    let indices = path.compactMap(\.index)
    self.indices = indices.count == path.count ? Children(indices) : nil
    self.operation = operation
    self.value = Child(value)
    super.init(span)
  }

  override func run(_ frame: Frame) throws -> Flow {
    let value = try self.value.evaluate(frame)
    if case .void = value { throw nothingToAssign(at: self.value.span) }
    let stack = frame.state
    let first = stack.pointee.top
    defer { stack.pop(to: first) }
    var steps: [ResolvedStep] = []
    if indices != nil {
      try located(span) { try stack.require(path.count) }
      try indices?.push(on: stack, frame)
      if try changeElement(of: place.pointer(frame), first, 0, value) { return .next }
      steps = path.indices.map { ResolvedStep(part: .element([first[$0]]), span: path[$0].span) }
    } else {
      steps = try path.map { try $0.resolved(frame) }
    }
    try place.pointer(frame).pointee.update(at: steps[...]) { try change(&$0, value) }
    return .next
  }

  /// Changes the element of nested arrays and dictionaries to which the indices lead; false, and nothing changed,
  /// where anything else is on the way.
  private func changeElement(
    of container: UnsafeMutablePointer<Value>, _ indices: UnsafeMutablePointer<Value>, _ step: Int,
    _ value: Value
  ) throws -> Bool {
    guard step < path.count else {
      try change(&container.pointee, value)
      return true
    }
    if container.pointee.isArray, case .int(let index) = indices[step] {
      var elements = container.pointee.takeElements()
      defer { container.replace(with: .array(elements)) }
      let position = try located(path[step].span) {
        try Interpreter.position(index, in: elements.count, of: "the array")
      }
      return try changeElement(of: &elements[position], indices, step + 1, value)
    }
    guard container.pointee.isDictionary else { return false }
    var entries = container.pointee.takeEntries()
    defer { container.replace(with: .dictionary(entries)) }
    if let place = entries.index(forKey: indices[step]) {
      return try changeElement(of: &entries.values[place], indices, step + 1, value)
    }
    var added = Value.null
    guard try changeElement(of: &added, indices, step + 1, value) else { return false }
    entries[indices[step]] = added
    return true
  }

  private func change(_ element: inout Value, _ value: Value) throws {
    switch operation {
    case nil: element = value
    case .add?:
      if let sum = Addition.of(element, value) { element = sum } else { try combine(&element, .add, value) }
    case let operation?: try combine(&element, operation, value)
    }
  }

  @inline(never)
  private func combine(_ element: inout Value, _ operation: BinaryOperator, _ value: Value) throws {
    element = try located(span) { try apply(operation, element, value) }
  }
}

extension Value {
  fileprivate var isDictionary: Bool { if case .dictionary = self { true } else { false } }
}
