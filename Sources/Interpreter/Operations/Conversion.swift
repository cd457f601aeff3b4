import Engine

extension Value {
  /// A number, a (nested) array of numbers or a range as a tensor; a tensor as it is.
  func asTensor(dtype: DType? = nil) throws -> Tensor {
    switch self {
    case .tensor(let tensor): return dtype.map { tensor.converted(to: $0) } ?? tensor
    case .int(let value): return Tensor(Double(value), dtype: dtype ?? .float32)
    case .double(let value): return Tensor(value, dtype: dtype ?? .float32)
    case .rational(let value): return Tensor(value.double, dtype: dtype ?? .float32)
    case .boolean(let value): return Tensor(value ? 1 : 0, dtype: dtype ?? .float32)
    case .range(let range):
      return Tensor(try range.listed.map(Double.init), dtype: dtype ?? .float32)
    case .array(let elements): return try Value.tensor(of: elements, dtype: dtype, depth: 1)
    default:
      throw Fault(
        .typeMismatch, "a tensor holds numbers, but this is \(kind)",
        help: ValueType.tensor.advice(for: argumentKind, self).map { [$0] } ?? [])
    }
  }

  private static let mostAxes = 16

  private static func tensor(of elements: [Value], dtype: DType?, depth: Int) throws -> Tensor {
    guard depth <= mostAxes else {
      throw Fault(.limitExceeded, "a tensor has at most \(mostAxes) axes, but these arrays are nested deeper")
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(elements.count)
    for element in elements {
      switch element {
      case .int(let value): numbers.append(Double(value))
      case .double(let value): numbers.append(value)
      case .rational(let value): numbers.append(value.double)
      case .boolean(let value): numbers.append(value ? 1 : 0)
      // Nested arrays, and tensors whose derivatives must be kept.
      default: return try stacked(elements, dtype: dtype, depth: depth)
      }
    }
    return Tensor(numbers, dtype: dtype ?? .float32)
  }

  private static func stacked(_ elements: [Value], dtype: DType?, depth: Int) throws -> Tensor {
    let parts = try elements.map { element in
      if case .array(let row) = element { return try tensor(of: row, dtype: dtype, depth: depth + 1) }
      return try element.asTensor(dtype: dtype)
    }
    if let odd = parts.first(where: { $0.shape != parts[0].shape }) {
      throw Fault(
        .shapeMismatch,
        "the rows of a tensor must be alike, but their shapes are \(parts[0].shape) and \(odd.shape)")
    }
    return try Tensor.stack(parts)
  }

  /// A list of numbers: an array, a range, or a tensor with one axis.
  func asNumbers() throws -> [Double] {
    if case .tensor(let tensor) = self { return tensor.doubles }
    return try elements(of: self).map { element in
      guard let number = element.number else {
        throw Fault(.typeMismatch, "a list of numbers is needed here, but one element is \(element.kind)")
      }
      return number
    }
  }
}

/// What a `for` goes through.
func elements(of value: Value) throws -> [Value] {
  switch value {
  case .array(let elements): return elements
  case .string(let text):
    guard text.utf8.count <= RangeValue.longestList else {
      throw Fault(.limitExceeded, "a text of \(text.utf8.count) bytes is too long to go through")
    }
    return text.map { .string(String($0)) }
  case .tuple(let tuple): return tuple.values
  case .dictionary(let dictionary):
    return dictionary.map { .tuple(TupleValue(labels: ["key", "value"], values: [$0.key, $0.value])) }
  case .tensor(let tensor) where tensor.rank > 0:
    guard tensor.shape[0] <= RangeValue.longestListOfTensors else {
      throw Fault(
        .limitExceeded, "a tensor of \(tensor.shape[0]) rows is too long to go through one by one",
        help: ["operations on tensors, such as `sum(x, axis: 0)`, take all rows at once"])
    }
    return try (0..<tensor.shape[0]).map { .tensor(try tensor.selecting([.at($0)])) }
  case .range(let range):
    return try range.listed.map(Value.int)
  case .int(let n):
    throw Fault(.typeMismatch, "an integer has no elements", help: ["to count, write `0..<\(n)`"])
  default:
    let help = value.object(DatasetValue.self).map { _ in
      "its rows are `zip(data.features, data.targets)`"
    }
    throw Fault(.typeMismatch, "\(value.kind) has no elements to go through", help: help.map { [$0] } ?? [])
  }
}

extension RangeValue {
  /// How many elements a list may have: a gigabyte of them.
  static let longestList = 1 << 26
  /// How many rows of a tensor may become tensors of their own: each takes some 200 bytes.
  static let longestListOfTensors = 1 << 22

  /// The integers of the range, where there are not too many to list.
  var listed: Range<Int> {
    get throws {
      let integers = try steps
      guard integers.count <= RangeValue.longestList else {
        throw Fault(.limitExceeded, "a list of \(integers.count) numbers is too long")
      }
      return integers
    }
  }

  /// The integers of the range, however many.
  var steps: Range<Int> {
    get throws {
      if let integers { return integers }
      if case .int(let low)? = lower, case .int(let high)? = upper {
        guard low > high else {
          throw Fault(.limitExceeded, "the range \(text) has more numbers than can be counted")
        }
        throw Fault(
          .invalidValue, "the range \(text) runs backwards",
          help: ["for a countdown write `(0..<n).reversed()`"])
      }
      throw Fault(
        .typeMismatch, "the range \(text) has no steps to go through",
        help: ["`linspace(from, to, count)` gives evenly spaced numbers"])
    }
  }
}
