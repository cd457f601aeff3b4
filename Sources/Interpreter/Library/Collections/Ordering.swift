import Language

extension Library {
  /// The element that comes before all others in an order; nil if there is none.
  static func foremost(of elements: [Value], _ order: ComparisonOperator) throws -> Value {
    guard var best = elements.first else { return .null }
    for element in elements.dropFirst() where try isTrue(order, element, best) { best = element }
    return best
  }

  /// The elements in the order that a call of `sorted` asks for; equal ones stay as they were.
  static func sorted(_ elements: [Value], _ call: Call) throws -> [Value] {
    guard call.has("by") else { return try sorted(elements, keys: elements, call.machine.frame) }
    let function = try call.callback("by")
    if case .function(let written) = call["by"], written.code.parameters.count == 2 {
      return try elements.sorted { a, b in try flag(function(a, b)) }
    }
    return try sorted(elements, keys: elements.map { try function($0) }, call.machine.frame)
  }

  /// The elements in the order of as many keys.
  static func sorted(_ elements: [Value], keys: [Value], _ frame: Frame) throws -> [Value] {
    let order = try zip(keys, elements.indices).sorted { a, b in
      try frame.poll()
      if try isTrue(.less, a.0, b.0) { return true }
      if try isTrue(.less, b.0, a.0) { return false }
      return a.1 < b.1
    }
    return order.map { elements[$0.1] }
  }

  private static func isTrue(_ operation: ComparisonOperator, _ a: Value, _ b: Value) throws -> Bool {
    guard case .boolean(let result) = try compare(operation, a, b) else {
      throw Fault(.typeMismatch, "tensors with more than one number have no order")
    }
    return result
  }

  /// What a function that was asked a question answered.
  static func flag(_ value: Value) throws -> Bool {
    switch value {
    case .boolean(let flag): return flag
    case .tensor(let tensor) where tensor.count == 1: return try tensor.item() != 0
    default: throw Fault(.typeMismatch, "the function must give true or false, but it gave \(value.kind)")
    }
  }
}
