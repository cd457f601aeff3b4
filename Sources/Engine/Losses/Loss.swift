/// A number that says how far predictions are from targets; the mean over all rows.
public protocol Loss: CustomStringConvertible {
  /// The loss of predictions, as a differentiable scalar. Throws when the shapes do not fit.
  func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor
  /// Throws when predictions of a shape cannot be compared with targets such as these.
  func check(prediction: [Int], target: Tensor) throws
}

extension Loss {
  /// Requires equal shapes. A prediction `[n, 1]` fits a target `[n]`: broadcasting would compare every
  /// prediction with every target, which is never meant.
  func requireSameShape(_ prediction: [Int], _ target: [Int]) throws {
    guard prediction == target || prediction == target + [1] || target == prediction + [1] else {
      throw EngineError(
        .shape,
        "`\(self)` compares like with like, but the prediction has shape \(prediction) and the target \(target).",
        hint: "Give the network as many outputs as the targets have columns.")
    }
  }

  public func check(prediction: [Int], target: Tensor) throws {
    try requireSameShape(prediction, target.shape)
  }
}

/// A function as a loss.
public struct FunctionLoss: Loss {
  public let description: String
  private let function: (Tensor, Tensor) throws -> Tensor

  /// Creates a loss from a function of prediction and target that gives a differentiable scalar.
  public init(_ name: String, _ function: @escaping (Tensor, Tensor) throws -> Tensor) {
    description = name
    self.function = function
  }

  public func callAsFunction(_ prediction: Tensor, _ target: Tensor) throws -> Tensor {
    try function(prediction, target)
  }

  /// Nothing is known before the function runs.
  public func check(prediction: [Int], target: Tensor) throws {}
}
