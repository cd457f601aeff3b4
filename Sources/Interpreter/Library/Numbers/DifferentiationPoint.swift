import Engine

/// A function of the language with the point at which it is differentiated: one argument, or a list of them.
struct DifferentiationPoint {
  let arguments: [Tensor]
  /// Whether the function takes several arguments, each with its own derivative.
  let isSeveral: Bool
  private let isNumber: [Bool]
  private let function: Value
  private let machine: Machine

  /// The point that a call gives as `at` for the function that it gives as `of`.
  init(_ call: Call) throws {
    function = try call.callback("of").value
    machine = call.machine
    let point = call["at"]
    let needed = function.neededArguments
    isSeveral = needed > 1
    var points = [point]
    if isSeveral {
      points = (try? elements(of: point)) ?? []
      guard points.count == needed else {
        throw Fault(
          .argumentMismatch,
          "the function takes \(count(needed, "argument")), but `at` is \(points.isEmpty ? point.kind : "a list of \(points.count)")",
          help: [
            "list a point for each argument, as in `\(call.function.name)(of: { a, b in a * b }, at: [2, 3])`"
          ])
      }
    }
    isNumber = points.map { value in
      if case .tensor = value { return false }
      return value.number != nil
    }
    // Plain numbers are differentiated in double precision, but follow the tensors beside them.
    let companion = points.lazy.compactMap { point -> DType? in
      if case .tensor(let tensor) = point { return tensor.dtype }
      return nil
    }.first
    arguments = try zip(points, isNumber).map { point, isNumber in
      try point.asTensor(dtype: isNumber ? companion ?? .float64 : nil)
    }
  }

  /// Whether every argument is a plain number, so that plain numbers are the result.
  var areNumbers: Bool { isNumber.allSatisfy(\.self) }

  /// The function with a number as its value.
  var scalarFunction: ([Tensor]) throws -> Tensor {
    { variables in
      let result = try machine.call(function, variables.map(Value.tensor))
      if case .tensor(let tensor) = result { return tensor }
      guard let number = result.number else {
        throw Fault(
          .typeMismatch, "the function to differentiate must give a number, but it gave \(result.kind)")
      }
      return Tensor(number, dtype: variables[0].dtype)
    }
  }

  /// The function with a tensor as its value, which may be written as a list.
  var tensorFunction: ([Tensor]) throws -> Tensor {
    { variables in
      let result = try machine.call(function, variables.map(Value.tensor))
      if case .tensor(let tensor) = result { return tensor }
      do { return try result.asTensor(dtype: variables[0].dtype) } catch let fault as Fault
        where fault.code == .typeMismatch
      {
        throw Fault(
          .typeMismatch,
          "the function to differentiate must give a tensor or a list of numbers, but it gave \(result.kind)",
          help: [fault.message])
      }
    }
  }

  /// Derivatives as the language shows them: a list for several arguments; a plain number where one was given
  /// and the derivative is one.
  func value(of derivatives: [Tensor]) throws -> Value {
    let values = try zip(derivatives, isNumber).map { derivative, isNumber -> Value in
      guard isNumber, areNumbers, derivative.count == 1, derivative.rank == 0, !derivative.isTracked else {
        return .tensor(derivative)
      }
      return .double(try derivative.item())
    }
    return isSeveral ? .array(values) : values[0]
  }
}

extension Value {
  /// How many arguments a call of this function must give; 1 for what takes one or is not known to take more.
  fileprivate var neededArguments: Int {
    switch self {
    case .function(let function): max(1, function.code.parameters.count { $0.defaultValue == nil })
    case .library(let function):
      max(1, function.parameters.count { $0.defaultValue == nil && !$0.isVariadic })
    case .object(let object): object is LossValue ? 2 : 1
    default: 1
    }
  }
}
