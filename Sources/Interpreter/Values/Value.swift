import Engine
import OrderedCollections
import Theory

/// A value of the language.
///
/// Kept to one word and a tag, so that numbers travel in registers: whatever is larger lives in a box.
/// Not `Sendable`: a value never leaves the thread that evaluates its session.
public enum Value {
  /// The content of a variable that has not been given a value yet; no expression yields it.
  case unset
  /// The value of a statement and of a function that returns nothing.
  case void
  /// `nil`
  case null
  case boolean(Bool)
  case int(Int)
  case double(Double)
  /// A fraction, exactly.
  indirect case rational(Rational)
  case array([Value])
  indirect case string(String)
  indirect case tensor(Tensor)
  indirect case range(RangeValue)
  indirect case tuple(TupleValue)
  indirect case dictionary(OrderedDictionary<Value, Value>)
  case function(FunctionValue)
  case library(LibraryFunction)
  /// A network, a data set, a figure, …: whatever the library adds.
  indirect case object(any LibraryValue)
  /// A variable that closures share; only slots hold it.
  case box(Box)
}

/// A tuple, with labels where they were written.
public struct TupleValue: Hashable {
  public let labels: [String?]
  public let values: [Value]
}

/// `a..<b` or `a...b`; either end may be missing inside an index.
public struct RangeValue: Hashable {
  public let lower: Value?
  public let upper: Value?
  public let isClosed: Bool

  /// The integers from the first to before the last; nil where an end is not an integer, they run backwards, or
  /// they are more than can be counted.
  var integers: Range<Int>? {
    guard case .int(let low)? = lower, case .int(let high)? = upper, low <= high else { return nil }
    let (end, endOverflows) = isClosed ? high.addingReportingOverflow(1) : (high, false)
    guard !endOverflows, !end.subtractingReportingOverflow(low).overflow else { return nil }
    return low..<end
  }

  /// Whether a number lies in the range; nil where an end is missing or is no number.
  func contains(_ value: Value) -> Bool? {
    guard let low = lower?.number, let high = upper?.number, let number = value.number else { return nil }
    return low <= number && (isClosed ? number <= high : number < high)
  }
}

/// A mutable variable captured by closures.
///
/// The value lies behind a pointer, so that every place a value can be in is used alike.
public final class Box {
  let pointer: UnsafeMutablePointer<Value>
  /// The number of the last cell that noted the value, to undo what it changes.
  var notedIn = 0

  init(_ value: Value) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: value)
  }

  deinit {
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }

  var value: Value { pointer.pointee }
}

extension Value {
  /// What a message calls this kind of value: "a string".
  var kind: String {
    switch self {
    case .unset: "nothing"
    case .void: "no value"
    case .null: "nil"
    case .boolean: "a boolean"
    case .int: "an integer"
    case .double: "a number"
    case .rational: "an exact number"
    case .array: "an array"
    case .string: "a string"
    case .tensor(let tensor): tensor.rank == 0 ? "a scalar tensor" : "a tensor of shape \(tensor.shape)"
    case .range: "a range"
    case .tuple: "a tuple"
    case .dictionary: "a dictionary"
    case .function, .library: "a function"
    case .object(let object): type(of: object).kind
    case .box(let box): box.value.kind
    }
  }

  /// A number as a `Double`: integers, numbers, exact ones rounded, and tensors that hold a single number.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .double(let value): value
    case .rational(let value): value.double
    case .tensor(let tensor): tensor.rank == 0 ? try? tensor.item() : nil
    default: nil
    }
  }
}
