import Language

/// `x[i]`, `x[0..<3, ...]`
final class IndexNode: Node {
  private let base: Child
  private let indices: Children
  /// Whether the base is still what it was when the index has been evaluated.
  private let isSteady: Bool

  init(_ base: Node, _ indices: [Node], _ span: Span) {
    self.base = Child(base)
    self.indices = Children(indices)
    isSteady = indices.count == 1 && indices[0].isQuiet
    super.init(span)
  }

  override var isQuiet: Bool { base.node.isQuiet && indices.nodes.allSatisfy(\.isQuiet) }

  override func evaluate(_ frame: Frame) throws -> Value {
    if let place = try place(frame) { return place.pointee }
    let base = try self.base.evaluate(frame)
    if indices.count == 1, case .dictionary(let entries) = base {
      return entries[try indices.evaluate(0, frame)] ?? .null
    }
    let indices = try self.indices.evaluate(frame)
    return try located(span) { try base.element(at: indices) }
  }

  /// An element of an array is read where it lies, without counting a reference to the array.
  override func place(_ frame: Frame) throws -> UnsafeMutablePointer<Value>? {
    guard isSteady, let base = try self.base.place(frame), base.pointee.isArray,
      case .int(let index) = try indices.evaluate(0, frame), let elements = base.elements,
      let first = elements.baseAddress
    else { return nil }
    let isInside = index >= 0 && index < elements.count
    return UnsafeMutablePointer(mutating: first + (isInside ? index : try fromTheEnd(index, elements.count)))
  }

  @inline(never)
  private func fromTheEnd(_ index: Int, _ count: Int) throws -> Int {
    try located(span) { try position(index, in: count, of: "the array") }
  }
}

extension UnsafeMutablePointer<Value> {
  /// The elements of an array where they lie, without counting a reference to it.
  @inline(__always)
  fileprivate var elements: UnsafeBufferPointer<Value>? {
    guard case .array(let elements) = pointee else { return nil }
    return elements.withUnsafeBufferPointer { $0 }
  }
}

/// `...` inside an index.
final class EllipsisNode: Node {
  override func evaluate(_ frame: Frame) -> Value { .range(.everything) }
}

/// `x.count`, `pair.0`
final class MemberNode: Node {
  let base: Node
  let name: String
  let nameSpan: Span

  init(_ base: Node, _ name: String, _ nameSpan: Span, _ span: Span) {
    self.base = base
    self.name = name
    self.nameSpan = nameSpan
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let base = try self.base.evaluate(frame)
    return try located(nameSpan) { try frame.machine.member(name, of: base) }
  }
}

/// One step from a value to a part of it, on the left side of an assignment.
struct AccessStep {
  enum Part {
    case element([Node])
    case member(String)
  }

  let part: Part
  let span: Span

  func resolved(_ frame: Frame) throws -> ResolvedStep {
    switch part {
    case .element(let indices):
      ResolvedStep(part: .element(try indices.map { try $0.evaluate(frame) }), span: span)
    case .member(let name): ResolvedStep(part: .member(name), span: span)
    }
  }

  /// The index, if the step has one and no more, as that to an element of an array has.
  var index: Node? {
    if case .element(let indices) = part, indices.count == 1 { indices[0] } else { nil }
  }
}

struct ResolvedStep {
  enum Part {
    case element([Value])
    case member(String)
  }

  let part: Part
  let span: Span
}
