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
/// same layers.
///
/// With an optimiser, it gets back what it remembered, and its learning rate. Throws, naming everything that does
/// not fit, when names or shapes differ or the optimiser is another one; then nothing has changed.
public func loadStateDict(_ net: any Layer, from path: String, optimizer: Optimiser? = nil) throws {
  let file = try Safetensors(contentsOf: path)
  let weights = try StateDictionary(file.tensors, for: net, source: path)
  let memory = try optimizer.map { try $0.memory(of: net, in: file, source: path) }
  try weights.assign()
  if let optimizer, let memory { optimizer.restore(memory) }
}

/// Gives a network parameters by their names, under the same rules.
public func loadStateDict(_ net: any Layer, _ tensors: [(name: String, tensor: Tensor)]) throws {
  try StateDictionary(tensors, for: net, source: "dictionary").assign()
}

/// New values for all parameters of a network, checked against them.
struct StateDictionary {
  private var values: [(parameter: Parameter, value: Tensor)] = []

  /// Throws one error with everything that does not fit.
  init(_ tensors: [(name: String, tensor: Tensor)], for net: any Layer, source: String) throws {
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
        .value, "The weights in `\(source)` are not those of `\(net)`: \(problems.joined(separator: "; ")).",
        hint: "Make a network of the same layers first; the file's metadata may describe them.")
    }
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
