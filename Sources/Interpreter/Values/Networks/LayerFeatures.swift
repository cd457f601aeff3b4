import Engine

/// How many features a network takes or gives, and which of its layers says so.
struct LayerFeatures {
  enum Side { case taken, given }

  let layer: String
  let count: Int
}

extension Layer {
  /// The features on one side of the network; nil where anything goes, or nothing is known.
  func features(_ side: LayerFeatures.Side) -> LayerFeatures? {
    if let sequential = self as? Sequential {
      for layer in side == .taken ? sequential.layers : sequential.layers.reversed() {
        if let features = layer.features(side) { return features }
        guard layer.keepsShapes else { return nil }
      }
      return nil
    }
    guard !callsFunctions, let taken else { return nil }
    guard side == .given else { return taken }
    let shape = try? outputShape(for: [2, taken.count])
    return (shape?.last).map { LayerFeatures(layer: description, count: $0) }
  }

  /// No layer has rows without features: given some, it says how many it takes.
  private var taken: LayerFeatures? {
    do {
      _ = try outputShape(for: [2, 0])
    } catch let error as EngineError {
      if case .features(let layer, let expected, _) = error.kind {
        return LayerFeatures(layer: layer, count: expected)
      }
    } catch {
      // Whatever else such rows lead to says nothing of the features.
    }
    return nil
  }

  /// Whether it gives the shape that it takes, whatever that is.
  var keepsShapes: Bool {
    let shape = [2, 3, 5]
    return !callsFunctions && (try? outputShape(for: shape)) == shape
  }

  /// Whether a function of the language takes part, which must not run merely to be asked for shapes.
  private var callsFunctions: Bool { self is Lambda || children.contains { $0.callsFunctions } }
}

extension Fault {
  /// Layers side by side that no input can fit.
  static func parallel(_ first: String, _ taken: Int, _ other: String, _ otherTaken: Int) -> Fault {
    Fault(
      .shapeMismatch,
      "layers side by side take the same input, but `\(first)` takes \(taken) features and `\(other)` \(otherTaken)",
      help: ["give them the same number of inputs"])
  }

  /// A residual block that can fit no input.
  static func residual(taken: Int, given: Int) -> Fault {
    Fault(
      .shapeMismatch,
      "`Residual` adds what its block gives to what it takes, but this one takes \(taken) features and gives \(given)",
      help: ["give the block as many outputs as inputs"])
  }
}
