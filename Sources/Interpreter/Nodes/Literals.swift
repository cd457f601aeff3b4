import Engine
import Language
import OrderedCollections

final class ConstantNode: Node {
  private let place: UnsafeMutablePointer<Value>

  init(_ value: Value, _ span: Span) {
    place = .allocate(capacity: 1)
    place.initialize(to: value)
    super.init(span)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  var value: Value { place.pointee }

  override var operand: Operand { .fixed(place) }
  override var isQuiet: Bool { true }

  override func evaluate(_ frame: Frame) -> Value { value }
}

final class ArrayNode: Node {
  let elements: [Node]

  init(_ elements: [Node], _ span: Span) {
    self.elements = elements
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    .array(try elements.map { try $0.evaluate(frame) })
  }
}

final class DictionaryNode: Node {
  let pairs: [(key: Node, value: Node)]

  init(_ pairs: [(key: Node, value: Node)], _ span: Span) {
    self.pairs = pairs
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    var result = OrderedDictionary<Value, Value>(minimumCapacity: pairs.count)
    for pair in pairs { result[try pair.key.evaluate(frame)] = try pair.value.evaluate(frame) }
    return .dictionary(result)
  }
}

final class TupleNode: Node {
  let labels: [String?]
  let elements: [Node]

  init(_ labels: [String?], _ elements: [Node], _ span: Span) {
    self.labels = labels
    self.elements = elements
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    .tuple(TupleValue(labels: labels, values: try elements.map { try $0.evaluate(frame) }))
  }
}

final class RangeNode: Node {
  let lower: Node?
  let upper: Node?
  let isClosed: Bool

  init(_ lower: Node?, _ upper: Node?, isClosed: Bool, _ span: Span) {
    self.lower = lower
    self.upper = upper
    self.isClosed = isClosed
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    let range = RangeValue(
      lower: try lower?.evaluate(frame), upper: try upper?.evaluate(frame), isClosed: isClosed)
    for end in [range.lower, range.upper] {
      if let end, end.number == nil {
        throw Fault(.typeMismatch, "a range goes from number to number, but one end is \(end.kind)").at(span)
      }
    }
    return .range(range)
  }
}

/// A string with interpolations.
final class StringNode: Node {
  enum Part {
    case text(String)
    case value(Node)
  }

  let parts: [Part]

  init(_ parts: [Part], _ span: Span) {
    self.parts = parts
    super.init(span)
  }

  override func evaluate(_ frame: Frame) throws -> Value {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): try located(span) { try result.lengthen(by: text) }
      case .value(let node):
        let text = try node.evaluate(frame).text
        try located(node.span) { try result.lengthen(by: text) }
      }
    }
    return .string(result)
  }
}

/// A closure or function: captures the values that its body needs.
final class FunctionNode: Node {
  let code: FunctionCode
  /// The slots of the surrounding frame whose values are captured.
  let captured: [Int]

  init(_ code: FunctionCode, captured: [Int], _ span: Span) {
    self.code = code
    self.captured = captured
    super.init(span)
  }

  override func evaluate(_ frame: Frame) -> Value {
    .function(FunctionValue(code, captures: captured.map { frame.slots[$0] }))
  }
}
