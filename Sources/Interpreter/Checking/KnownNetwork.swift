import Engine
import Language

/// What is known of a network before it runs: how many features it takes and gives.
struct KnownNetwork: Sendable {
  /// A number of features, and the layer that says so.
  struct Features: Sendable {
    let layer: String
    let count: Int
    /// Where the cell makes the layer; nil for one of an earlier cell.
    var place: Span?
  }

  /// nil where anything goes, or nothing is known.
  var taken: Features?
  var given: Features?
  /// Whether it gives the shape that it takes.
  var keepsShapes = false

  static let unknown = KnownNetwork()
  /// An activation, and whatever else works on each number.
  static let elementwise = KnownNetwork(keepsShapes: true)

  /// A layer that turns rows of `inputs` numbers into rows of `outputs`.
  static func rows(_ layer: String, from inputs: Int, to outputs: Int, at place: Span?) -> KnownNetwork {
    KnownNetwork(
      taken: Features(layer: layer, count: inputs, place: place),
      given: Features(layer: layer, count: outputs, place: place))
  }

  /// The network followed by another, whether they fit or not.
  func followed(by next: KnownNetwork) -> KnownNetwork {
    KnownNetwork(
      taken: taken ?? (keepsShapes ? next.taken : nil), given: next.given ?? (next.keepsShapes ? given : nil),
      keepsShapes: keepsShapes && next.keepsShapes)
  }

  /// The shape of the output; nil where it is not known.
  func output(for input: KnownShape) -> KnownShape? {
    if keepsShapes { return input }
    guard let given, taken != nil, input.rank > 0 else { return nil }
    return KnownShape(input.lengths.dropLast() + [given.count])
  }
}

extension KnownNetwork {
  /// What a layer of an earlier cell takes and gives.
  init(_ layer: any Layer) {
    func features(_ side: LayerFeatures.Side) -> Features? {
      layer.features(side).map { Features(layer: $0.layer, count: $0.count) }
    }
    self.init(taken: features(.taken), given: features(.given), keepsShapes: layer.keepsShapes)
  }
}
