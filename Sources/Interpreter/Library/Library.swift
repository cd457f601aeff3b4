/// Everything that a cell can use without declaring it: functions, constants, and the members of values.
final class Library {
  /// The kinds of built-in values that have members.
  enum Receiver: Int, CaseIterable {
    case array, string, dictionary, tensor, range, tuple, rational
  }

  /// The functions in the order of the reference.
  let functions: [LibraryFunction]
  private let values: [String: Value]
  private let properties: [Receiver: [Property]]
  private let methods: [Receiver: [Method]]

  init() {
    functions =
      Library.numbers + Library.printing + Library.tensors + Library.reductions + Library.collections
      + Library.gradients + Library.layers + Library.training + Library.data + Library.drawing
      + Library.normalisation + Library.combination + Library.schedules + Library.diagnostics
      + Library.storage + Library.importing + Library.constructions + Library.losses + Library.exactness
      + Library.pieces
      + Library.regions + Library.bounds + Library.interacting + Library.help
    var values = Library.constants
    for function in functions { values[function.name] = .library(function) }
    self.values = values
    properties = [
      .array: Library.arrayProperties, .string: Library.stringProperties,
      .dictionary: Library.dictionaryProperties, .tensor: Library.tensorProperties,
      .range: Library.rangeProperties, .tuple: [], .rational: Library.rationalProperties,
    ]
    methods = [
      .array: Library.arrayMethods, .string: Library.stringMethods, .dictionary: Library.dictionaryMethods,
      .tensor: Library.tensorMethods + Library.tensorReductions, .range: Library.rangeMethods, .tuple: [],
      .rational: [],
    ]
  }

  /// What a name of the library stands for.
  func value(_ name: String) -> Value? { values[name] }

  var names: [String] { Array(values.keys) }

  func property(_ name: String, of value: Value) -> Property? {
    value.receiver.flatMap { properties[$0]?.first { $0.name == name } }
  }

  func method(_ name: String, of value: Value) -> Method? {
    value.receiver.flatMap { methods[$0]?.first { $0.function.name == name } }
  }

  /// The methods of one name, which calls look for at every turn.
  struct MethodFamily {
    /// By the receiver's kind.
    fileprivate let methods: [Method?]

    /// Whether they exist and all change their receivers.
    var areMutating: Bool {
      let known = methods.compactMap { $0 }
      return !known.isEmpty && known.allSatisfy(\.isMutating)
    }

    subscript(receiver: Value) -> Method? { receiver.receiver.flatMap { methods[$0.rawValue] } }
  }

  func methods(named name: String) -> MethodFamily {
    MethodFamily(
      methods: Receiver.allCases.map { methods[$0]?.first { $0.function.name == name } })
  }

  /// The members of a value, for completion and proposals.
  func memberNames(of value: Value) -> [String] {
    switch value {
    case .object(let object): return object.memberNames
    case .tuple(let tuple): return tuple.labels.enumerated().map { $1 ?? String($0) }
    default: break
    }
    guard let receiver = value.receiver else { return [] }
    return (properties[receiver] ?? []).map(\.name) + (methods[receiver] ?? []).map(\.function.name)
  }
}

/// A member that is read: `xs.count`.
struct Property {
  let name: String
  let summary: String
  let get: (Value) throws -> Value

  init(_ name: String, _ summary: String, get: @escaping (Value) throws -> Value) {
    self.name = name
    self.summary = summary
    self.get = get
  }
}

/// A member that is called: `xs.append(x)`.
struct Method {
  /// Name, parameters and help.
  let function: LibraryFunction
  /// Whether it changes its receiver, which must then be a variable.
  let isMutating: Bool
  let body: (inout Value, Call) throws -> Value

  init(
    _ name: String, _ summary: String, _ parameters: [LibraryFunction.Parameter] = [], example: String,
    shape: ShapeRule? = nil, body: @escaping (Value, Call) throws -> Value
  ) {
    function = LibraryFunction(name, summary, parameters, example: example, shape: shape) { _ in .void }
    isMutating = false
    self.body = { receiver, call in try body(receiver, call) }
  }

  init(
    mutating name: String, _ summary: String, _ parameters: [LibraryFunction.Parameter] = [], example: String,
    body: @escaping (inout Value, Call) throws -> Value
  ) {
    function = LibraryFunction(name, summary, parameters, example: example) { _ in .void }
    isMutating = true
    self.body = body
  }
}

extension Value {
  fileprivate var receiver: Library.Receiver? {
    switch self {
    case .array: .array
    case .string: .string
    case .dictionary: .dictionary
    case .tensor: .tensor
    case .range: .range
    case .tuple: .tuple
    case .rational: .rational
    default: nil
    }
  }
}
