import Engine
import Language
import OrderedCollections

extension Value {
  /// Changes the part of this value to which `steps` lead; `change` sees it and may replace it.
  ///
  /// The change happens in place where nobody else holds the value. If anything throws, the value is as before.
  mutating func update(at steps: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void) throws {
    guard let step = steps.first else { return try change(&self) }
    let rest = steps.dropFirst()
    try located(step.span) {
      switch container {
      case .array: try updateElement(step, rest, change)
      case .dictionary: try updateEntry(step, rest, change)
      case .tensor: try updateNumbers(step, rest, change)
      case .text, .fixed: throw Fault(.badAssignment, "the elements of \(kind) cannot be changed")
      case .none: throw Fault(.typeMismatch, "\(kind) has no elements to assign to")
      }
    }
  }

  private enum Container { case array, dictionary, tensor, text, fixed, none }

  /// Asked for apart, since a `switch` over the value itself would hold it, and its change then copy it.
  private var container: Container {
    switch self {
    case .array: .array
    case .dictionary: .dictionary
    case .tensor: .tensor
    case .string: .text
    case .tuple, .range: .fixed
    default: .none
    }
  }

  private mutating func updateElement(
    _ step: ResolvedStep, _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard step.indices.count == 1, case .int(let index) = step.indices[0] else {
      throw Fault(
        .typeMismatch, "one element of an array is assigned at a time, with an integer as its index")
    }
    var elements = takeElements()
    defer { self = .array(elements) }
    let i = try position(index, in: elements.count, of: "the array")
    try elements[i].update(at: rest, change)
  }

  private mutating func updateEntry(
    _ step: ResolvedStep, _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard step.indices.count == 1 else { throw Fault(.typeMismatch, "a dictionary takes one key") }
    let key = step.indices[0]
    var entries = takeEntries()
    defer { self = .dictionary(entries) }
    if let place = entries.index(forKey: key) {
      try entries.values[place].update(at: rest, change)
    } else {
      var element = Value.null
      try element.update(at: rest, change)
      entries[key] = element
    }
  }

  private mutating func updateNumbers(
    _ step: ResolvedStep, _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard var tensor = takeTensor() else { return }
    defer { self = .tensor(tensor) }
    let index = try Value.tensorIndex(step.indices)
    var part = Value.tensor(try tensor.selecting(index))
    try part.update(at: rest, change)
    try tensor.assign(part.asTensor(dtype: tensor.dtype), to: index)
  }

  /// Adds what belongs at the end of an array or a text, in place; false for everything else.
  mutating func grow(by value: Value, at span: Span) throws -> Bool {
    switch (container, value) {
    case (.array, .array(let added)):
      var elements = takeElements()
      defer { self = .array(elements) }
      try located(span) { try requireRoom(elements.count, added.count, of: RangeValue.longestList, "array") }
      elements += added
      return true
    case (.text, .string(let added)):
      var text = takeText()
      defer { self = .string(text) }
      try located(span) { try text.lengthen(by: added) }
      return true
    default: return false
    }
  }

  /// Whether it is an array or a text of which a copy takes long beside a look for an interrupt.
  var isLong: Bool {
    switch self {
    case .array(let elements): elements.count > 1 << 14
    case .string(let text): text.utf8.count > 1 << 16
    default: false
    }
  }

  // A function of its own for each: what a pattern match holds is let go at its end, for certain.

  /// The elements of an array, which the value no longer holds: they can be changed without a copy.
  @inline(never)
  mutating func takeElements() -> [Value] {
    guard case .array(let elements) = self else { return [] }
    self = .void
    return elements
  }

  /// The text of a string, which the value no longer holds.
  @inline(never)
  mutating func takeText() -> String {
    guard case .string(let text) = self else { return "" }
    self = .void
    return text
  }

  /// A tensor, which the value no longer holds; nil for everything else.
  @inline(never)
  private mutating func takeTensor() -> Tensor? {
    guard case .tensor(let tensor) = self else { return nil }
    self = .void
    return tensor
  }

  /// The entries of a dictionary, which the value no longer holds.
  @inline(never)
  mutating func takeEntries() -> OrderedDictionary<Value, Value> {
    guard case .dictionary(let entries) = self else { return [:] }
    self = .void
    return entries
  }
}
