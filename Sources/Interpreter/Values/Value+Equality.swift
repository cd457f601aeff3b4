import Engine
import OrderedCollections

/// Equality as dictionaries and `==` see it: numbers by value, whatever their kind; NaN differs from itself.
extension Value: Hashable {
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.int(let a), .int(let b)): return a == b
    case (.void, .void), (.null, .null), (.unset, .unset): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.array(let a), .array(let b)): return a == b
    case (.range(let a), .range(let b)): return a == b
    case (.tuple(let a), .tuple(let b)): return a.values == b.values
    case (.dictionary(let a), .dictionary(let b)):
      return a.count == b.count && a.allSatisfy { b[$0.key] == $0.value }
    case (.function(let a), .function(let b)): return a === b
    case (.library(let a), .library(let b)): return a === b
    case (.object(let a), .object(let b)): return a.isEqual(to: b) ?? false
    case (.rational, _), (_, .rational): return left.exactOrder(to: right) == .equal
    case (.tensor(let a), .tensor(let b)): return a.shape == b.shape && a.doubles == b.doubles
    default:
      guard let a = left.number, let b = right.number else { return false }
      return a == b
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .int(let value): hasher.combine(Double(value))
    case .double(let value): hasher.combine(value)
    // Where a floating-point number equals a fraction, it is the nearest one.
    case .rational(let value): hasher.combine(value.double)
    case .boolean(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .array(let values): hasher.combine(values)
    case .tuple(let tuple): hasher.combine(tuple.values)
    case .range(let range): hasher.combine(range)
    case .tensor(let tensor):
      // A tensor of one number equals that number, so it must hash like it.
      if let number { hasher.combine(number) } else { hasher.combine(tensor.shape) }
    default: hasher.combine(0)
    }
  }
}
