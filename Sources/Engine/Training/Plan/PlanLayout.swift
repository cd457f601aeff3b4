/// A network that is a chain of linear layers with activations, laid out in memory: where each parameter, and
/// each layer's output, lies.
struct PlanLayout {
  /// A linear layer and the activation behind it.
  struct Stage {
    let inputs: Int
    let outputs: Int
    /// Where the weight lies among the parameters.
    let weight: Int
    /// Where the bias lies among the parameters, if there is one.
    let bias: Int?
    var activation = FusedActivation.identity
    /// Where the output lies among the activations.
    var output = 0
    /// Where the argument of the activation lies among the activations: at the output, unless both are needed.
    var argument = 0
  }

  /// A parameter and where it lies.
  struct Slot {
    let parameter: Parameter
    let offset: Int
  }

  let rows: Int
  private(set) var stages: [Stage] = []
  private(set) var slots: [Slot] = []
  /// How many numbers all parameters take, with gaps that keep each of them aligned.
  private(set) var parameterCount = 0
  /// How many numbers the outputs of all stages take, for a whole batch.
  private(set) var activationCount = 0

  /// How many numbers a row of the input has.
  var inputs: Int { stages.first?.inputs ?? 0 }
  /// How many numbers a row of the output has.
  var outputs: Int { stages.last?.outputs ?? 0 }
  /// The largest number of outputs of any stage.
  var widest: Int { stages.map(\.outputs).max() ?? 0 }

  /// Lays out a network for batches of up to `rows` rows.
  ///
  /// `nil` if it is not such a chain, shares or freezes parameters, or mixes types.
  init?(_ net: any Layer, rows: Int) {
    self.rows = rows
    var layers = (net as? Sequential)?.layers[...] ?? [net]
    // Rows are contiguous anyway.
    if layers.first is Flatten { layers.removeFirst() }
    var mayActivate = false
    for layer in layers {
      if let linear = layer as? Linear {
        stages.append(
          Stage(
            inputs: linear.inputs, outputs: linear.outputs, weight: place(linear.weight),
            bias: linear.bias.map { place($0) }))
        mayActivate = true
      } else if let activation = FusedActivation(layer), mayActivate {
        stages[stages.count - 1].activation = activation
        mayActivate = activation == .identity
      } else {
        return nil
      }
    }
    let parameters = slots.map(\.parameter)
    guard !stages.isEmpty, parameters.allSatisfy(\.isTrainable),
      Set(parameters.map(ObjectIdentifier.init)).count == parameters.count,
      Set(parameters.map(\.value.dtype)).count == 1
    else { return nil }
    for i in stages.indices {
      stages[i].output = PlanLayout.aligned(activationCount)
      activationCount = stages[i].output + rows * stages[i].outputs
      stages[i].argument = stages[i].output
      if stages[i].activation.needsArgument {
        stages[i].argument = PlanLayout.aligned(activationCount)
        activationCount = stages[i].argument + rows * stages[i].outputs
      }
    }
  }

  /// Gives a parameter the next place.
  private mutating func place(_ parameter: Parameter) -> Int {
    let offset = PlanLayout.aligned(parameterCount)
    slots.append(Slot(parameter: parameter, offset: offset))
    parameterCount = offset + parameter.value.count
    return offset
  }

  /// The next place at the beginning of a vector, and of a cache line.
  static func aligned(_ offset: Int) -> Int { (offset + 15) / 16 * 16 }

  /// Whether a row of the data is one row of what the network takes.
  func fits(_ data: Dataset) -> Bool { data.features.count == data.count * inputs }
}
