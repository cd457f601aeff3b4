import Engine
import Figures
import OrderedCollections

extension Library {
  /// Weights and arrays on disk.
  static var storage: [LibraryFunction] {
    [
      LibraryFunction(
        "save",
        "Writes a network's weights, or a dictionary of tensors by name, to a safetensors file next to the notebook, which Python reads with `safetensors`. With `optimizer`, what it remembers is written too, so that training can continue exactly. A figure is written as SVG, PNG or PDF, as the file's ending says.",
        [
          .required("value", .any), .required("path", .string), .optional("optimizer", .optimiser, .null),
        ], example: "// save(net, \"net.safetensors\")", reference: "github.com/huggingface/safetensors"
      ) { try save($0) },
      LibraryFunction(
        "load", "The tensors of a safetensors file next to the notebook, as a dictionary by their names.",
        [.required("path", .string)], example: "// load(\"net.safetensors\")[\"0.weight\"]",
        reference: "github.com/huggingface/safetensors"
      ) { call in try call.withFile(isThere: true) { tensors(try Safetensors(contentsOf: $0).tensors) } },
      LibraryFunction(
        "loadStateDict",
        "Gives a network the weights of a safetensors file, or of a dictionary of tensors: those that `save` wrote, or PyTorch's `state_dict` of the same layers. If a name or a shape does not fit, nothing changes. With `optimizer`, it gets its memory and learning rate back.",
        [
          .required("net", .layer), .required("from", .any), .optional("optimizer", .optimiser, .null),
        ], example: "let net = mlp(2, 4, 1); loadStateDict(net, net.parameters)"
      ) { try loadStateDict($0) },
      LibraryFunction(
        "saveNPY", "Writes a tensor to a file next to the notebook that NumPy reads with `numpy.load`.",
        [.required("x", .tensor), .required("path", .string)], example: "// saveNPY([1, 2, 3], \"x.npy\")"
      ) { call in
        try call.withFile { try Engine.saveNPY(call.tensor("x"), to: $0) }
        return .void
      },
      LibraryFunction(
        "loadNPY", "The array of a file next to the notebook that `numpy.save` wrote.",
        [.required("path", .string)], example: "// loadNPY(\"x.npy\").shape"
      ) { call in .tensor(try call.withFile(isThere: true) { try Engine.loadNPY($0) }) },
      LibraryFunction(
        "saveNPZ",
        "Writes a dictionary of tensors to an archive next to the notebook that NumPy reads with `numpy.load`; smaller, but more slowly, if `compressed`.",
        [
          .required("tensors", .any), .required("path", .string),
          .optional("compressed", .boolean, .boolean(false)),
        ],
        example: "// saveNPZ([\"x\": [1, 2], \"y\": [0, 1]], \"xy.npz\")"
      ) { call in
        try call.withFile { path in
          try Engine.saveNPZ(
            call.namedTensors("tensors"), to: path, compressed: call.boolean("compressed"))
        }
        return .void
      },
      LibraryFunction(
        "loadNPZ",
        "The arrays of an archive next to the notebook that `numpy.savez` or `numpy.savez_compressed` wrote, as a dictionary by their names.",
        [.required("path", .string)], example: "// loadNPZ(\"xy.npz\")[\"x\"]"
      ) { call in tensors(try call.withFile(isThere: true) { try Engine.loadNPZ($0) }) },
      LibraryFunction(
        "saveCSV",
        "Writes a data set to a CSV file next to the notebook that `loadCSV` reads back: a column for each feature and, last, the target. Classes without names are numbers in the file: `loadCSV(…, classes: true)` makes classes of them.",
        [
          .required("data", .dataset), .required("path", .string),
          .optional("target", .string, .string("target")),
        ], example: "// saveCSV(moons(50), \"moons.csv\")"
      ) { call in
        try call.withFile { path in
          try Engine.saveCSV(call.dataset("data"), to: path, target: call.string("target"))
        }
        return .void
      },
    ]
  }

  private static func tensors(_ tensors: [(name: String, tensor: Tensor)]) -> Value {
    .dictionary(
      OrderedDictionary(tensors.map { (.string($0.name), .tensor($0.tensor)) }) { first, _ in first })
  }

