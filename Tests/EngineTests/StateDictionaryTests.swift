import Testing

@testable import Engine

@Suite("Networks on disk")
struct StateDictionaryTests {
  private func network(seed: UInt64 = 1, dtype: DType = .float32) throws -> Sequential {
    var generator = Generator(seed: seed)
    return Sequential([
      try Linear(2, 5, dtype: dtype, from: &generator), Tanh(),
      try Linear(5, 3, bias: false, dtype: dtype, from: &generator),
    ])
  }

  @Test("PyTorch's state_dict of the same layers gives the same outputs")
  func stateDict() throws {
    var generator = Generator(seed: 1)
    let net = Sequential([
      try Linear(2, 5, from: &generator), Tanh(), try BatchNorm1d(5),
      try Linear(5, 3, bias: false, from: &generator),
    ])
    try loadStateDict(net, from: StorageFolder.golden("sequential.safetensors"))
    let expected = try Safetensors(contentsOf: StorageFolder.golden("sequential-output.safetensors"))
    let x = try #require(expected["x"])
    let y = try #require(expected["y"])
    #expect(difference(try net(x), y) < tolerance(.float32))
  }

  /// The layers of the files `nested`, `spectral` and `spectral-old`.
  private func nested(spectral: Bool) throws -> Sequential {
    var generator = Generator(seed: 6)
    let (first, last) = (try Linear(2, 5, from: &generator), try Linear(5, 3, from: &generator))
    guard spectral else { return Sequential(nesting: [Sequential([first, Tanh()]), last]) }
    return Sequential(nesting: [
      Sequential([try SpectralNorm(first, from: &generator), Tanh()]),
      try SpectralNorm(last, from: &generator),
    ])
  }

  @Test(
    "PyTorch's chains within a chain load as they are, with spectral normalisation by either of its names",
    arguments: ["nested", "spectral", "spectral-old"])
  func nestedStateDict(name: String) throws {
    let net = try nested(spectral: name != "nested")
    try loadStateDict(net, from: StorageFolder.golden("\(name).safetensors"))
    let expected = try Safetensors(contentsOf: StorageFolder.golden("\(name)-output.safetensors"))
    let (x, y) = (try #require(expected["x"]), try #require(expected["y"]))
    #expect(difference(try net(x), y) < tolerance(.float32))
    // What is saved again has PyTorch's present names.
    guard name != "spectral-old" else { return }
    let names = Set(net.namedParameters.map(\.name))
    #expect(
      names
        == Set(try Safetensors(contentsOf: StorageFolder.golden("\(name).safetensors")).tensors.map(\.name)))
  }

