import Engine
import Language

/// What is known of a value before a cell runs.
///
/// Errs on the side of knowing nothing: whatever depends on what happens at run time is `unknown`, so that no
/// cell is refused that would have run.
struct Known {
  indirect enum Content {
    case unknown
    /// The value itself: a literal, or what a name of the notebook or of the library stands for.
    case value(Value)
    case tensor(KnownShape)
    /// An array that the cell makes.
    case list([Known])
    case tuple([String?], [Known])
    case network(KnownNetwork)
    case data(KnownData)
    /// A function or closure that the cell declares.
    case function(KnownFunction)
  }

  var content: Content
  /// Where the cell makes the value; nil for one of an earlier cell.
  var origin: Span?

  init(_ content: Content, at origin: Span? = nil) {
    self.content = content
    self.origin = origin
  }

  static var unknown: Known { Known(.unknown) }

  static func value(_ value: Value) -> Known { Known(.value(value)) }

  static func tensor(_ shape: KnownShape?) -> Known { shape.map { Known(.tensor($0)) } ?? .unknown }

  static func network(_ network: KnownNetwork) -> Known { Known(.network(network)) }

  static func data(_ data: KnownData) -> Known { Known(.data(data)) }

  /// The same, made at a place of this cell unless it has one already.
  func made(at place: Span) -> Known {
    var known = self
    if known.origin == nil { known.origin = place }
    return known
  }
}

extension Known {
  var value: Value? { if case .value(let value) = content { value } else { nil } }

  var integer: Int? { if case .int(let value)? = value { value } else { nil } }

  /// A plain number.
  var number: Double? {
    switch value {
    case .int(let value)?: Double(value)
    case .double(let value)?: value
    default: nil
    }
  }

  /// Whether it is surely nil: an argument that is as good as left out.
  var isNil: Bool { if case .null? = value { true } else { false } }

  /// The shape of what is surely a tensor, and not merely something that could be made one.
  var tensorShape: KnownShape? {
    switch content {
    case .tensor(let shape): shape
    case .value(.tensor(let tensor)): KnownShape(tensor.shape)
    default: nil
    }
  }

  /// The shape as a tensor of what is one, or of what library functions take for one: numbers and nested arrays.
  var shape: KnownShape? {
    switch content {
    case .tensor(let shape): shape
    case .value(let value): value.knownShape(depth: 0)
    case .list(let elements): Known.shape(ofRows: elements)
    default: nil
    }
  }

  /// Rows of unequal shapes are another mistake, which shows itself when they are put together.
  private static func shape(ofRows rows: [Known]) -> KnownShape? {
    guard let first = rows.first else { return KnownShape([0]) }
    guard let row = first.shape else { return nil }
    for other in rows.dropFirst() where other.shape != row { return nil }
    return KnownShape([rows.count] + row.lengths)
  }

  /// What is known of it as a layer: of a network, of an activation by its name, of a function.
  var network: KnownNetwork? {
    switch content {
    case .network(let network): return network
    case .function: return .unknown
    case .value(.object(let object)): return (object as? LayerValue).map { KnownNetwork($0.layer) }
    case .value(.library(let function)):
      if let activation = Library.activationLayers[function.name] { return KnownNetwork(activation()) }
      // As a layer it would be called with the tensor alone.
      return function.parameters.count == 1 ? .unknown : nil
    case .value(.function): return .unknown
    default: return nil
    }
  }

  var data: KnownData? {
    switch content {
    case .data(let data): data
    case .value(.object(let object)): (object as? DatasetValue).map { KnownData($0.dataset) }
    default: nil
    }
  }

  /// The elements of an array; nil where they are not known, or there are too many to look at.
  var elements: [Known]? {
    switch content {
    case .list(let elements): elements
    case .value(.array(let values)) where values.count <= 64: values.map(Known.value)
    default: nil
    }
  }

  /// What the two have in common, for a value that is one of them.
  func joined(with other: Known) -> Known {
    if let left = tensorShape, let right = other.tensorShape, left.rank == right.rank {
      return .tensor(KnownShape(zip(left.lengths, right.lengths).map { $0 == $1 ? $0 : nil }))
    }
    return .unknown
  }
}

extension Value {
  /// The shape of a tensor made of this value, judged by its first element; nil where none can be made.
  fileprivate func knownShape(depth: Int) -> KnownShape? {
    switch self {
    case .int, .double, .boolean: return .scalar
    case .tensor(let tensor): return KnownShape(tensor.shape)
    case .range(let range): return range.integers.map { KnownShape([$0.count]) }
    case .array(let elements):
      guard depth < 16 else { return nil }
      guard let first = elements.first else { return KnownShape([0]) }
      return first.knownShape(depth: depth + 1).map { KnownShape([elements.count] + $0.lengths) }
    default: return nil
    }
  }
}
