import Engine
import OrderedCollections

/// A value as a debugger lists it: what is inside of it is looked at only when asked for.
public struct InspectedValue {
  /// The name, the index or the key by which it is found.
  public let name: String
  private let value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// The value on one line, at most some hundred characters.
  public var text: String {
    switch value {
    case .void: ""
    case .string(let text): text.debugDescription.oneLine
    case .object(let object): object.text.oneLine
    case .tensor(let tensor) where tensor.count > 1_000: "\(tensor.summary)"
    default: value.description.oneLine
    }
  }

  /// What kind of value it is, as a front end writes it beside the name.
  ///
  /// The kinds that Python has too go by the names that JupyterLab knows: it then shows the value. Of the others it
  /// shows this alone, and where this is nil, the text.
  public var type: String? {
    switch value {
    case .boolean: "bool"
    case .int: "int"
    case .double: "float"
    case .string: "str"
    case .array(let elements): "array of \(elements.count)"
    case .dictionary(let dictionary): "dictionary of \(dictionary.count)"
    case .tuple(let tuple): "tuple of \(tuple.values.count)"
    case .tensor(let tensor) where tensor.rank > 0: "tensor \(tensor.summary)"
    case .function(let function): "func \(function.code.signature)"
    case .library(let function): "func \(function.signature)"
    case .object(let object): InspectedValue.type(of: object)
    default: nil
    }
  }

  private static func type(of object: any LibraryValue) -> String {
    let kind = Swift.type(of: object).kind
    let noun =
      kind.hasPrefix("a ") ? kind.dropFirst(2) : kind.hasPrefix("an ") ? kind.dropFirst(3) : kind[...]
    switch object {
    case let network as LayerValue:
      return "\(noun): \(network.layer.kind), \(Interpreter.count(network.layer.parameterCount, "parameter"))"
    case let data as DatasetValue: return "\(noun): \(data.text.prefix { $0 != "\n" })"
    default: return String(noun)
    }
  }

  // MARK: What is inside

  /// How many values are inside of it.
  public var count: Int {
    switch value {
    case .array(let elements): elements.count
    case .dictionary(let dictionary): dictionary.count
    case .tuple(let tuple): tuple.values.count
    case .tensor(let tensor): tensor.shape.first ?? 0
    case .object(let object): object.memberNames.count
    default: 0
    }
  }

  /// Whether what is inside goes by numbers.
  public var isIndexed: Bool {
    switch value {
    case .array, .tensor: true
    default: false
    }
  }

  /// Some of the values inside; those beyond the last are left out.
  public func elements(_ range: Range<Int>) -> [InspectedValue] {
    range.clamped(to: 0..<count).map { element($0) }
  }

  private func element(_ index: Int) -> InspectedValue {
    switch value {
    case .array(let elements): inside("[\(index)]") { elements[index] }
    case .dictionary(let dictionary):
      inside(dictionary.elements[index].key.description.oneLine) { dictionary.elements[index].value }
    case .tuple(let tuple): inside(tuple.labels[index] ?? "\(index)") { tuple.values[index] }
    case .tensor(let tensor): inside("[\(index)]") { .tensor(try tensor.selecting([.at(index)])) }
    case .object(let object):
      inside(object.memberNames[index]) { try object.member(object.memberNames[index]) ?? .null }
    default: inside("") { .null }
    }
  }

  /// A member that cannot be had says why in its place.
  private func inside(_ name: String, _ value: () throws -> Value) -> InspectedValue {
    do { return InspectedValue(name, try value()) } catch {
      return InspectedValue(name, .string(Fault(error).message))
    }
  }
}

extension String {
  /// The text without line breaks, cut off where it becomes long.
  fileprivate var oneLine: String {
    let short = prefix(120)
    let line = short.split(whereSeparator: \.isNewline).joined(separator: " ")
    return short.endIndex < endIndex ? line + "…" : line
  }
}
