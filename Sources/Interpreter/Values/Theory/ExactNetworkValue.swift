import Theory

/// A network as an exact function.
struct ExactNetworkValue: LibraryValue {
  static let kind = "an exact network"
  let network: ExactNetwork

  var text: String { "an exact network: \(network.summary)" }

  var memberNames: [String] { ["inputs", "outputs", "network", "isRounded", "bounded"] }

  func member(_ name: String) throws -> Value? {
    switch name {
    case "inputs": .int(network.inputs)
    case "outputs": .int(network.outputs)
    case "network": .object(LayerValue(layer: try network.network()))
    case "isRounded": .boolean(!network.fitsFloat64)
    case "bounded": .library(try bounded)
    default: nil
    }
  }

  private var bounded: LibraryFunction {
    get throws {
      let rounded = try RoundedNetwork(network)
      return LibraryFunction(
        "bounded",
        "The network in Float64, with a bound on how far rounding may have led it: each output lies within `error` of the exact one.",
        "x", .any, example: "exact(Linear(2, 3) >> relu >> Linear(3, 1)).bounded([1, 0.5])"
      ) { input in
        let numbers = input.number != nil ? [input] : try parts(of: input)
        let row = numbers.compactMap(\.number)
        guard row.count == numbers.count else { throw unfit(numbers.first { $0.number == nil } ?? input) }
        let (values, error) = try rounded(row)
        let value: Value = values.count == 1 ? .double(values[0]) : .array(values.map(Value.double))
        return TupleValue.record(("value", value), ("error", .double(error)))
      }
    }
  }

  /// For a network of one output a number, otherwise a list; for a list of rows a list.
  func call(_ arguments: [Value], _ machine: Machine) throws -> Value? {
    guard arguments.count == 1 else {
      throw Fault(
        .argumentMismatch,
        "an exact network takes one number or one list, but \(arguments.count) arguments are given")
    }
    return try value(at: arguments[0], machine)
  }

  /// - Parameter isRow: whether the input is a row of a list already, which has no rows in turn.
  private func value(at input: Value, isRow: Bool = false, _ machine: Machine) throws -> Value {
    try machine.pollNow()
    let numbers = input.exactly != nil ? [input] : try parts(of: input)
    let row = numbers.compactMap(\.exactly)
    guard row.count == numbers.count || isRow else {
      return .array(try numbers.map { try value(at: $0, isRow: true, machine) })
    }
    guard row.count == numbers.count else { throw unfit(numbers.first { $0.exactly == nil } ?? input) }
    let outputs = try network(row).map(Value.rational)
    return outputs.count == 1 ? outputs[0] : .array(outputs)
  }

  private func parts(of value: Value) throws -> [Value] {
    switch value {
    case .array, .range, .tensor:
      if value.number == nil { return try elements(of: value) }
    default: break
    }
    throw unfit(value)
  }

  private func unfit(_ value: Value) -> Fault {
    Fault(.typeMismatch, "an exact network takes finite numbers and lists of them, but this is \(value.kind)")
  }

  func isEqual(to other: any LibraryValue) -> Bool? { (other as? ExactNetworkValue)?.network == network }
}

extension ExactNetwork {
  /// `2 → 8 ReLU → 1`
  var summary: String {
    var parts = ["\(inputs)"]
    for step in steps {
      switch step {
      case .affine(let map, _): parts.append("\(map.outputs)")
      case .activation(let activation, _): parts[parts.count - 1] += " \(activation.name)"
      case .remember: parts[parts.count - 1] += " ("
      case .addRemembered: parts[parts.count - 1] += " +)"
      }
    }
    return parts.joined(separator: " → ")
  }
}