  private static func save(_ call: Call) throws -> Value {
    if case .object(let object) = call["value"], let picture = object as? any Pictured {
      return try save(picture, call)
    }
    let optimiser = try call.optionalOptimiser()
    if case .dictionary = call["value"] {
      guard optimiser == nil else {
        throw Fault(
          .invalidValue, "an optimiser remembers a network's parameters, but `save` is given a dictionary",
          help: ["give the network itself to `save`"]
        ).about("optimizer", of: call)
      }
      try call.requireEndingOfWeights()
      try call.withFile { try Safetensors(call.namedTensors("value")).write(to: $0) }
    } else {
      guard let net = try? call["value"].asLayer(call.machine) else {
        throw call.mismatch("value", "a network, a figure, or a dictionary of tensors by name,")
      }
      try call.requireEndingOfWeights()
      try call.withFile { try Engine.save(net, to: $0, optimizer: optimiser) }
    }
    return .void
  }

  private static func save(_ picture: any Pictured, _ call: Call) throws -> Value {
    let name = try call.string("path")
    guard let format = PictureFormat(fileName: name) else {
      throw Fault(
        .invalidValue, "the ending of `\(name)` does not say what kind of picture it is to be",
        help: ["write `.svg`, `.png` or `.pdf`"]
      ).about("path", of: call)
    }
    var isCancelled: @Sendable () -> Bool = { false }
    if let output = call.machine.output { isCancelled = output.interruption }
    do {
      let svg = try picture.svg(isCancelled: isCancelled)
      let bytes = try call.machine.aside { () throws(FigureError) in
        try format.bytes(of: svg, isCancelled: isCancelled)
      }
      try call.withFile { try Engine.saveBytes(bytes, to: $0) }
    } catch FigureError.cancelled { throw Fault.interrupted }
    return .void
  }

  private static func loadStateDict(_ call: Call) throws -> Value {
    let net = try call["net"].asLayer(call.machine)
    let optimiser = try call.optionalOptimiser()
    try call.machine.claim(net.parameters)
    if case .dictionary = call["from"] {
      guard optimiser == nil else {
        throw Fault(
          .invalidValue, "a dictionary of tensors holds no optimiser's state",
          help: ["name the file that `save(net, …, optimizer: …)` wrote"]
        ).about("optimizer", of: call)
      }
      try Engine.loadStateDict(net, call.namedTensors("from"))
    } else {
      guard case .string = call["from"] else {
        throw call.mismatch("from", "a file's name, or a dictionary of tensors by name,")
      }
      try call.withFile("from", isThere: true) {
        try Engine.loadStateDict(net, from: $0, optimizer: optimiser)
      }
    }
    return .void
  }
}

extension Call {
  /// Calls `body` with the place of the file that an argument names. Errors call the file by that name, since
  /// where a notebook lies is nobody else's business.
  fileprivate func withFile<Result>(
    _ name: String = "path", isThere: Bool = false, _ body: (String) throws -> Result
  ) throws -> Result {
    let file = try string(name)
    let path = try isThere ? machine.pathOfExisting(file) : machine.path(of: file)
    do { return try withoutFollowingLinks { try body(path) } } catch let error as EngineError {
      throw EngineError(error.kind, error.message.replacing(path, with: file), hint: error.hint)
    }
  }

  /// Throws for a file's name that promises another format than that in which weights are written.
  fileprivate func requireEndingOfWeights() throws {
    let name = try string("path")
    let others = [".pt", ".pth", ".pkl", ".h5", ".keras", ".ckpt", ".onnx", ".npy", ".npz", ".csv"]
    guard let ending = others.first(where: { name.lowercased().hasSuffix($0) }) else { return }
    let stem = name.dropLast(ending.count)
    throw Fault(
      .invalidValue, "weights are written as safetensors, which `\(name)` does not promise",
      help: ["write `\(stem).safetensors`: PyTorch reads it by `safetensors.torch.load_file`"]
    ).about("path", of: self)
  }

  fileprivate func optionalOptimiser() throws -> Optimiser? {
    guard has("optimizer") else { return nil }
    guard let optimiser = self["optimizer"].object(OptimiserValue.self)?.optimiser else {
      throw mismatch("optimizer", "the optimiser that trains the network")
    }
    return optimiser
  }

  /// A dictionary of tensors by their names.
  fileprivate func namedTensors(_ name: String) throws -> [(name: String, tensor: Tensor)] {
    guard case .dictionary(let dictionary) = self[name] else {
      throw mismatch(name, "a dictionary of tensors by name, such as `[\"x\": x]`")
    }
    return try dictionary.map { key, value in
      guard case .string(let key) = key else {
        throw Fault(.typeMismatch, "the names of tensors are strings, but one is \(key.kind)").about(
          name, of: self)
      }
      return (key, try value.asTensor())
    }
  }
}
