import Language

/// `x[i]`, `x[0..<3, ...]`
final class IndexNode: Node {
  let base: Node
  let indices: [Node]

  init(_ base: Node, _ indices: [Node], _ span: Span) {
    self.base = base
    self.indices = indices
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let base = try self.base.evaluate(frame)
    if indices.count == 1, case .array(let elements) = base,
      case .int(let index) = try indices[0].evaluate(frame)
    {
      return elements[try located(span) { try position(index, in: elements.count, of: "the array") }]
    }
    let indices = try self.indices.map { try $0.evaluate(frame) }
    return try located(span) { try base.element(at: indices) }
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
  let indices: [Node]
  let span: Span

  func resolved(_ frame: Frame) throws -> ResolvedStep {
    ResolvedStep(indices: try indices.map { try $0.evaluate(frame) }, span: span)
  }
}

struct ResolvedStep {
  let indices: [Value]
  let span: Span
}
