/// What more than one message advises.
enum Advice {
  static let joinedLayers = "layers are joined by `>>`, as in `Linear(2, 16) >> ReLU()`"
  static let learningRate = "the optimiser has the learning rate: `optimizer: Adam(learningRate: 0.01)`"
  static let decimals = "`string(x, decimals: 2)` shows a number so"
  static let shownFigure = "a figure is shown where it is a cell's last value, and by `display(figure)`"
  static let valueForNil = "`x ?? 0` gives another value where `x` is nil"

  /// For what stands in the place of a layer.
  /// - Parameters:
  ///   - kind: its kind, if it is known.
  ///   - value: the value itself, if it is known.
  static func layer(insteadOf kind: ArgumentKind?, _ value: Value?) -> String {
    ValueType.layer.advice(for: kind, value) ?? "as in `Linear(2, 16) >> ReLU() >> Linear(16, 1)`"
  }
}
