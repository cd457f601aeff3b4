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
    /// What the cell writes before and behind the number, to propose another one.
    var written: (before: String, after: String)?

    /// What the cell could have written for another number.
    func proposal(_ count: Int) -> String? {
      written.map { "did you mean `\($0.before)\(count)\($0.after)`?" }
    }
  }

  /// nil where anything goes, or nothing is known.
  var taken: Features?
  var given: Features?
  /// Whether it gives the shape that it takes.
  var keepsShapes = false
  /// The layers as messages show them; nil where they are not known.
  var description: String?

  static let unknown = KnownNetwork()

  /// A layer that turns rows of `inputs` numbers into rows of `outputs`.
  ///
  /// - Parameter isWritten: whether the cell writes the two numbers, rather than the weights.
  static func linear(_ inputs: Int?, _ outputs: Int?, isWritten: Bool, at place: Span) -> KnownNetwork {
    let (first, last) = (inputs.map(String.init) ?? "…", outputs.map(String.init) ?? "…")
    let layer = "Linear(\(first), \(last))"
    return KnownNetwork(
      taken: inputs.map {
        Features(
          layer: layer, count: $0, place: place,
          written: isWritten && outputs != nil ? ("Linear(", ", \(last))") : nil)
      },
      given: outputs.map {
        Features(
          layer: layer, count: $0, place: place,
          written: isWritten && inputs != nil ? ("Linear(\(first), ", ")") : nil)
      },
      description: layer)
  }

  /// The network followed by another, whether they fit or not.
  func followed(by next: KnownNetwork) -> KnownNetwork {
    KnownNetwork(
      taken: taken ?? (keepsShapes ? next.taken : nil), given: next.given ?? (next.keepsShapes ? given : nil),
      keepsShapes: keepsShapes && next.keepsShapes,
      description: description.flatMap { first in next.description.map { "\(first) >> \($0)" } })
  }

  /// The network as the inside of a layer that takes and gives as many features.
  func wrapped(as kind: String, at place: Span) -> KnownNetwork {
    let layer = "\(kind)(\(description ?? "…"))"
    func features(_ inner: Features?) -> Features? {
      inner.map { Features(layer: layer, count: $0.count, place: $0.place ?? place) }
    }
    return KnownNetwork(
      taken: features(taken), given: features(given), keepsShapes: keepsShapes, description: layer)
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
    self.init(
      taken: features(.taken), given: features(.given), keepsShapes: layer.keepsShapes,
      description: layer.description)
  }
}
