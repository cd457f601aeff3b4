import Language

extension Machine {
  /// Calls any value that can be called, with arguments in their order.
  func call(_ callee: Value, _ arguments: [Value], labels: [String?] = []) throws -> Value {
    let isPositional = labels.isEmpty
    let labels = isPositional ? [String?](repeating: nil, count: arguments.count) : labels
    switch callee {
    case .function(let function):
      if isPositional, arguments.count == function.inside.pointee.parameterCount {
        return try frame.call(function.inside, of: function, from: nil) {
          for value in arguments { $0.push(value) }
        }
      }
      let order = try function.code.order(of: labels)
      return try frame.call(function.inside, of: function, from: nil) { stack in
        for index in order { stack.push(index.map { arguments[$0] } ?? .unset) }
      }
    case .library(let function):
      return try function.body(function.bind(arguments, labels: labels, self))
    case .object(let object):
      if labels.allSatisfy({ $0 == nil }), let result = try object.call(arguments, self) { return result }
      throw Fault.notCallable(callee, argumentCount: arguments.count)
    default:
      throw Fault.notCallable(callee, argumentCount: arguments.count)
    }
  }

  /// Calls a function of the language that takes one argument, straight from where the argument is; nil for any
  /// other callee.
  func call(_ callee: Value, _ argument: Value) throws -> Value? {
    guard case .function(let function) = callee, function.inside.pointee.parameterCount == 1 else {
      return nil
    }
    return try frame.call(function.inside, of: function, from: nil) { $0.push(argument) }
  }

  /// The same with two arguments.
  func call(_ callee: Value, _ first: Value, _ second: Value) throws -> Value? {
    guard case .function(let function) = callee, function.inside.pointee.parameterCount == 2 else {
      return nil
    }
    return try frame.call(function.inside, of: function, from: nil) {
      $0.push(first)
      $0.push(second)
    }
  }

  /// `value.name`
  func member(_ name: String, of value: Value) throws -> Value {
    if case .tuple(let tuple) = value {
      if let index = Int(name) ?? tuple.labels.firstIndex(of: name), tuple.values.indices.contains(index) {
        return tuple.values[index]
      }
    } else if case .object(let object) = value, let member = try object.member(name) {
      return member
    }
    if let property = library.property(name, of: value) { return try property.get(value) }
    if library.method(name, of: value) != nil {
      throw Fault(.unknownMember, "`\(name)` is a method: call it", help: ["write `.\(name)(…)`"])
    }
    let names = library.memberNames(of: value)
    throw Fault.unknownMember(name, of: value.kind, among: names, in: library)
  }
}

extension Fault {
  /// Arguments behind a member that is read.
  static func propertyCalled(_ name: String, of value: Value) -> Fault {
    let isEnd = name == "first" || name == "last"
    return Fault(
      .notCallable, "`\(name)` of \(value.kind) is a value, which takes no arguments",
      help: [isEnd ? "write `xs.filter { x in … }.\(name)`" : "leave what follows it out"])
  }

  /// Parentheses behind what is no function.
  static func notCallable(_ callee: Value, argumentCount: Int) -> Fault {
    let help: String? =
      switch callee {
      case _ where argumentCount == 0: "it is a value: leave the parentheses out"
      case _ where callee.number != nil: "for a product write `*`"
      case .array(let elements) where elements.contains { $0.object(LayerValue.self) != nil }:
        Advice.joinedLayers
      case .array, .dictionary, .string, .tensor, .tuple:
        "an element is picked with brackets, as in `xs[0]`"
      default: nil
      }
    return Fault(.notCallable, "\(callee.kind) cannot be called", help: help.map { [$0] } ?? [])
  }
}

extension Value {
  /// Whether it is a function, or one of the library's values, some of which are called like one.
  var isCallable: Bool {
    switch self {
    case .function, .library, .object: true
    default: false
    }
  }
}
