import Engine

/// A call of a library function with its arguments: typed access to them, with messages that name the parameter.
struct Call {
  let function: LibraryFunction
  /// One value for each parameter of the function.
  let values: [Value]
  /// The arguments of the variadic parameter.
  let rest: [Value]
  /// Their labels, if the call makes them up; else empty.
  var labels: [String] = []
  let machine: Machine

  /// The value of a parameter.
  subscript(name: String) -> Value {
    guard let index = function.parameters.firstIndex(where: { $0.name == name }) else { return .null }
    return values[index]
  }

  /// Whether a parameter was given a value other than nil.
  func has(_ name: String) -> Bool {
    switch self[name] {
    case .null, .unset: false
    default: true
    }
  }

  func number(_ name: String) throws -> Double {
    guard let number = self[name].number else { throw mismatch(name, "a number") }
    return number
  }

  func integer(_ name: String) throws -> Int {
    guard case .int(let value) = self[name] else { throw mismatch(name, "an integer") }
    return value
  }

  /// An integer from `minimum` up.
  func integer(_ name: String, atLeast minimum: Int) throws -> Int {
    let value = try integer(name)
    guard value >= minimum else {
      throw Fault(
        .invalidValue, "`\(name)` of `\(function.name)` must be at least \(minimum), but it is \(value)"
      ).about(name, of: self)
    }
    return value
  }

  /// An integer within some bounds.
  func integer(_ name: String, in bounds: ClosedRange<Int>) throws -> Int {
    let value = try integer(name, atLeast: bounds.lowerBound)
    guard value <= bounds.upperBound else {
      throw Fault(
        .limitExceeded,
        "`\(name)` of `\(function.name)` must be at most \(bounds.upperBound), but it is \(value)"
      ).about(name, of: self)
    }
    return value
  }

  func boolean(_ name: String) throws -> Bool {
    guard case .boolean(let value) = self[name] else { throw mismatch(name, "true or false") }
    return value
  }

  func string(_ name: String) throws -> String {
    guard case .string(let value) = self[name] else { throw mismatch(name, "a string") }
    return value
  }

  func array(_ name: String) throws -> [Value] {
    do { return try elements(of: self[name]) } catch let fault as Fault where fault.code == .typeMismatch {
      throw mismatch(name, "an array")
    }
  }

  func tensor(_ name: String, dtype: DType? = nil) throws -> Tensor {
    do { return try self[name].asTensor(dtype: dtype) } catch let fault as Fault
      where fault.code == .typeMismatch
    {
      throw mismatch(name, "a tensor or an array of numbers", because: fault)
    }
  }

  func numbers(_ name: String) throws -> [Double] {
    do { return try self[name].asNumbers() } catch let fault as Fault where fault.code == .typeMismatch {
      throw mismatch(name, "a list of numbers", because: fault)
    }
  }

  func dtype(_ name: String = "dtype") throws -> DType {
    guard let dtype = self[name].object(DTypeValue.self)?.dtype else {
      throw mismatch(name, "`float32` or `float64`")
    }
    return dtype
  }

  /// A function, closure or layer, made ready to be called.
  func callback(_ name: String) throws -> Callback {
    let value = self[name]
    switch value {
    case .function, .library, .object: return Callback(value, name, of: self)
    default: throw mismatch(name, "a function")
    }
  }

  /// A condition written as a closure or function of the language; nil for an element to look for.
  func condition(_ name: String) throws -> Callback? {
    guard case .function = self[name] else { return nil }
    return try callback(name)
  }

  /// An axis, or nil where none was given.
  func axis() throws -> Int? { has("axis") ? try integer("axis") : nil }

  /// The arguments of the variadic parameter as integers; a single array stands for its elements.
  func integers() throws -> [Int] {
    let values: [Value]
    if rest.count == 1, case .array(let elements) = rest[0] { values = elements } else { values = rest }
    return try values.map { value in
      guard case .int(let integer) = value else {
        throw Fault(.typeMismatch, "`\(function.name)` takes integers, but one argument is \(value.kind)")
      }
      return integer
    }
  }

  func mismatch(_ name: String, _ expected: String, because cause: Fault? = nil) -> Fault {
    let found = self[name]
    return Fault(
      .typeMismatch, "`\(function.name)` takes \(expected) for `\(name)`, but this is \(found.kind)",
      help: cause.map { $0.message.hasSuffix("this is \(found.kind)") ? [] : [$0.message] }
        ?? advice(for: name)
    ).about(name, of: self)
  }

  private func advice(for name: String) -> [String] {
    guard let parameter = function.parameters.first(where: { $0.name == name }),
      let advice = function.advice(for: parameter, given: self[name].argumentKind, self[name])
    else { return [] }
    return [advice]
  }
}

/// A value of the language that Swift code can call.
struct Callback {
  let value: Value
  /// The call of the library that calls it, and the parameter that it was given for.
  private let call: Call
  private let name: String

  init(_ value: Value, _ name: String, of call: Call) {
    self.value = value
    self.name = name
    self.call = call
  }

  private var machine: Machine { call.machine }

  func callAsFunction() throws -> Value { try machine.call(value, []) }

  func callAsFunction(_ argument: Value) throws -> Value {
    if let result = try machine.call(value, argument) { return result }
    guard let arity = value.arity, arity.lowerBound > 1 else { return try machine.call(value, [argument]) }
    // A tuple is taken apart for a function of several parameters, as in Swift.
    guard case .tuple(let tuple) = argument, arity.contains(tuple.values.count) else {
      throw unfit(for: argument, arity)
    }
    return try machine.call(value, tuple.values)
  }

  private func unfit(for argument: Value, _ arity: ClosedRange<Int>) -> Fault {
    let subject = value.functionName.isEmpty ? "this closure" : "`\(value.functionName)`"
    let help =
      switch argument {
      case .array(let elements) where arity.contains(elements.count):
        "a list is not taken apart: write `{ p in … }`, with `p[0]` and `p[1]`"
      default: "a closure for it is written `{ x in … }`"
      }
    return Fault(
      .argumentMismatch,
      "`\(call.function.name)` calls its function with 1 argument, but \(subject) takes \(inWords(arity: arity))",
      label: "is given \(argument.kind)", help: [help]
    ).about(name, of: call)
  }

  func callAsFunction(_ first: Value, _ second: Value) throws -> Value {
    try machine.call(value, first, second) ?? machine.call(value, [first, second])
  }
}

extension Value {
  /// How many arguments a function can be called with; nil for whatever else can be called.
  fileprivate var arity: ClosedRange<Int>? {
    switch self {
    case .function(let function): function.code.arity
    case .library(let function): function.arity
    default: nil
    }
  }

  /// The value as one of the library's kinds.
  func object<T: LibraryValue>(_ type: T.Type) -> T? {
    if case .object(let object) = self { return object as? T }
    return nil
  }
}
