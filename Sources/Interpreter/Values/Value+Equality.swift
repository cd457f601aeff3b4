import Engine
import OrderedCollections

/// Equality as dictionaries and `==` see it: numbers by value, whatever their kind; NaN differs from itself.
extension Value: Hashable {
  public static func == (left: Value, right: Value) -> Bool {
    var comparison = EqualityComparison()
    return comparison.areEqual(left, right)
  }

  public func hash(into hasher: inout Hasher) {
    var rest = Self.hashedParts
    hash(into: &hasher, &rest)
  }

  /// So many parts of a list go into its hash: lists may hold others many times over.
  private static let hashedParts = 256

  private func hash(into hasher: inout Hasher, _ rest: inout Int) {
    rest -= 1
    switch self {
    case .int(let value): hasher.combine(Double(value))
    case .double(let value): hasher.combine(value)
    // Where a floating-point number equals a fraction, it is the nearest one.
    case .rational(let value): hasher.combine(value.double)
    case .boolean(let value): hasher.combine(value)
    case .string(let value): hasher.combine(value)
    case .array(let values): Self.hash(values, into: &hasher, &rest)
    case .tuple(let tuple): Self.hash(tuple.values, into: &hasher, &rest)
    case .range(let range): hasher.combine(range)
    case .function(let function): hasher.combine(ObjectIdentifier(function))
    case .library(let function): hasher.combine(ObjectIdentifier(function))
    case .tensor(let tensor):
      // A tensor of one number equals that number, so it must hash like it.
      if let number { hasher.combine(number) } else { hasher.combine(tensor.shape) }
    default: hasher.combine(0)
    }
  }

  private static func hash(_ values: [Value], into hasher: inout Hasher, _ rest: inout Int) {
    hasher.combine(values.count)
    for value in values {
      guard rest > 0 else { return }
      value.hash(into: &hasher, &rest)
    }
  }
}

/// Where the elements of a list lie: lists that share them are equal.
struct ListIdentity: Hashable {
  private let address: UInt
  private let count: Int

  init(_ elements: [Value]) {
    address = elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    count = elements.count
  }

  init(_ entries: OrderedDictionary<Value, Value>) {
    address = entries.values.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    count = entries.count
  }
}

/// Compares values with all that is in them. Two lists are compared once, however often they meet: when each doubles
/// itself forty times, they meet along a million million paths.
struct EqualityComparison {
  private struct Pair: Hashable { let left, right: ListIdentity }

  /// Pairs of lists of lists that are equal.
  private var known: Set<Pair> = []

  mutating func areEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.int(let a), .int(let b)): return a == b
    case (.void, .void), (.null, .null), (.unset, .unset): return true
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.string(let a), .string(let b)): return a == b
    case (.array(let a), .array(let b)): return areEqual(a, b)
    case (.range(let a), .range(let b)): return a == b
    case (.tuple(let a), .tuple(let b)): return areEqual(a.values, b.values)
    case (.dictionary(let a), .dictionary(let b)):
      return areEqual(a, b)
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

  private mutating func areEqual(_ a: [Value], _ b: [Value]) -> Bool {
    guard a.count == b.count else { return false }
    let pair = Pair(left: ListIdentity(a), right: ListIdentity(b))
    if pair.left == pair.right || known.contains(pair) { return true }
    for (x, y) in zip(a, b) where !areEqual(x, y) { return false }
    // Lists of plain values are compared as fast as they are remembered.
    if a.contains(where: \.hasElements) { known.insert(pair) }
    return true
  }

  private mutating func areEqual(
    _ a: OrderedDictionary<Value, Value>, _ b: OrderedDictionary<Value, Value>
  ) -> Bool {
    guard a.count == b.count else { return false }
    let pair = Pair(left: ListIdentity(a), right: ListIdentity(b))
    if known.contains(pair) { return true }
    for (key, value) in a {
      guard let other = b[key], areEqual(value, other) else { return false }
    }
    if a.values.contains(where: \.hasElements) { known.insert(pair) }
    return true
  }
}

extension Value {
  fileprivate var hasElements: Bool {
    switch self {
    case .array, .tuple, .dictionary: true
    default: false
    }
  }
}
