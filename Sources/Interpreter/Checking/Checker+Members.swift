import Engine
import Language

extension Checker {
  /// `base.name`
  func member(_ name: String, of base: KnownCall.Argument, at span: Span) throws -> Known {
    if case .tuple(let labels, let elements) = base.known.content {
      guard let index = Int(name) ?? labels.firstIndex(of: name), elements.indices.contains(index) else {
        let names = labels.enumerated().map { $1 ?? String($0) }
        throw Misfit(Fault.unknownMember(name, of: "a tuple", among: names, in: library), at: span)
      }
      return elements[index]
    }
    try requireMember(name, of: base, at: span)
    if let shape = base.known.tensorShape {
      switch name {
      case "shape": return Known(.list(shape.lengths.map { $0.map { .value(.int($0)) } ?? .unknown }))
      case "T": return .tensor(shape.reversed)
      case "rank": return .value(.int(shape.rank))
      case "count": return shape.count.map { .value(.int($0)) } ?? .unknown
      default: return .unknown
      }
    }
    if let data = base.known.data {
      switch name {
      case "features", "x": return .tensor(data.features)
      case "count": return data.rows.map { .value(.int($0)) } ?? .unknown
      default: break
      }
    }
    if case .value(.object(let object)) = base.known.content,
      let value = object.memberNames.contains(name) ? try? object.member(name) : nil
    {
      return .value(value)
    }
    if let elements = base.known.elements, name == "count" { return .value(.int(elements.count)) }
    return .unknown
  }

  /// Throws for a name that is no member of a value whose kind is known.
  func requireMember(_ name: String, of base: KnownCall.Argument, at span: Span) throws {
    guard let value = base.known.specimen, library.property(name, of: value) == nil,
      library.method(name, of: value) == nil
    else { return }
    var names = library.memberNames(of: value)
    guard !names.contains(name) else { return }
    if case .network(let network) = base.known.content, !network.isSingleLinear {
      // What only single layers have may be there, but is not proposed.
      names.removeAll { Specimens.ofSingleLayers.contains($0) }
    }
    if case .object(let object) = value, (try? object.member(name)) != nil { return }
    let kind =
      base.known.tensorShape.map { $0.rank == 0 ? "a scalar tensor" : "a tensor of shape \($0)" }
      ?? value.kind
    var misfit = Misfit(Fault.unknownMember(name, of: kind, among: names, in: library), at: span)
    if let origin = base.known.origin, origin.end <= base.span.start {
      misfit = Misfit(
        misfit.code, misfit.message, misfit.labels + [.init(origin, "this is \(kind)")], help: misfit.help)
    }
    throw misfit
  }
}

extension Misfit {
  init(_ fault: Fault, at span: Span) {
    self.init(fault.code, fault.message, [.init(span, fault.label)], help: fault.help)
  }
}

extension Known {
  /// A value of the same kind, to ask for its members; nil where the kind is not known.
  fileprivate var specimen: Value? {
    switch content {
    case .value(.library), .value(.function), .value(.unset), .value(.null), .value(.void): nil
    case .value(let value): value
    case .tensor: .tensor(Tensor(0))
    case .list: .array([])
    case .network: Specimens.network
    case .data: Specimens.data
    case .unknown, .tuple, .function: nil
    }
  }
}

extension KnownNetwork {
  fileprivate var isSingleLinear: Bool {
    description.map { $0.hasPrefix("Linear(") && !$0.contains(">>") } ?? false
  }
}

/// The smallest values of some kinds.
private enum Specimens {
  static let ofSingleLayers: Set = ["weight", "bias"]

  static var network: Value? {
    (try? Linear(weight: Tensor.ones([1, 1]))).map { .object(LayerValue(layer: $0)) }
  }

  static var data: Value? {
    (try? Dataset(Tensor.ones([1, 1]), Tensor.ones([1]))).map { .object(DatasetValue(dataset: $0)) }
  }
}
