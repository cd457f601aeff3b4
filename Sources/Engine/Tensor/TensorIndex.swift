/// One entry of an index, as in `x[0, 1..<3, ...]`.
public enum TensorIndex: Sendable, Equatable {
  /// A single position, counted from the end if negative; its axis disappears.
  case at(Int)
  /// The positions from `start` up to but not including `end`, every `step`-th. An end that is `nil` reaches
  /// to the border, a negative one counts from the end, and both are limited to the axis, as in NumPy.
  case range(from: Int?, to: Int?, step: Int)
  /// As many whole axes as are not named otherwise.
  case ellipsis
  /// A new axis of length 1.
  case newAxis

  /// The whole axis.
  public static var all: TensorIndex { .range(from: nil, to: nil, step: 1) }
}

/// An index applied to a shape: which numbers it selects, and in which shape.
struct Selection: Sendable {
  let shape: [Int]
  let places: Gathering

  init(_ index: [TensorIndex], in source: [Int]) throws {
    let named = index.filter { $0 != .ellipsis && $0 != .newAxis }.count
    guard index.filter({ $0 == .ellipsis }).count <= 1 else {
      throw EngineError(.index, "An index has at most one `...`.")
    }
    guard named <= source.count else {
      throw EngineError(
        .index,
        "\(named) indices are too many for a tensor of shape \(source), which has \(source.count) axes.")
    }
    let strides = Shape.strides(of: source)
    var (shape, selected, offset, axis) = ([Int](), [Int](), 0, 0)
    /// Keeps whole axes.
    func keep(_ count: Int) {
      shape += source[axis..<axis + count]
      selected += strides[axis..<axis + count]
      axis += count
    }
    for entry in index {
      switch entry {
      case .at(let position):
        let length = source[axis]
        guard position >= -length, position < length else {
          throw EngineError(
            .index,
            length == 0
              ? "Axis \(axis) of shape \(source) is empty, so it has no position \(position)."
              : "Position \(position) is out of range: axis \(axis) of shape \(source) has positions 0 to \(length - 1), or -1 to \(-length) from the end."
          )
        }
        offset += (position < 0 ? position + length : position) * strides[axis]
        axis += 1
      case .range(let start, let end, let step):
        let (first, count) = try Selection.resolve(start, end, step, length: source[axis])
        offset += first * strides[axis]
        shape.append(count)
        selected.append(strides[axis].multipliedReportingOverflow(by: step).partialValue)
        axis += 1
      case .ellipsis:
        keep(source.count - named)
      case .newAxis:
        shape.append(1)
        selected.append(0)
      }
    }
    keep(source.count - axis)
    self.shape = shape
    places = Gathering(shape: shape, strides: selected, offset: offset)
  }

  /// The first position of a range and how many there are.
  private static func resolve(
    _ start: Int?, _ end: Int?, _ step: Int, length: Int
  ) throws -> (first: Int, count: Int) {
    guard step != 0 else {
      throw EngineError(.index, "The step of a range cannot be 0.")
    }
    // Where a range may begin and end: one place beyond the axis in the direction of travel.
    let (lowest, highest) = step > 0 ? (0, length) : (-1, length - 1)
    func limited(_ position: Int) -> Int {
      min(max(position < 0 ? position + length : position, lowest), highest)
    }
    let first = start.map(limited) ?? (step > 0 ? lowest : highest)
    let last = end.map(limited) ?? (step > 0 ? highest : lowest)
    let distance = step > 0 ? last - first : first - last
    guard distance > 0 else { return (max(0, min(first, length)), 0) }
    let stride = step.magnitude
    return (first, Int((UInt(distance) - 1) / stride) + 1)
  }
}
