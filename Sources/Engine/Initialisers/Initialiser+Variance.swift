// Initialisers that keep the variance of activations and gradients from layer to layer.
extension Initialiser {
  /// Uniform within ±gain √(6 / (fan_in + fan_out)).
  ///
  /// Source: Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
  public static func xavierUniform(gain: Double = 1) -> Initialiser {
    Initialiser("xavierUniform(gain: \(gain))") { shape, dtype, generator in
      let fan = try Fan(of: shape, for: "xavierUniform")
      let bound = gain * (6 / Double(fan.incoming + fan.outgoing)).squareRoot()
      return try .uniform(shape, low: -bound, high: bound, dtype: dtype, from: &generator)
    }
  }

  /// Normal with standard deviation gain √(2 / (fan_in + fan_out)).
  ///
  /// Source: Glorot and Bengio, 2010.
  public static func xavierNormal(gain: Double = 1) -> Initialiser {
    Initialiser("xavierNormal(gain: \(gain))") { shape, dtype, generator in
      let fan = try Fan(of: shape, for: "xavierNormal")
      let std = gain * (2 / Double(fan.incoming + fan.outgoing)).squareRoot()
      return try .normal(shape, std: std, dtype: dtype, from: &generator)
    }
  }

  /// Uniform within ±gain √(3 / fan). The default gain is that of ReLU, √2.
  ///
  /// Source: He, Zhang, Ren, Sun, "Delving deep into rectifiers", 2015.
  public static func heUniform(mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()) -> Initialiser {
    Initialiser("heUniform(mode: \(mode.rawValue), gain: \(gain))") { shape, dtype, generator in
      let fan = try Fan(of: shape, for: "heUniform")
      let bound = gain * (3 / Double(mode == .fanIn ? fan.incoming : fan.outgoing)).squareRoot()
      return try .uniform(shape, low: -bound, high: bound, dtype: dtype, from: &generator)
    }
  }

  /// Normal with standard deviation gain / √fan. The default gain is that of ReLU, √2.
  ///
  /// Source: He, Zhang, Ren, Sun, 2015.
  public static func heNormal(mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()) -> Initialiser {
    Initialiser("heNormal(mode: \(mode.rawValue), gain: \(gain))") { shape, dtype, generator in
      let fan = try Fan(of: shape, for: "heNormal")
      let std = gain / Double(mode == .fanIn ? fan.incoming : fan.outgoing).squareRoot()
      return try .normal(shape, std: std, dtype: dtype, from: &generator)
    }
  }

  /// Normal with standard deviation 1 / √fan_in.
  ///
  /// Source: LeCun, Bottou, Orr, Müller, "Efficient backprop", 1998.
  public static let lecunNormal = Initialiser("lecunNormal") { shape, dtype, generator in
    let fan = try Fan(of: shape, for: "lecunNormal")
    return try .normal(shape, std: 1 / Double(fan.incoming).squareRoot(), dtype: dtype, from: &generator)
  }

  /// Uniform within ±√(3 / fan_in).
  ///
  /// Source: LeCun, Bottou, Orr, Müller, 1998.
  public static let lecunUniform = Initialiser("lecunUniform") { shape, dtype, generator in
    let fan = try Fan(of: shape, for: "lecunUniform")
    let bound = (3 / Double(fan.incoming)).squareRoot()
    return try .uniform(shape, low: -bound, high: bound, dtype: dtype, from: &generator)
  }

  /// The factor by which weights must grow to make up for an activation, as PyTorch's `calculate_gain` has it.
  ///
  /// `slope` is that of leaky ReLU. Throws for an unknown name.
  public static func gain(for activation: String, slope: Double = 0.01) throws -> Double {
    switch activation.lowercased() {
    case "linear", "identity", "sigmoid": return 1
    case "tanh": return 5.0 / 3
    case "relu": return 2.0.squareRoot()
    case "leakyrelu", "leaky_relu": return (2 / (1 + slope * slope)).squareRoot()
    case "selu": return 0.75
    default:
      throw EngineError(
        .value, "No gain is known for the activation `\(activation)`.",
        hint: "Known are linear, sigmoid, tanh, relu, leakyRelu and selu; or give the gain as a number.")
    }
  }
}
