/// Letters by the names that LaTeX gives them: `\sigma` and Tab become `σ`.
enum MathematicalLetters {
  static let byName: KeyValuePairs<String, String> = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "ell": "ℓ", "partial": "∂", "nabla": "∇",
  ]

  /// What could stand in the place of a backslash and a word.
  static func completions(of word: String) -> [Completions.Item] {
    if let letter = byName.first(where: { $0.key == word })?.value {
      return [.init(text: letter, type: "text", detail: "\\\(word)")]
    }
    return byName.filter { $0.key.hasPrefix(word) }.map {
      .init(text: "\\\($0.key)", type: "text", detail: $0.value)
    }
  }
}
