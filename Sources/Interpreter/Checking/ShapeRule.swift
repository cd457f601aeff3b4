import Language

/// What a library function does with shapes, part of its declaration: what its result is known to be, and which
/// arguments cannot work whatever their numbers are.
struct ShapeRule: Sendable {
  /// Gives what is known of the result. Throws a `Misfit` for arguments that are sure to fail.
  let infer: @Sendable (KnownCall) throws -> Known

  init(_ infer: @escaping @Sendable (KnownCall) throws -> Known) { self.infer = infer }
}

/// A call of a library function, as far as it is known before it runs.
struct KnownCall {
  let function: LibraryFunction
  /// What the arguments are and where they stand; nil for parameters that are left out.
  let arguments: [Argument?]
  /// The arguments of the variadic parameter.
  let rest: [Argument]
  /// Their labels, if the call makes them up; else empty.
  let labels: [String]
  /// The value before the dot, for a method.
  var receiver: Argument?
  let span: Span

  struct Argument {
    let known: Known
    let span: Span
  }

  /// An argument; nil where it is left out, and the default holds.
  subscript(name: String) -> Argument? {
    function.parameters.firstIndex { $0.name == name }.flatMap { arguments[$0] }
  }

  /// What is known of a parameter: its argument, or its default.
  func known(_ name: String) -> Known {
    guard let index = function.parameters.firstIndex(where: { $0.name == name }) else { return .unknown }
    return arguments[index]?.known ?? function.parameters[index].defaultValue.map(Known.value) ?? .unknown
  }

  /// The integers of the variadic parameter, nil for those that are not known; nil where their number is not.
  var integers: [Int?]? {
    if rest.count == 1 {
      if rest[0].known.integer != nil { return [rest[0].known.integer] }
      return rest[0].known.elements?.map(\.integer)
    }
    return rest.map(\.known.integer)
  }
}

/// Why a piece of a cell is sure to fail, with the places that show it.
struct Misfit: Error {
  let code: ProblemCode
  let message: String
  /// The place first, then those where the other facts come from.
  let labels: [Problem.Label]
  let help: [String]
  var severity = Problem.Severity.error

  init(_ code: ProblemCode, _ message: String, _ labels: [Problem.Label], help: [String] = []) {
    self.code = code
    self.message = message
    self.labels = labels
    self.help = help
  }
}
