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
      switch (step.part, container) {
      case (.member(let name), .tuple): try updateMember(name, rest, change)
      case (.member, _): throw Fault.fixedMember(in: step, rest)
      case (.element(let indices), .array): try updateElement(indices, rest, change)
      case (.element(let indices), .dictionary): try updateEntry(indices, rest, change)
      case (.element(let indices), .tensor): try updateNumbers(indices, rest, change)
      case (.element, .text), (.element, .tuple), (.element, .fixed):
        throw Fault(.badAssignment, "the elements of \(kind) cannot be changed")
      case (.element, .none): throw Fault(.typeMismatch, "\(kind) has no elements to assign to")
      }
    }
  }

  private enum Container { case array, dictionary, tensor, text, tuple, fixed, none }

  /// Asked for apart, since a `switch` over the value itself would hold it, and its change then copy it.
  private var container: Container {
    switch self {
    case .array: .array
    case .dictionary: .dictionary
    case .tensor: .tensor
    case .string: .text
    case .tuple: .tuple
    case .range: .fixed
    default: .none
    }
  }

  private mutating func updateMember(
    _ name: String, _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard let (labels, old) = takeTuple() else { return }
    var values = old
    defer { self = .tuple(TupleValue(labels: labels, values: values)) }
    guard let index = Int(name) ?? labels.firstIndex(of: name), values.indices.contains(index) else {
      throw Fault.unknownMember(
        name, of: "a tuple", among: labels.enumerated().map { $1 ?? String($0) }, in: nil)
    }
    try values[index].update(at: rest, change)
  }

  private mutating func updateElement(
    _ indices: [Value], _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard indices.count == 1, case .int(let index) = indices[0] else {
      throw Fault(
        .typeMismatch, "one element of an array is assigned at a time, with an integer as its index")
    }
    var elements = takeElements()
    defer { self = .array(elements) }
    let i = try position(index, in: elements.count, of: "the array")
    try elements[i].update(at: rest, change)
  }

  private mutating func updateEntry(
    _ indices: [Value], _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard indices.count == 1 else { throw Fault(.typeMismatch, "a dictionary takes one key") }
    let key = indices[0]
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
    _ indices: [Value], _ rest: ArraySlice<ResolvedStep>, _ change: (inout Value) throws -> Void
  ) throws {
    guard var tensor = takeTensor() else { return }
    defer { self = .tensor(tensor) }
    let index = try Value.tensorIndex(indices)
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

  /// The labels and values of a tuple, which the value no longer holds; nil for anything else.
  @inline(never)
  mutating func takeTuple() -> (labels: [String?], values: [Value])? {
    guard case .tuple(let tuple) = self else { return nil }
    self = .void
    return (tuple.labels, tuple.values)
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

extension Fault {
  /// An assignment to a member of anything but a tuple.
  static func fixedMember(_ name: String) -> Fault {
    Fault(
      .badAssignment, "the member `\(name)` cannot be assigned to",
      help: [ForeignNames.advice(forAssigning: name)])
  }

  /// The same on the way to a part: what was meant to change is the last member.
  fileprivate static func fixedMember(in step: ResolvedStep, _ rest: ArraySlice<ResolvedStep>) -> Fault {
    let members = ([step] + rest).compactMap { step in
      if case .member(let name) = step.part { (name, step.span) } else { nil }
    }
    return fixedMember(members.last?.0 ?? "").at(members.last?.1 ?? step.span)
  }
}
