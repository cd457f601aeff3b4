import Engine
import Language

/// A layer or a whole network.
struct LayerValue: LibraryValue {
  static let kind = "a network"
  let layer: any Layer

  var text: String { NetworkTable(layer).text }
  var line: String { layer.description }

  var memberNames: [String] {
    let own = ["weight", "bias"].filter { name in layer.namedParameters.contains { $0.name == name } }
    return (layer is SpectralNorm ? ["weight"] + own : own) + [
      "parameters", "parameterCount", "layers", "kind",
    ]
  }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "parameters":
      var result: [(Value, Value)] = []
      for entry in layer.namedParameters {
        result.append((.string(entry.name), .tensor(entry.parameter.value)))
      }
      return .dictionary(.init(result) { first, _ in first })
    case "parameterCount": return .int(layer.parameterCount)
    case "layers": return .array(layer.children.map { .object(LayerValue(layer: $0)) })
    case "kind": return .string(layer.kind)
    case "weight" where layer is SpectralNorm:
      return try (layer as? SpectralNorm).map { .tensor(try $0.normalizedWeight()) }
    case "weight", "bias":
      return layer.namedParameters.first { $0.name == name }.map { .tensor($0.parameter.value) }
    default: return nil
    }
  }

  func call(_ arguments: [Value], _ machine: Machine) throws -> Value? {
    guard arguments.count == 1 else {
      throw Fault(
        .argumentMismatch, "a network takes one tensor, but \(arguments.count) arguments are given",
        help: ["several numbers stand in a list: `net([1, 2])`"])
    }
    let dtype: DType? = if case .tensor = arguments[0] { nil } else { layer.parameters.first?.value.dtype }
    let x = try arguments[0].asTensor(dtype: dtype)
    return .tensor(try layer.forward(x, machine.pass ?? Pass()))
  }

  func isEqual(to other: any LibraryValue) -> Bool? {
    guard let other = other as? LayerValue else { return false }
    let (mine, theirs) = (layer.parameters, other.layer.parameters)
    return layer.description == other.layer.description && mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { $0 === $1 }
  }
}

extension Value {
  /// The value as a layer: a layer itself, an activation by its name, or a function of a tensor.
  func asLayer(_ machine: Machine) throws -> any Layer {
    switch self {
    case .object(let object):
      if let layer = (object as? LayerValue)?.layer { return layer }
    case .library(let function):
      if let activation = Library.activationLayers[function.name] { return activation() }
      if function.parameters.count == 1, !function.parameters[0].type.refuses(.tensor) {
        return functionLayer(function.name, using: [], machine)
      }
    case .function(let function):
      return functionLayer(
        function.code.name, using: UsedLayers(by: function, machine.globals).layers, machine)
    default: break
    }
    throw Fault(
      .typeMismatch, "a layer is needed here, but this is \(kind)",
      help: [Advice.layer(insteadOf: argumentKind, self)])
  }

  /// A function of the language as a layer: layers that it calls take part in the same pass.
  private func functionLayer(_ name: String, using layers: [any Layer], _ machine: Machine) -> any Layer {
    Lambda(name, using: layers) { [workspace = machine.workspace] x, pass in
      // The network may have been made in another shell.
      guard let machine = workspace.evaluating else {
        throw Fault(.notCallable, "the layer `\(name)` works only while a cell runs")
      }
      let outer = machine.pass
      machine.pass = pass
      defer { machine.pass = outer }
      // A training may be differentiating the weights.
      let result = try machine.steadily { try machine.call(self, [.tensor(x)]) }
      guard case .tensor(let tensor) = result else {
        throw Fault(
          .typeMismatch, "a function used as a layer must give a tensor, but `\(name)` gave \(result.kind)")
      }
      return tensor
    }
  }
}

/// `a >> b`: layers one after the other.
func composed(_ a: Value, _ b: Value, _ machine: Machine) throws -> Value {
  let (first, second) = (try a.asLayer(machine), try b.asLayer(machine))
  try requireFit(first, second)
  return .object(LayerValue(layer: Sequential([first, second])))
}

/// Throws when it is known that a layer takes another number of features than the one before it gives.
func requireFit(_ first: any Layer, _ second: any Layer) throws {
  if let given = first.features(.given), let taken = second.features(.taken), taken.count != given.count {
    throw Fault(
      .shapeMismatch,
      "`\(taken.layer)` takes \(taken.count) features, but `\(given.layer)` before it gives \(given.count)",
      help: ["the number of outputs of a layer is the number of inputs of the next"])
  }
}
