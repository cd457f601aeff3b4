/// Random programs about shapes: small tensors, layers and data that fit each other about half of the time.
struct ShapeProgramGenerator {
  private var state: UInt64
  private var depth = 0
  private var names = 0
  /// The tensors that the program can name.
  private var tensors = ["p", "q", "v"]
  private var networks = ["net", "act"]

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// What the programs can mention.
  static let setUp = """
    let p = ones(2, 3); let q = ones(3, 2); let v = ones(3); var m = ones(2, 2)
    let net = mlp(3, 4, 2); let act = ReLU()
    let data = dataset(ones(4, 3), [0, 1, 0, 1], classes: 2)
    func times(x, w) = x @ w
    func guarded(x, w) { if x.shape[1] != w.shape[0] { return x }; return x @ w }
    func change() { m = ones(3, 3) }
    func own(x, y = 1) = x
    let closure = { x in x }; let named = "text"
    """

  mutating func program() -> String {
    (0..<(1 + below(5))).map { _ in statement() }.joined(separator: "\n")
  }

  private mutating func statement() -> String {
    guard depth < 2 else { return "m = \(tensor())" }
    depth += 1
    defer { depth -= 1 }
    switch below(16) {
    case 0...2:
      let text = "let \(newName("t")) = \(tensor())"
      if depth == 1 { tensors.append("t\(names)") }
      return text
    case 3:
      let text = "let \(newName("n")) = \(network())"
      if depth == 1 { networks.append("n\(names)") }
      return text
    case 4: return "m = \(tensor())"
    case 5: return "m \(pick(["+=", "*=", "-="])) \(tensor())"
    case 6: return "if \(condition()) { \(statement()) } else { \(statement()) }"
    case 7:
      return
        "for i in \(pick(["0..<2", "0..<0", "[1, 2]", "p", "0..<m.count"])) { \(statement()); \(pick(["", "break; ", "if i == 1 { continue }; "]))\(statement()) }"
    case 8: return "change()"
    case 9: return "train(\(network()), on: \(dataset()), \(loss())epochs: 1, progress: false)"
    case 10: return "predict(\(network()), \(tensor()))"
    case 11: return "m[0] = \(tensor())"
    case 12: return "[1].forEach { x in m = \(tensor()) }"
    default: return tensor()
    }
  }

  private mutating func tensor() -> String {
    guard depth < 4 else { return pick(tensors + ["m"]) }
    depth += 1
    defer { depth -= 1 }
    return switch below(24) {
    case 22: "gradient(of: { u in sum(u * u) }, at: \(tensor()))"
    case 23: "\(anything())"
    case 18: "stack([\(tensor()), \(tensor())])"
    case 19: "where(\(tensor()) > 0, \(tensor()), \(tensor()))"
    case 20:
      pick([
        "eye(2)", "linspace(0, 1, 3)", "arange(0, 3)", "full([2, 3], 1)", "transpose(p)", "clip(q, min: 0)",
      ])
    case 21: "crossEntropy(\(tensor()), \(pick(["[0, 1]", "[0, 2]", "[0, 1, 2]", "[0]"])))"
    case 0...2: "(\(tensor()) @ \(tensor()))"
    case 3, 4: "(\(tensor()) \(pick(["+", "-", "*", "/"])) \(tensor()))"
    case 5: "\(pick(["ones", "zeros", "randn"]))(\(length()), \(length()))"
    case 6: "\(pick(["relu", "exp", "softmax"]))(\(tensor()))"
    case 7: "(\(tensor())).T"
    case 8: "\(pick(["sum", "mean", "max", "argmax", "std"]))(\(tensor()), axis: \(pick(["0", "1", "-1"])))"
    case 9: "(\(tensor())).reshape(\(length()), -1)"
    case 10: "(\(network()))(\(tensor()))"
    case 11: "times(\(tensor()), \(tensor()))"
    case 12: "guarded(\(tensor()), \(tensor()))"
    case 13: "(\(condition()) ? \(tensor()) : \(tensor()))"
    case 14: "(\(tensor()))[\(pick(["0", "0..<1", "...", "0..<2, 0", "1..."]))]"
    case 15: "concatenate([\(tensor()), \(tensor())], axis: \(below(2)))"
    case 16: "data.x"
    default: pick(tensors + ["m", "tensor([[1, 2], [3, 4]])", "[1, 2, 3]", "2.0"])
    }
  }

  private mutating func network() -> String {
    guard depth < 4 else { return pick(networks) }
    depth += 1
    defer { depth -= 1 }
    return switch below(13) {
    case 10: "\(pick(["Parallel", "Concat"]))(\(network()), \(network()))"
    case 11: "Embedding(\(length()), \(length()))"
    case 12: "{ let block = { x, y in x }; return block(\(pick(["1", "1, 2", "1, 2, 3"]))) }"
    case 0, 1: "Linear(\(length()), \(length()))"
    case 2...4: "(\(network()) >> \(network()))"
    case 5: "Residual(\(network()))"
    case 6: pick(["relu", "Flatten()", "BatchNorm1d(3)", "LayerNorm(2)", "Dropout(0.5)", "{ x in x.T }"])
    case 7: "Sequential(\(network()), \(network()))"
    case 8: "mlp(\(length()), \(length()), \(length()))"
    default: pick(networks)
    }
  }

  /// Calls with arguments of any kind.
  private mutating func anything() -> String {
    let value = pick([
      "2", "0.5", "\"he\"", "true", "[1, 2]", "p", "net", "data", "{ x in x }", "relu", "mse", "nil", "m",
      "named",
    ])
    return pick([
      "ones(\(value), 2)", "Adam(learningRate: \(value))", "mlp(2, 2, activation: \(value))",
      "Residual(\(value))",
      "linspace(0, \(value), 3)", "accuracy(\(value), on: data)", "[1, 2].map(\(value))",
      "sum(p, axis: \(value))",
      "predict(net, \(value))", "own(\(value))", "closure(\(value), 1)", "huber(delta: \(value))",
      "relu(\(value))",
    ])
  }

  private mutating func loss() -> String {
    pick(["", "loss: mse, ", "loss: crossEntropy, ", "loss: bceWithLogits, ", "loss: l1, ", "loss: huber, "])
  }

  private mutating func dataset() -> String {
    switch below(5) {
    case 3: "dataset(ones(3, 3), \(pick(["[0.5, 1, 2]", "ones(3, 2)", "[0, 1, 2]"])))"
    case 4: "dataset(ones(3, 3), [0, 1, 2], classes: 3)"
    case 0: "data"
    case 1: "dataset(\(tensor()), [0, 1, 2], classes: 3)"
    default: "split(data, test: 0.5).train"
    }
  }

  private mutating func condition() -> String {
    pick(["m.shape[0] == 2", "m.rank > 1", "p.count == 6 && q.count == 6", "m.count < 4", "true", "false"])
  }

  private mutating func length() -> String { String(1 + below(4)) }

  private mutating func newName(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func below(_ bound: Int) -> Int {
    // SplitMix64: small, and the same everywhere.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
