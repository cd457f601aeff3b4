extension Optimiser {
  /// What the names of an optimiser's tensors begin with in a file.
  static let prefix = "optimizer."
  private static let settingsName = "optimizer"
  private static let learningRateName = "optimizer.learningRate"

  /// The rule with the settings that it was made with, such as `Adam(lr: 0.001, beta1: 0.9, …)`.
  ///
  /// Read off the stored properties, so that a new rule needs nothing here.
  private var settings: String {
    let fields = quasiNewton.map { Optimiser.fields(of: $0) } ?? Optimiser.fields(of: rule)
    return "\(name)(\((["lr: \(initialLearningRate)"] + fields).joined(separator: ", ")))"
  }

  /// The stored properties of a value, with those of the values inside of it in its place.
  private static func fields(of value: Any) -> [String] {
    Mirror(reflecting: value).children.flatMap { child in
      Mirror(reflecting: child.value).children.isEmpty
        ? ["\(child.label ?? "_"): \(child.value)"] : fields(of: child.value)
    }
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
    let trainable = net.parameters.filter(\.isTrainable)
    if let curvature, curvature.parameters.elementsEqual(trainable, by: ===) {
      file.tensors += curvature.memory.tensors
    }
  }

  /// What a file says that the optimiser remembers.
  struct Restored {
    fileprivate let learningRate: Double
    fileprivate let parameters: [Parameter]
    fileprivate let memories: [Memory]
    fileprivate let curvature: (parameters: [Parameter], memory: LBFGS.Memory)?
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
    let trainable = net.parameters.filter(\.isTrainable)
    let curvature = try LBFGS.Memory(
      in: file, count: trainable.reduce(0) { $0 + $1.value.count }, source: source)
    return Restored(
      learningRate: rate, parameters: net.parameters, memories: restored,
      curvature: curvature.map { (trainable, $0) })
  }

  /// Takes over what was read. Other networks' parameters are remembered as before.
  func restore(_ restored: Restored) {
    learningRate = restored.learningRate
    curvature = restored.curvature
    for parameter in restored.parameters { memories[ObjectIdentifier(parameter)] = nil }
    for memory in restored.memories { memories[ObjectIdentifier(memory.parameter)] = memory }
  }
}