  @Test("A chain keeps its place in another where that is asked for, and is one with it where not")
  func nesting() throws {
    var generator = Generator(seed: 6)
    func linear() throws -> Linear { try Linear(2, 2, bias: false, from: &generator) }
    let inner = Sequential([try linear(), ReLU(), try linear()])
    func names(_ net: Sequential) -> [String] { net.namedParameters.map(\.name) }
    #expect(names(Sequential([inner, try linear()])) == ["0.weight", "2.weight", "3.weight"])
    let outer = Sequential(nesting: [inner, ReLU(), try linear()])
    #expect(names(outer) == ["0.0.weight", "0.2.weight", "2.weight"])
    #expect(outer.layers.count == 5)
    #expect(
      names(Sequential([outer, try linear()])) == ["0.0.weight", "0.2.weight", "2.weight", "3.weight"])
    #expect(names(Sequential(nesting: [outer])) == ["0.0.0.weight", "0.0.2.weight", "0.2.weight"])
    #expect(
      names(Sequential(nesting: [Sequential([]), Residual(inner)])) == ["1.0.weight", "1.2.weight"])
  }

  @Test("Names that tell of another structure are answered with what to do")
  func structureHints() throws {
    let flat = try network()
    let file = try Safetensors(contentsOf: StorageFolder.golden("nested.safetensors"))
    var generator = Generator(seed: 6)
    let like = Sequential([try Linear(2, 5, from: &generator), Tanh(), try Linear(5, 3, from: &generator)])
    #expect(message { try loadStateDict(like, file.tensors) }.contains("as `Sequential(Sequential(…), …)`"))
    let wrapped = flat.namedParameters.map { ("body.\($0.name)", $0.parameter.value) }
    #expect(message { try loadStateDict(flat, wrapped) }.contains("save `model.body.state_dict()`"))
    #expect(message { try loadStateDict(flat, []) }.hasPrefix("The weights in the dictionary are not"))
  }

  @Test(
    "A network is saved with the names, the bits and a description of its layers", arguments: DType.allCases)
  func roundTrip(dtype: DType) throws {
    try StorageFolder.with { folder in
      let (net, other) = (try network(dtype: dtype), try network(seed: 2, dtype: dtype))
      try save(net, to: folder + "/net.safetensors")
      let file = try Safetensors(contentsOf: folder + "/net.safetensors")
      #expect(file.metadata["architecture"] == "Linear(2, 5) >> Tanh() >> Linear(5, 3, bias: false)")
      try loadStateDict(other, from: folder + "/net.safetensors")
      #expect(net.parameters.map(\.value) == other.parameters.map(\.value))
      #expect(try StorageFolder.content(folder) == ["net.safetensors"])
    }
  }

  @Test("Everything that does not fit is named at once, and nothing changes")
  func mismatches() throws {
    let net = try network()
    let before = net.parameters.map(\.value)
    let found = message {
      try loadStateDict(
        net,
        [
          ("0.weight", try .zeros([5, 2])), ("0.bias", try .zeros([4])), ("1.bias", try .zeros([3])),
          ("1.num_batches_tracked", Tensor(7)),
        ])
    }
    #expect(found.contains("`0.bias` has shape [4] instead of [5]"))
    #expect(found.contains("missing are `2.weight`; unexpected are `1.bias`."))
    #expect(net.parameters.map(\.value) == before)
  }

  @Test("A damaged file changes nothing")
  func damagedFile() throws {
    let net = try network()
    let before = net.parameters.map(\.value)
    try StorageFolder.with { folder in
      let bytes = try StoredFile.read(StorageFolder.golden("sequential.safetensors"))
      try StoredFile.write(Array(bytes.dropLast()), to: folder + "/short.safetensors")
      #expect(
        message { try loadStateDict(net, from: folder + "/short.safetensors") }.contains("short.safetensors"))
    }
    #expect(net.parameters.map(\.value) == before)
  }

  private static let optimisers: [@Sendable () throws -> Optimiser] = [
    { try .sgd(lr: 0.1) }, { try .sgd(lr: 0.1, momentum: 0.9, nesterov: true) }, { try .adam(lr: 0.01) },
    { try .adamW(lr: 0.01, betas: (0.8, 0.99)) }, { try .rmsprop(lr: 0.01, momentum: 0.5, centered: true) },
    { try .adagrad(lr: 0.05) }, { try .lbfgs(maxIter: 4, historySize: 6) },
  ]

  @Test("Training goes on from a file to the same bits as without a break", arguments: optimisers.indices)
  func continuation(index: Int) throws {
    let make = StateDictionaryTests.optimisers[index]
    let data = try spirals(20, seed: 3)
    for dtype in DType.allCases {
      func go(_ net: Sequential, _ optimizer: Optimiser) throws {
        try train(
          net, on: data.converted(to: dtype), loss: CrossEntropy(), optimizer: optimizer, epochs: 3,
          batch: optimizer.name == "LBFGS" ? nil : 16, seed: 5)
      }
      try StorageFolder.with { folder in
        let path = folder + "/run.safetensors"
        let (net, optimizer) = (try network(dtype: dtype), try make())
        try go(net, optimizer)
        optimizer.learningRate /= 2
        try save(net, to: path, optimizer: optimizer)
        try go(net, optimizer)

        let (other, otherOptimizer) = (try network(seed: 9, dtype: dtype), try make())
        try loadStateDict(other, from: path, optimizer: otherOptimizer)
        #expect(otherOptimizer.learningRate == optimizer.learningRate)
        try go(other, otherOptimizer)
        #expect(net.parameters.map(\.value) == other.parameters.map(\.value))
      }
    }
  }

  @Test("Another optimiser, or a file without one, is refused and changes neither network nor optimiser")
  func otherOptimisers() throws {
    try StorageFolder.with { folder in
      let (net, other) = (try network(), try network(seed: 2))
      let before = other.parameters.map(\.value)
      try save(net, to: folder + "/a", optimizer: .adam())
      try save(net, to: folder + "/b")
      let optimizer = try Optimiser.adam(lr: 0.5, eps: 1e-7)
      let found = message { try loadStateDict(other, from: folder + "/a", optimizer: optimizer) }
      #expect(found.contains("epsilon: 1e-08") && found.contains("epsilon: 1e-07"), "\(found)")
      #expect(
        message { try loadStateDict(other, from: folder + "/b", optimizer: optimizer) }
          .contains("holds no optimiser's state"))
      #expect(other.parameters.map(\.value) == before)
      #expect(optimizer.learningRate == 0.5)
    }
  }

  @Test("A changed byte of a saved run loads as a whole or changes nothing")
  func mutations() throws {
    let (net, optimizer) = (try network(), try Optimiser.lbfgs(maxIter: 2))
    try train(net, on: spirals(4), loss: CrossEntropy(), optimizer: optimizer, epochs: 1)
    var file = Safetensors(net.namedParameters.map { ($0.name, $0.parameter.value) })
    optimizer.write(memoryOf: net, to: &file)
    let bytes = try file.bytes(name: "run")
    let header = 8 + Int(UInt64(littleEndianBytes: bytes[..<8]))
    let before = net.parameters.map(\.value)
    for position in 0..<header {
      var changed = bytes
      changed[position] ^= 0x04
      do {
        let file = try Safetensors(changed, name: "run")
        try loadStateDict(net, from: file, source: "run", optimizer: optimizer)
      } catch {
        #expect((error as? EngineError)?.message.contains("`run`") == true, "\(error)")
        #expect(net.parameters.map(\.value) == before)
      }
      for (parameter, value) in zip(net.parameters, before) { try parameter.assign(value) }
    }
  }
}
