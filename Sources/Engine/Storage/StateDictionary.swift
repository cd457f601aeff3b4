/// Writes a network's parameters to a safetensors file, under the names of PyTorch's `state_dict`.
///
/// The metadata describe the layers under `architecture`. With an optimiser, what it remembers about the
/// parameters is written, too, so that training can continue exactly where it stands. Throws when the file
/// cannot be written; then an older one is still there.
public func save(_ net: any Layer, to path: String, optimizer: Optimiser? = nil) throws {
  var file = Safetensors(
    net.namedParameters.map { ($0.name, $0.parameter.value) },
    metadata: ["format": "pt", "architecture": "\(net)"])
  optimizer?.write(memoryOf: net, to: &file)
  try file.write(to: path)
}

/// Gives a network the parameters of a safetensors file: one that `save` wrote, or PyTorch's `state_dict` of the
/// same layers. The older names that `torch.nn.utils.spectral_norm` gives are taken, too.
///
/// With an optimiser, it gets back what it remembered, and its learning rate. Throws, naming everything that does
/// not fit, when names or shapes differ or the optimiser is another one; then nothing has changed.
public func loadStateDict(_ net: any Layer, from path: String, optimizer: Optimiser? = nil) throws {
  try loadStateDict(net, from: Safetensors(contentsOf: path), source: path, optimizer: optimizer)
}

/// The same for a file that has been read; `source` is what errors call it.
func loadStateDict(_ net: any Layer, from file: Safetensors, source: String, optimizer: Optimiser?) throws {
  let weights = try StateDictionary(file.tensors, for: net, source: "`\(source)`")
  let memory = try optimizer.map { try $0.memory(of: net, in: file, source: source) }
  try weights.assign()
  if let optimizer, let memory { optimizer.restore(memory) }
}

/// Gives a network parameters by their names, under the same rules.
public func loadStateDict(_ net: any Layer, _ tensors: [(name: String, tensor: Tensor)]) throws {
  try StateDictionary(tensors, for: net, source: "the dictionary").assign()
}

/// New values for all parameters of a network, checked against them.
struct StateDictionary {
  private var values: [(parameter: Parameter, value: Tensor)] = []

  /// Throws one error with everything that does not fit.
  init(_ tensors: [(name: String, tensor: Tensor)], for net: any Layer, source: String) throws {
    let tensors = tensors.map { (name: StateDictionary.currentName($0.name), tensor: $0.tensor) }
    let given = Dictionary(tensors.map { ($0.name, $0.tensor) }) { first, _ in first }
    let wanted = net.namedParameters
    let names = Set(wanted.map(\.name))
    let missing = wanted.map(\.name).filter { given[$0] == nil }
    let unexpected = tensors.map(\.name).filter { !names.contains($0) && !StateDictionary.isAside($0) }
    var problems: [String] = []
    for (name, parameter) in wanted {
      guard let value = given[name] else { continue }
      values.append((parameter, value))
      if value.shape != parameter.value.shape {
        problems.append("`\(name)` has shape \(value.shape) instead of \(parameter.value.shape)")
      }
    }
    if !missing.isEmpty { problems.append("missing are \(StateDictionary.list(missing))") }
    if !unexpected.isEmpty { problems.append("unexpected are \(StateDictionary.list(unexpected))") }
    guard problems.isEmpty else {
      throw EngineError(
        .value, "The weights in \(source) are not those of `\(net)`: \(problems.joined(separator: "; ")).",
        hint: StateDictionary.hint(missing: missing, unexpected: unexpected))
    }
  }

  /// What to do, where the names tell what is different about the layers.
  private static func hint(missing: [String], unexpected: [String]) -> String {
    if let first = unexpected.first?.split(separator: ".").first, Int(first) == nil, !missing.isEmpty,
      missing.allSatisfy({ unexpected.contains("\(first).\($0)") })
    {
      return
        "The names begin with `\(first).`: in PyTorch, save `model.\(first).state_dict()` instead of `model.state_dict()`."
    }
    func last(_ names: [String]) -> [Substring] { names.map { $0.split(separator: ".").last ?? "" }.sorted() }
    func depth(_ names: [String]) -> Int { names.reduce(0) { $0 + $1.split(separator: ".").count } }
    if last(missing) == last(unexpected), depth(missing) < depth(unexpected) {
      return
        "The names are those of chains within a chain: build the network likewise, as `Sequential(Sequential(…), …)`."
    }
    return "Make a network of the same layers first; the file's metadata may describe them."
  }

  /// The names of PyTorch's first spectral normalisation in terms of the present one, which computes the same.
  private static func currentName(_ name: String) -> String {
    for (old, new) in [
      ("weight_orig", "weight.original"), ("weight_u", "weight.0._u"), ("weight_v", "weight.0._v"),
    ]
    where name == old || name.hasSuffix("." + old) {
      return name.dropLast(old.utf8.count) + "parametrizations." + new
    }
    return name
  }

  func assign() throws {
    for (parameter, value) in values { try parameter.assign(value) }
  }

  /// Whether a name belongs to an optimiser, or to a counter of PyTorch's BatchNorm that changes no result.
  private static func isAside(_ name: String) -> Bool {
    name.hasPrefix(Optimiser.prefix) || name.hasSuffix("num_batches_tracked")
  }

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
