import Engine
import Glibc
import Language
import Theory

/// The value of `a operation b`, whatever the two are.
///
/// Only `>>` needs the machine, to call functions of the language as layers.
func apply(_ operation: BinaryOperator, _ a: Value, _ b: Value, _ machine: Machine? = nil) throws -> Value {
  switch (a, b) {
  case (.int(let x), .int(let y)) where operation != .matrixProduct && operation != .compose:
    return try integer(operation, x, y)
  case (.int, .double), (.double, .int), (.double, .double):
    if let x = a.number, let y = b.number, let result = try real(operation, x, y) { return .double(result) }
  case (.rational, .rational), (.rational, .int), (.int, .rational), (.rational, .double),
    (.double, .rational):
    if let result = try exact(operation, a, b) { return result }
  case (.array, .array) where operation == .matrixProduct:
    return .tensor(try Tensor.matmul(a.asTensor(), b.asTensor()))
  case (.tensor, .tensor), (.tensor, .int), (.tensor, .double), (.int, .tensor), (.double, .tensor),
    (.tensor, .array), (.array, .tensor), (.tensor, .rational), (.rational, .tensor):
    if let result = try tensors(operation, a, b) { return .tensor(result) }
  case (.string(let x), .string(let y)) where operation == .add:
    var text = x
    try text.lengthen(by: y)
    return .string(text)
  case (.array(let x), .array(let y)) where operation == .add:
    try requireRoom(x.count, y.count, of: RangeValue.longestList, "array")
    return .array(x + y)
  case (.object(let x), .object(let y)) where operation == .add:
    if let x = (x as? FigureValue)?.figure(), let y = (y as? FigureValue)?.figure() {
      return .object(FigureValue(figure: x.overlaid(with: y)))
    }
  default: break
  }
  if operation == .compose, let machine { return try composed(a, b, machine) }
  throw mismatch(operation, a, b)
}

