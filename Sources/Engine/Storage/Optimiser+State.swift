extension Optimiser {
  /// What the names of an optimiser's tensors begin with in a file.
  static let prefix = "optimizer."
  private static let settingsName = "optimizer"
  private static let learningRateName = "optimizer.learningRate"

  /// The rule with all its settings but the learning rate, such as `Adam(beta1: 0.9, …)`.
  ///
  /// Read off the rule's stored properties, so that a new rule needs nothing here.
  private var settings: String {
    let payload = Mirror(reflecting: rule).children.first?.value
    let fields = payload.map { Mirror(reflecting: $0).children } ?? Mirror(reflecting: rule).children
    return "\(name)(\(fields.map { "\($0.label ?? "_"): \($0.value)" }.joined(separator: ", ")))"
  }

  /// Adds what is remembered about a network's parameters to a file: for the parameter `0.weight`, its slots one
  /// after another as `optimizer.0.weight.slots` and the number of its steps as `optimizer.0.weight.steps`.
  func write(memoryOf net: any Layer, to file: inout Safetensors) {
    file.metadata[Optimiser.settingsName] = settings
    file.metadata[Optimiser.learningRateName] = "\(learningRate)"
    var seen: Set<ObjectIdentifier> = []
    for (name, parameter) in net.namedParameters where seen.insert(ObjectIdentifier(parameter)).inserted {
      guard let memory = memories[ObjectIdentifier(parameter)] else { continue }
      let shape = [memory.slots.count / max(1, parameter.value.count)] + parameter.value.shape
      file.tensors.append(("\(Optimiser.prefix)\(name).slots", Tensor(memory.slots, shape: shape)))
      file.tensors.append(("\(Optimiser.prefix)\(name).steps", Tensor(Double(memory.steps), dtype: .float64)))
    }
  }

  /// What a file says that the optimiser remembers.
  struct Restored {
    fileprivate let learningRate: Double
    fileprivate let parameters: [Parameter]
    fileprivate let memories: [Memory]
  }

  /// Reads what `write` added. Throws when the file has nothing of the kind, or is of another optimiser.
  func memory(of net: any Layer, in file: Safetensors, source: String) throws -> Restored {
    guard let saved = file.metadata[Optimiser.settingsName] else {
      throw EngineError(
        .value, "`\(source)` holds no optimiser's state.", hint: "Write it with `save(net, …, optimizer: …)`."
      )
    }
    guard saved == settings else {
      throw EngineError(
        .value, "`\(source)` is from the optimiser `\(saved)`, but this one is `\(settings)`.",
        hint: "Make the optimiser with the same settings.")
    }
    guard let rate = file.metadata[Optimiser.learningRateName].flatMap(Double.init), rate.isFinite, rate >= 0
    else { throw EngineError.unreadable(source, "its optimiser's learning rate is not a number from 0 up") }
    var restored: [Memory] = []
    var seen: Set<ObjectIdentifier> = []
    for (name, parameter) in net.namedParameters where seen.insert(ObjectIdentifier(parameter)).inserted {
      let (slots, steps) = (
        file["\(Optimiser.prefix)\(name).slots"], file["\(Optimiser.prefix)\(name).steps"]
      )
      // A parameter that took part in no step has left nothing.
      if slots == nil, steps == nil { continue }
      let shape = [rule.slotCount] + parameter.value.shape
      guard let slots, slots.shape == shape, let steps, steps.shape == [],
        let count = Int(exactly: steps.storage[0]),
        count >= 0
      else {
        throw EngineError.unreadable(
          source,
          "what its optimiser remembers about `\(name)` is not of shape \(shape) with a number of steps")
      }
      restored.append(
        Memory(
          parameter: parameter, steps: count, slots: slots.storage.converted(to: parameter.value.dtype)))
    }
    return Restored(learningRate: rate, parameters: net.parameters, memories: restored)
  }

  /// Takes over what was read. Other networks' parameters are remembered as before.
  func restore(_ restored: Restored) {
    learningRate = restored.learningRate
    for parameter in restored.parameters { memories[ObjectIdentifier(parameter)] = nil }
    for memory in restored.memories { memories[ObjectIdentifier(memory.parameter)] = memory }
  }
}
