/// How the gradient of a loss gets from a network's last layer back to its first.
///
/// δ_l is the derivative of the loss with respect to the output of the l-th layer with weights, the
/// preactivation in a chain of linear layers. In a wide random network |δ_l|²/|δ_{l+1}|² tends to
/// χ = σ_w² E φ′(√q z)², so that `slope` is ½ ln χ: 0 where signals keep their size.
///
/// Source: Schoenholz, Gilmer, Ganguli, Sohl-Dickstein, "Deep information propagation", 2017.
public struct GradientFlow: Sendable, Equatable {
  /// What a parameter is for: the three differ in size by nature and are not to be compared with each other.
  public enum Role: String, Sendable, CaseIterable {
    case weight, bias
    /// The scale or shift of a normalisation.
    case norm
  }

  /// The gradient of one parameter.
  public struct OfParameter: Sendable, Equatable {
    public let name: String
    public let role: Role
    /// The Euclidean norm of the gradient.
    public let norm: Double
    /// The mean of the gradient's numbers.
    public let mean: Double
    /// The standard deviation of the gradient's numbers, divided by their count and not by one less.
    public let std: Double
    /// The largest magnitude.
    public let maximum: Double
    /// The gradient's norm divided by the parameter's; infinite for a parameter of zeros with a gradient, and
    /// NaN for one without.
    public let relative: Double
  }

  /// The gradient at the output of one layer.
  public struct OfLayer: Sendable, Equatable {
    /// The layer's position in the network's chain, from 0.
    public let position: Int
    public let layer: String
    /// |δ_l| over the whole batch: the derivative of the loss with respect to this layer's output.
    public let norm: Double
    /// The mean of δ_l's numbers.
    public let mean: Double
    /// The standard deviation of δ_l's numbers, divided by their count and not by one less.
    public let std: Double
    /// The largest magnitude among δ_l's numbers.
    public let maximum: Double
  }

  /// What the flow amounts to.
  public enum Verdict: String, Sendable {
    case vanishing, exploding, healthy
  }

  /// The loss on the batch.
  public let loss: Double
  /// The layers with weights, from first to last.
  public let layers: [OfLayer]
  /// The trainable parameters, in order.
  public let parameters: [OfParameter]

  /// A ratio of first to last layer below `threshold`⁻¹ or above `threshold` is not healthy.
  public static let threshold = 1000.0

  /// |δ| of the first layer divided by that of the last; NaN if both are zero or there is no layer.
  public var ratio: Double {
    guard let first = layers.first, let last = layers.last else { return .nan }
    return first.norm / last.norm
  }

  /// How much ln |δ| changes per layer on the way back, fitted by least squares: negative where gradients
  /// vanish. Layers with a norm of zero, or one that is not finite, are left out; NaN with less than two others.
  public var slope: Double {
    let points = layers.enumerated().filter { $0.element.norm > 0 && $0.element.norm.isFinite }
    guard points.count > 1 else { return .nan }
    let xs = points.map { -Double($0.offset) }
    let ys = points.map { FlowMath.logarithm($0.element.norm) }
    return FlowMath.slope(xs, ys)
  }

  /// The positions of layers that no gradient reaches at all.
  public var deadLayers: [Int] { layers.filter { $0.norm == 0 }.map(\.position) }

  /// Vanishing, exploding or healthy, by the ratio of first to last layer and `threshold`.
  ///
  /// A layer without any gradient makes it vanishing, a norm that is not finite exploding.
  public var verdict: Verdict {
    let norms = layers.map(\.norm) + parameters.map(\.norm)
    if norms.contains(where: { !$0.isFinite }) || ratio > Self.threshold { return .exploding }
    return deadLayers.isEmpty && ratio >= 1 / Self.threshold ? .healthy : .vanishing
  }
}
