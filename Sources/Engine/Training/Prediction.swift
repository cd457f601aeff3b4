// What a trained network says about data.

/// The outputs of a network for rows of features, outside of training.
///
/// Worked through in parts, so that the memory needed does not grow with the rows.
public func predict(_ net: any Layer, _ features: Tensor) throws -> Tensor {
  let rowsAtOnce = 1024
  let features = net.parameters.first.map { features.converted(to: $0.value.dtype) } ?? features
  guard features.rank > 1, features.shape[0] > rowsAtOnce else { return try net(features.detached).detached }
  let parts = try stride(from: 0, to: features.shape[0], by: rowsAtOnce).map { begin in
    try net(features.detached.selecting([.range(from: begin, to: begin + rowsAtOnce, step: 1)])).detached
  }
  return try Tensor.concatenate(parts)
}

/// The class that a network gives to each row, or to the one row that the features are.
///
/// The largest output's; with a single output, 1 where it means a probability above one half: above 0 as a
/// logit, or above 0.5 behind a `Sigmoid`.
public func classes(_ net: any Layer, _ features: Tensor) throws -> [Int] {
  let outputs = try predict(net, features)
  // Of a row without an axis of rows, the outputs are those of one row.
  let rows = features.rank == 1 && outputs.rank == 1 ? try outputs.reshaped(to: [1, outputs.count]) : outputs
  return try classes(of: rows, isProbability: net.endsInSigmoid)
}

/// The part of a data set's rows that a network classifies rightly, from 0 to 1.
///
/// Throws when the data have no classes, or more of them than the network has outputs.
public func accuracy(_ net: any Layer, on data: Dataset) throws -> Double {
  let outputs = try predict(net, data.features)
  return Double(try correctCount(outputs, data, isProbability: net.endsInSigmoid)) / Double(data.count)
}

/// How many rows of the outputs name the class of the data's row.
func correctCount(_ outputs: Tensor, _ data: Dataset, isProbability: Bool) throws -> Int {
  guard let classNames = data.classNames else {
    throw EngineError(
      .data, "`\(data.name)` has numbers to predict, not classes, so there is no accuracy.",
      hint: "Look at the loss instead, or say that the targets are classes.")
  }
  let predicted = try classes(of: outputs, isProbability: isProbability)
  let width = outputs.rank == 2 ? outputs.shape[1] : 1
  guard max(2, width) >= classNames.count else {
    throw EngineError(
      .shape,
      "The network gives \(width == 1 ? "1 number" : "\(width) numbers") per row, but `\(data.name)` has \(classNames.count) classes.",
      hint: "Let its last layer have \(classNames.count) outputs.")
  }
  return zip(predicted, data.targets.doubles).reduce(0) { $0 + (Double($1.0) == $1.1 ? 1 : 0) }
}

private func classes(of outputs: Tensor, isProbability: Bool) throws -> [Int] {
  if outputs.rank == 1 || (outputs.rank == 2 && outputs.shape[1] == 1) {
    return outputs.doubles.map { $0 > (isProbability ? 0.5 : 0) ? 1 : 0 }
  }
  guard outputs.rank == 2, outputs.shape[1] > 0 else {
    throw EngineError(
      .shape, "Classes are read from outputs of shape [rows, classes], but these have \(outputs.shape).")
  }
  return try outputs.largestPerRow()
}

extension Layer {
  /// Whether the last layer's outputs are probabilities of their own.
  var endsInSigmoid: Bool { ((self as? Sequential)?.layers.last ?? self) is Sigmoid }
}
