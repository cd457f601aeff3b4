/// How many numbers flow into, and out of, each unit of a layer with a given weight.
struct Fan {
  let incoming: Int
  let outgoing: Int

  /// The counts for a weight of shape `[outputs, inputs, …]`. Throws when it has less than two axes.
  init(of shape: [Int], for initialiser: String) throws {
    guard shape.count >= 2 else {
      throw EngineError(
        .shape, "`\(initialiser)` needs a weight of shape [outputs, inputs], but this one has \(shape).",
        hint: "For a bias, use zeros, a constant, `uniform` or `normal`.")
    }
    let perUnit = shape.dropFirst(2).reduce(1, *)
    incoming = shape[1] * perUnit
    outgoing = shape[0] * perUnit
  }
}

/// Which of the two counts an initialiser keeps the variance for.
public enum FanMode: String, Sendable {
  /// The inputs of each unit: the variance of activations is kept on the way forward.
  case fanIn = "fan_in"
  /// The outputs of each unit: the variance of gradients is kept on the way back.
  case fanOut = "fan_out"
}
