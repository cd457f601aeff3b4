import Engine
import Theory

extension Library {
  /// Numbers and networks without rounding.
  static var exactness: [LibraryFunction] {
    [
      LibraryFunction(
        "rational",
        "An exact number: an integer over another one, the number that a text such as \"3/7\" or \"0.1\" spells, or the binary fraction that a floating-point number holds. Arithmetic with integers stays exact.",
        [.required("numerator", .any), .optional("denominator", .integer, .int(1))],
        example: "rational(3, 7) + rational(1, 2)"
      ) { call in
        let denominator = try call.integer("denominator")
        guard denominator != 0 else { throw Fault.divisionByZero }
        let number: Rational
        switch call["numerator"] {
        case .string(let text): number = try Rational(parsing: text)
        case let value: number = try exactNumber(value, of: call)
        }
        return .rational(try number / Rational(denominator))
      },
      LibraryFunction(
        "exact",
        "A number, a list of numbers or a network without rounding: every floating-point number is an integer times a power of two. An exact network is called with numbers or lists of them and answers with exact numbers.",
        [.required("x", .any)], example: "let e = exact(Linear(2, 3) >> relu >> Linear(3, 1)); e([1, 0.5])"
      ) { call in
        var made: [ListIdentity: Value] = [:]
        return try exact(call["x"], call, &made)
      },
    ]
  }

  static var rationalProperties: [Property] {
    [
      Property("numerator", "The integer above the line.") { value in
        .rational(Rational(value.fraction?.numerator ?? 0))
      },
      Property("denominator", "The integer below the line, at least 1.") { value in
        .rational(Rational(value.fraction?.denominator ?? 1))
      },
    ]
  }

  /// - Parameter made: the lists that were gone through already: one may be there many times.
  private static func exact(_ value: Value, _ call: Call, _ made: inout [ListIdentity: Value]) throws -> Value
  {
    switch value {
    case .array(let elements):
      if let known = made[ListIdentity(elements)] { return known }
      try call.machine.pollNow()
      let list = Value.array(try elements.map { try exact($0, call, &made) })
      made[ListIdentity(elements)] = list
      return list
    case .range, .tensor:
      if case .tensor(let tensor) = value, tensor.rank == 0 { break }
      return .array(try elements(of: value).map { try exact($0, call, &made) })
    case .object(let object):
      if object is ExactNetworkValue { return value }
      if let layer = (object as? LayerValue)?.layer {
        return .object(ExactNetworkValue(network: try ExactNetwork(layer)))
      }
    default: break
    }
    return .rational(try exactNumber(value, of: call))
  }

  private static func exactNumber(_ value: Value, of call: Call) throws -> Rational {
    guard value.number != nil else {
      throw Fault(
        .typeMismatch,
        "`\(call.function.name)` takes numbers, lists of numbers and networks, but this is \(value.kind)")
    }
    guard let exact = value.exactly else {
      throw Fault(.invalidValue, "\(value.brief) is not a number that could be exact")
    }
    return exact
  }
}

extension Call {
  /// A network without rounding.
  func exactNetwork(_ name: String) throws -> ExactNetwork {
    if let exact = self[name].object(ExactNetworkValue.self) { return exact.network }
    guard let layer = self[name].object(LayerValue.self)?.layer else { throw mismatch(name, "a network") }
    return try ExactNetwork(layer)
  }

  /// A list of exact numbers; a single number stands for a list of one.
  func fractions(_ value: Value) throws -> [Rational] {
    let values = value.number != nil ? [value] : try elements(of: value)
    return try values.map { element in
      guard let number = element.exactly else {
        throw Fault(.typeMismatch, "`\(function.name)` takes numbers here, but one is \(element.kind)")
      }
      return number
    }
  }
}
