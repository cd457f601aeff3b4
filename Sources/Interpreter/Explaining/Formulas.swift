import Engine

extension LibraryFunction {
  /// What the function computes, in TeX; nil where words say it better.
  var formula: String? { Formulas.byName[name] }
}

/// The formulas of activations, losses, layers, initialisers and optimisers, as help and front ends typeset them.
enum Formulas {
  static let byName = activations.merging(losses) { first, _ in first }
    .merging(layers) { first, _ in first }
    .merging(initialisers) { first, _ in first }
    .merging(optimisers) { first, _ in first }

  /// Each under the name of its function and of its layer.
  private static let activations: [String: String] = [
    "relu": #"\operatorname{relu}(x) = \max(x, 0)"#,
    "leakyRelu": leakyReLU(slope: "a"),
    "elu": elu(alpha: #"\alpha"#),
    "gelu":
      #"\operatorname{gelu}(x) = x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\right)"#,
    "silu": #"\operatorname{silu}(x) = x\,\sigma(x) = \frac{x}{1 + e^{-x}}"#,
    "softplus": #"\operatorname{softplus}(x) = \log(1 + e^x)"#,
    "tanh": #"\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}"#,
    "hardTanh": #"\operatorname{hardTanh}(x) = \min(\max(x, -1), 1)"#,
    "sigmoid": #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
    "hardSigmoid":
      #"\operatorname{hardSigmoid}(x) = \min\left(\max\left(\tfrac{x}{6} + \tfrac12,\, 0\right), 1\right)"#,
    "softmax": #"\operatorname{softmax}(x)_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"#,
    "logSoftmax": #"\operatorname{logSoftmax}(x)_i = x_i - \log \sum_j e^{x_j}"#,
  ].reduce(into: [:]) { all, entry in
    all[entry.key] = entry.value
    if let layer = Library.activationLayers[entry.key] { all[layer().kind] = entry.value }
  }

  static func leakyReLU(slope: String) -> String {
    #"\operatorname{leakyRelu}(x) = \begin{cases} x & x \ge 0 \\ "# + slope + #"\,x & x < 0 \end{cases}"#
  }

  static func elu(alpha: String) -> String {
    #"\operatorname{elu}(x) = \begin{cases} x & x > 0 \\ "# + alpha + #"\,(e^x - 1) & x \le 0 \end{cases}"#
  }

  private static let losses: [String: String] = [
    "mse": #"L = \frac{1}{n} \sum_{i=1}^{n} (\hat y_i - y_i)^2"#,
    "l1": #"L = \frac{1}{n} \sum_{i=1}^{n} |\hat y_i - y_i|"#,
    "huber": huber(delta: #"\delta"#),
    "crossEntropy": #"L = -\frac{1}{n} \sum_{i=1}^{n} \log \frac{e^{z_{i, y_i}}}{\sum_k e^{z_{ik}}}"#,
    "crossEntropyLoss":
      #"L = -\frac{\sum_i \sum_k w_k\, q_{ik} \log p_{ik}}{\sum_i w_{y_i}}, \quad p_i = \operatorname{softmax}(z_i), \quad q_{ik} = (1 - \varepsilon)\,[k = y_i] + \frac{\varepsilon}{K}"#,
    "bceWithLogits":
      #"L = -\frac{1}{n} \sum_{i=1}^{n} \Big( y_i \log \sigma(z_i) + (1 - y_i) \log(1 - \sigma(z_i)) \Big)"#,
    "bceWithLogitsLoss":
      #"L = -\frac{1}{n} \sum_{i=1}^{n} \Big( w\, y_i \log \sigma(z_i) + (1 - y_i) \log(1 - \sigma(z_i)) \Big)"#,
  ]

  static func huber(delta: String) -> String {
    #"L = \frac{1}{n} \sum_{i=1}^{n} h(\hat y_i - y_i), \quad h(r) = \begin{cases} \tfrac12 r^2 & |r| \le "#
      + delta
      + (delta == "1"
        ? #" \\ |r| - \tfrac12"# : #" \\ "# + delta + #"\left(|r| - \tfrac12 \cdot "# + delta + #"\right)"#)
      + #" & \text{otherwise} \end{cases}"#
  }

  private static let layers: [String: String] = [
    "Linear": #"y = x W^\top + b"#,
    "Residual": #"y = x + f(x)"#,
    "Dropout":
      #"y_i = \frac{m_i\, x_i}{1 - p}, \quad m_i \in \{0, 1\}, \quad \operatorname{P}(m_i = 0) = p"#,
    "BatchNorm1d":
      #"y_{ij} = \gamma_j \frac{x_{ij} - \mu_j}{\sqrt{\sigma_j^2 + \varepsilon}} + \beta_j, \quad \mu_j, \sigma_j^2 \text{ over the rows } i"#,
    "LayerNorm":
      #"y_{ij} = \gamma_j \frac{x_{ij} - \mu_i}{\sqrt{\sigma_i^2 + \varepsilon}} + \beta_j, \quad \mu_i, \sigma_i^2 \text{ over the row}"#,
    "spectralNorm": #"\bar W = \frac{W}{\sigma_{\max}(W)}"#,
    "mlp": #"f(x) = W_L\, \phi( \cdots \phi(W_2\, \phi(W_1 x + b_1) + b_2) \cdots ) + b_L"#,
  ]

  /// Rules that keep a variance: whether they are uniform, and what is divided by the fan.
  private static let spreads: [String: (isUniform: Bool, factor: Double, isOverBoth: Bool)] = [
    "he": (false, 1, false), "heUniform": (true, 3, false), "xavier": (true, 6, true),
    "xavierNormal": (false, 2, true), "lecun": (false, 1, false), "lecunUniform": (true, 3, false),
  ]

  /// How a rule distributes the weights; nil for one that keeps no variance.
  ///
  /// - Parameters:
  ///   - gain: its square multiplies the variance; nil for the letter.
  ///   - fan: what the variance is divided by, in the rules of He.
  static func distribution(_ name: String, gain: Double?, fan: FanMode = .fanIn) -> String? {
    guard let spread = spreads[name] else { return nil }
    let letter = (spread.factor == 1 ? "" : formatted(spread.factor, "%.6g") + "\\,") + "g^2"
    let above = gain.map { formatted(spread.factor * $0 * $0, "%.6g") } ?? letter
    let below =
      spread.isOverBoth
      ? #"n_{\text{in}} + n_{\text{out}}"# : fan == .fanIn ? #"n_{\text{in}}"# : #"n_{\text{out}}"#
    return spread.isUniform
      ? #"W_{ij} \sim \mathcal{U}(-a, a), \quad a = \sqrt{\frac{"# + "\(above)}{\(below)}}"
      : #"W_{ij} \sim \mathcal{N}\left(0,\ \frac{"# + "\(above)}{\(below)}" + #"\right)"#
  }

  private static let initialisers: [String: String] = [
    "he": distribution("he", gain: nil), "heUniform": distribution("heUniform", gain: nil),
    "xavier": distribution("xavier", gain: nil), "xavierNormal": distribution("xavierNormal", gain: nil),
    "lecun": distribution("lecun", gain: 1), "lecunUniform": distribution("lecunUniform", gain: 1),
    "orthogonal": #"W = g\,Q, \quad Q^\top Q = I \text{ or } Q\,Q^\top = I"#,
    "identity": #"W_{ij} = [i = j]"#,
    "normal": #"W_{ij} \sim \mathcal{N}(\mu, \sigma^2)"#,
    "uniform": #"W_{ij} \sim \mathcal{U}(a, b)"#,
    "constant": #"W_{ij} = c"#,
  ].compactMapValues { $0 }

  private static let optimisers: [String: String] = [
    "SGD": #"v_t = \mu\, v_{t-1} + g_t, \quad \theta_t = \theta_{t-1} - \eta\, v_t"#,
    "Adam": adam + #"\theta_t = \theta_{t-1} - \eta\, \frac{\hat m_t}{\sqrt{\hat v_t} + \varepsilon}"#,
    "AdamW": adam
      + #"\theta_t = (1 - \eta \lambda)\, \theta_{t-1} - \eta\, \frac{\hat m_t}{\sqrt{\hat v_t} + \varepsilon}"#,
    "RMSprop":
      #"v_t = \alpha\, v_{t-1} + (1 - \alpha)\, g_t^2, \quad \theta_t = \theta_{t-1} - \eta\, \frac{g_t}{\sqrt{v_t} + \varepsilon}"#,
    "Adagrad":
      #"s_t = s_{t-1} + g_t^2, \quad \theta_t = \theta_{t-1} - \eta\, \frac{g_t}{\sqrt{s_t} + \varepsilon}"#,
  ]

  private static let adam =
    #"\hat m_t = \frac{\beta_1 m_{t-1} + (1 - \beta_1) g_t}{1 - \beta_1^t}, \quad \hat v_t = \frac{\beta_2 v_{t-1} + (1 - \beta_2) g_t^2}{1 - \beta_2^t}, \quad "#
}