private func mismatch(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> Fault {
  Fault(
    .typeMismatch, "`\(operation.rawValue)` does not work between \(a.kind) and \(b.kind)",
    help: advice(operation, a, b).map { [$0] } ?? [])
}

/// What to do instead of an operation between two values that it does not work between.
private func advice(_ operation: BinaryOperator, _ a: Value, _ b: Value) -> String? {
  switch (a, b) {
  case (.string(let text), .int) where operation == .multiply:
    "a text is repeated by `(0..<3).map { _ in \(Value.string(text).brief) }.joined()`"
  case (.string, .string) where operation != .remainder:
    "of two texts `+` makes one; nothing else is done with them"
  case (.array(let elements), .int) where operation == .multiply && elements.count <= 1:
    "arrays do no arithmetic: a list is filled by `(0..<3).map { _ in \(elements.first?.brief ?? "0") }`, a tensor by `full([3], 0)`"
  case (.string, _) where operation == .remainder:
    "a value is put into a text with `\\(…)`, as in \"x = \\(x, decimals: 3)\""
  case (.string, _) where operation == .add, (_, .string) where operation == .add:
    "a value is put into a text with `\\(…)`, as in \"x = \\(x)\""
  case (.array, _), (_, .array): "arrays do no arithmetic: make a tensor of it with `tensor(…)`"
  case (.null, _), (_, .null): Advice.valueForNil
  case (.void, _), (_, .void): "a function gives the value of its last line, or of `return`"
  case (.boolean, _), (_, .boolean): "`b ? 1 : 0` makes a number of it"
  case (.object(let x), .object(let y)) where x is LayerValue && y is LayerValue:
    Advice.joinedLayers
  case (.object(let object), _) where object is DatasetValue,
    (_, .object(let object)) where object is DatasetValue:
    "the rows of a data set are its `features`, what they belong to its `targets`"
  default: nil
  }
}

private func integer(_ operation: BinaryOperator, _ a: Int, _ b: Int) throws -> Value {
  let result: (partialValue: Int, overflow: Bool)
  switch operation {
  case .add: result = a.addingReportingOverflow(b)
  case .subtract: result = a.subtractingReportingOverflow(b)
  case .multiply: result = a.multipliedReportingOverflow(by: b)
  case .divide:
    guard b != 0 else { throw Fault.divisionByZero }
    return .double(Double(a) / Double(b))
  case .remainder:
    guard b != 0 else { throw Fault.divisionByZero }
    return .int(remainder(a, b))
  case .power:
    guard b >= 0 else {
      guard a != 0 else { throw Fault.divisionByZero }
      return .double(pow(Double(a), Double(b)))
    }
    result = power(a, b)
  case .matrixProduct, .compose: throw mismatch(operation, .int(a), .int(b))
  }
  guard !result.overflow else {
    throw Fault(
      .arithmetic, "the result of `\(operation.rawValue)` does not fit in a 64-bit integer",
      help: ["write `\(a).0 \(operation.rawValue) \(b)` to compute with floating-point numbers"])
  }
  return .int(result.partialValue)
}

/// The remainder of a division by something other than zero. It has the sign of the divisor, so that angles and
/// positions wrap round.
func remainder(_ a: Int, _ b: Int) -> Int {
  let remainder = b == -1 ? 0 : a % b
  return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder
}

func remainder(_ a: Double, _ b: Double) -> Double { a - b * (a / b).rounded(.down) }

private func power(_ base: Int, _ exponent: Int) -> (partialValue: Int, overflow: Bool) {
  var result = 1
  var square = base
  var rest = exponent
  while true {
    if rest & 1 == 1 {
      let (product, overflow) = result.multipliedReportingOverflow(by: square)
      if overflow { return (0, true) }
      result = product
    }
    rest >>= 1
    if rest == 0 { return (result, false) }
    let (next, overflow) = square.multipliedReportingOverflow(by: square)
    if overflow { return (0, true) }
    square = next
  }
}

func real(_ operation: BinaryOperator, _ a: Double, _ b: Double) throws -> Double? {
  switch operation {
  case .add: return a + b
  case .subtract: return a - b
  case .multiply: return a * b
  case .divide: return a / b
  case .remainder:
    guard b != 0 else { throw Fault.divisionByZero }
    return remainder(a, b)
  case .power: return pow(a, b)
  case .matrixProduct, .compose: return nil
  }
}

/// How large a value may grow: doubling one in a loop must end in a message, not at the end of the memory.
enum Limit {
  static let stringBytes = 1 << 28
}

func requireRoom(_ a: Int, _ b: Int, of limit: Int, _ what: String) throws {
  guard a <= limit - b else { throw Fault(.limitExceeded, "this \(what) grows too long") }
}

extension String {
  /// Adds a text at the end, unless the whole would be longer than a text may be.
  mutating func lengthen(by text: String) throws {
    try requireRoom(utf8.count, text.utf8.count, of: Limit.stringBytes, "text")
    self += text
  }
}

extension Machine {
  /// The texts of some values, one behind the other.
  func joined(_ values: [Value], separator: String) throws -> String {
    var result = ""
    for (index, value) in values.enumerated() {
      if index % 1024 == 1023 { try pollNow() }
      if index > 0 { try result.lengthen(by: separator) }
      try result.lengthen(by: value.text)
    }
    return result
  }
}

extension Fault {
  static let divisionByZero = Fault(.arithmetic, "division by zero")
}

private func tensors(_ operation: BinaryOperator, _ a: Value, _ b: Value) throws -> Tensor? {
  let (x, y) = try pair(a, b)
  return switch operation {
  case .add: try x + y
  case .subtract: try x - y
  case .multiply: try x * y
  case .divide: try x / y
  case .power: try x ** y
  case .matrixProduct: try Tensor.matmul(x, y)
  case .remainder: try x - y * (x / y).floor()
  case .compose: nil
  }
}

/// Two operands as tensors: a plain number takes the other's type.
func pair(_ a: Value, _ b: Value) throws -> (Tensor, Tensor) {
  switch (a, b) {
  case (.tensor(let x), .tensor(let y)): (x, y)
  case (.tensor(let x), _): (x, try b.asTensor(dtype: x.dtype))
  case (_, .tensor(let y)): (try a.asTensor(dtype: y.dtype), y)
  default: (try a.asTensor(), try b.asTensor())
  }
}

/// `-value`
func negated(_ value: Value) throws -> Value {
  switch value {
  case .int(let x):
    guard x != .min else { return .double(-Double(x)) }
    return .int(-x)
  case .double(let x): return .double(-x)
  case .rational(let x): return .rational(-x)
  case .tensor(let x): return .tensor(-x)
  default: throw Fault(.typeMismatch, "`-` does not work on \(value.kind)")
  }
}
