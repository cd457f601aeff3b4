import Engine
import Glibc
import Language

extension RangeValue {
  /// `...` inside an index.
  static var everything: RangeValue { RangeValue(lower: nil, upper: nil, isClosed: true) }

  /// The positions in a list of `count` elements; negative ends count from its end.
  func positions(in count: Int, of what: String) throws -> Range<Int> {
    func end(_ value: Value?, _ missing: Int) throws -> Int {
      guard let value else { return missing }
      guard case .int(let index) = value else {
        throw Fault(.typeMismatch, "the ends of a slice are integers, but one is \(value.kind)")
      }
      return index < 0 ? index + count : index
    }
    let start = try end(lower, 0)
    var stop = try end(upper, count)
    if isClosed, upper != nil, stop < .max { stop += 1 }
    guard start >= 0, stop <= count, start <= stop else {
      throw Fault(
        .indexOutOfRange, "the slice \(Value.range(self).text) does not lie within \(what)",
        help: ["it has \(Interpreter.count(count, "element"))"])
    }
    return start..<stop
  }
}

/// The position that an index means in a list of `count` elements; negative ones count from its end.
func position(_ index: Int, in count: Int, of what: String) throws -> Int {
  let position = index < 0 ? index + count : index
  guard position >= 0, position < count else {
    let valid = count == 0 ? "it is empty" : "valid are 0 to \(count - 1), and -1 to -\(count) from the end"
    throw Fault(.indexOutOfRange, "there is no element \(index) in \(what)", help: [valid])
  }
  return position
}

extension Value {
  /// `self[indices]`
  func element(at indices: [Value]) throws -> Value {
    if case .tensor(let tensor) = self { return .tensor(try tensor.selecting(Value.tensorIndex(indices))) }
    guard indices.count == 1, let index = indices.first else {
      throw Fault(
        .indexOutOfRange, "\(kind) takes one index, but \(indices.count) are given",
        help: ["`tensor(…)` makes a tensor, which takes an index for each axis"])
    }
    switch (self, index) {
    case (.dictionary(let dictionary), _):
      return dictionary[index] ?? .null
    case (.array(let elements), .int(let i)):
      return elements[try position(i, in: elements.count, of: "the array")]
    case (.array(let elements), .range(let range)):
      return .array(Array(elements[try range.positions(in: elements.count, of: "the array")]))
    case (.string(let text), .int(let i)):
      let place = try position(i, in: text.characterCount, of: "the string")
      return .string(text.characters(in: place..<place + 1))
    case (.string(let text), .range(let range)):
      return .string(text.characters(in: try range.positions(in: text.characterCount, of: "the string")))
    case (.tuple(let tuple), .int(let i)):
      return tuple.values[try position(i, in: tuple.values.count, of: "the tuple")]
    case (.range(let range), .int(let i)):
      guard let integers = range.integers else { break }
      return .int(integers.lowerBound + (try position(i, in: integers.count, of: "the range")))
    case (.array, _), (.string, _), (.tuple, _), (.range, _):
      let isWhole = index.number.flatMap { Int(exactly: $0) } != nil
      throw Fault(
        .typeMismatch, "an index into \(kind) is an integer or a range, but this is \(index.kind)",
        help: isWhole ? ["`int(…)` makes an integer of it"] : [])
    default: break
    }
    throw Fault(
      .typeMismatch, "\(kind) has no elements to pick with an index",
      help: placeOfElements.map { ["index `\($0)` instead"] } ?? [])
  }

  /// Where a value without elements of its own has some.
  private var placeOfElements: String? {
    guard case .object(let object) = self else { return nil }
    return switch object {
    case is LayerValue: "net.layers"
    case is DatasetValue: "data.features"
    case is HistoryValue: "history.losses"
    default: nil
    }
  }

  /// An index as the engine takes it.
  static func tensorIndex(_ indices: [Value]) throws -> [TensorIndex] {
    try indices.map { index in
      switch index {
      case .int(let i): return .at(i)
      case .null: return .newAxis
      case .range(let range):
        if range.lower == nil, range.upper == nil { return .ellipsis }
        return .range(from: try end(range.lower), to: try end(range.upper, closed: range.isClosed), step: 1)
      case .tensor, .array:
        throw Fault(
          .typeMismatch, "a tensor cannot be indexed with \(index.kind)",
          help: ["`x.gather(rows)` picks rows, `where(condition, a, b)` picks by a condition"])
      default:
        throw Fault(
          .typeMismatch,
          "an index into a tensor is an integer, a range, `...` or nil, but this is \(index.kind)")
      }
    }
  }

  private static func end(_ value: Value?, closed: Bool = false) throws -> Int? {
    guard let value else { return nil }
    guard case .int(let index) = value else {
      throw Fault(.typeMismatch, "the ends of a slice are integers, but one is \(value.kind)")
    }
    // `x[...-1]` reaches to the border, as `x[-1]` is the last.
    if closed { return index == -1 || index == .max ? nil : index + 1 }
    return index
  }
}

extension String {
  /// Whether each byte is a character of its own: a line break of two characters is one in Swift.
  private var hasSingleBytes: Bool {
    // Known at once where all is ASCII.
    guard utf16.count == utf8.count else { return false }
    return utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0x0D, bytes.count) == nil } ?? true
    } ?? false
  }

  /// How many characters there are. Quick where each is a byte.
  fileprivate var characterCount: Int { hasSingleBytes ? utf8.count : count }

  /// Some of the characters.
  fileprivate func characters(in positions: Range<Int>) -> String {
    guard hasSingleBytes else { return String(dropFirst(positions.lowerBound).prefix(positions.count)) }
    let start = utf8.index(startIndex, offsetBy: positions.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: positions.count)])
  }
}
