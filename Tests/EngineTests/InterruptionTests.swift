import Synchronization
import Testing

@testable import Engine

/// Long work that is to stop: how soon it notices, and what it leaves.
@Suite struct InterruptionTests {
  /// Answers some questions with no and all later ones with yes, and counts them.
  final class Patience: Sendable {
    private let state: Mutex<(left: Int, asked: Int)>

    init(_ questions: Int) { state = Mutex((questions, 0)) }

    var asked: Int { state.withLock { $0.asked } }

    func whileItLasts<Result>(_ body: () throws -> Result) rethrows -> Result {
      let wish = Interruption { [self] in
        state.withLock { state in
          state.asked += 1
          state.left -= 1
          return state.left < 0
        }
      }
      return try Interruption.$current.withValue(wish, operation: body)
    }
  }

  static let large = [Double](repeating: 1, count: 1 << 20)

  @Test("long arithmetic asks again and again, and no more once it is to stop")
  func arithmetic() throws {
    let x = Tensor(Self.large)
    let column = try x.reshaped(to: [1 << 20, 1])
    let rows = try x.reshaped(to: [1 << 10, 1 << 10])
    let works: [(String, () throws -> Void)] = [
      ("map", { _ = x.exp() }), ("sum", { _ = try x + x }),
      ("broadcast", { _ = try column + Tensor([1, 2]) }),
      ("reduction of a row", { _ = try x.sum() }), ("softmax", { _ = try rows.softmax() }),
      ("product", { _ = try Tensor.matmul(rows, rows) }),
      ("product in double precision", { _ = try Tensor.matmul(rows.converted(to: .float64), rows) }),
    ]
    for (name, work) in works {
      let whole = Patience(.max)
      try whole.whileItLasts(work)
      #expect(whole.asked > 2, "\(name)")
      let short = Patience(1)
      try short.whileItLasts(work)
      // Loops around the one that stopped ask once more each.
      #expect(short.asked < min(whole.asked, 6), "\(name)")
    }
  }

  @Test("a training that is to stop while it takes over the weights leaves everything as it was")
  func beginning() throws {
    var generator = Generator(seed: 1)
    let net = Sequential([try Linear(512, 512, from: &generator)])
    let data = try Dataset(.ones([4, 512]), .zeros([4, 512]))
    let optimizer = try Optimiser.adam(lr: 0.01)
    let before = net.parameters.map(\.value.doubles)
    func run() throws {
      try Engine.train(net, on: data, loss: MeanSquaredError(), optimizer: optimizer, epochs: 1, batch: nil)
    }
    for questions in 0..<10 {
      #expect(throws: EngineError.interrupted) { try Patience(questions).whileItLasts(run) }
      #expect(net.parameters.map(\.value.doubles) == before && optimizer.memories.isEmpty)
    }
    try run()
    #expect(net.parameters.map(\.value.doubles) != before && optimizer.memories.count == 2)
  }

  @Test("random numbers, decompositions and readers of files end with an error")
  func errors() throws {
    let works: [() throws -> Void] = [
      {
        var generator = Generator(seed: 1)
        _ = try Tensor.normal([1 << 20], from: &generator)
      },
      { _ = try Tensor(Self.large, shape: [1 << 10, 1 << 10]).singularValues() },
      { _ = try ElementType.float32.storage([UInt8](repeating: 0, count: 1 << 20)[...]) },
      { _ = try Zlib.deflated([UInt8](repeating: 0, count: 1 << 20)) },
    ]
    for work in works {
      #expect(throws: EngineError.interrupted) { try Patience(0).whileItLasts(work) }
    }
  }

  @Test("what is left to a thread of its own comes back as it is")
  func ownThread() throws {
    var generator = Generator(seed: 1)
    let matrix = try Tensor.normal([300, 280], from: &generator)
    let values = try matrix.singularValues()
    let again = try Patience(.max).whileItLasts { try matrix.singularValues() }
    #expect(again == values)
    #expect(throws: EngineError.self) {
      try Patience(.max).whileItLasts {
        try Interruption.leavingBehind(multiplications: .max) { throw EngineError(.value, "no") }
      }
    }
  }

  @Test("data that is compressed piece by piece comes back, and what follows it is noticed")
  func compression() throws {
    var generator = Generator(seed: 1)
    let data = (0..<1_000_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let packed = try #require(try Zlib.deflated(data))
    #expect(try Zlib.inflated(packed[...], size: data.count) == data)
    let filler = [UInt8](repeating: 0, count: 1 << 20)
    #expect(try Zlib.inflated((packed + filler)[...], size: data.count) == nil)
    #expect(try Zlib.inflated(packed.dropLast(), size: data.count) == nil)
  }

  @Test("a file that is being written stays as it was, with nothing beside it")
  func files() throws {
    try StorageFolder.with { folder in
      let path = folder + "/x"
      try StoredFile.write([1, 2, 3], to: path)
      let many = [UInt8](repeating: 7, count: 5 << 20)
      #expect(throws: EngineError.interrupted) {
        try Patience(2).whileItLasts { try StoredFile.write(many, to: path) }
      }
      #expect(try StoredFile.read(path) == [1, 2, 3])
      #expect(try StorageFolder.content(folder) == ["x"])
    }
  }

  /// A network whose training changes weights and statistics, on a plan or on the tape.
  static func network(onTape: Bool) throws -> any Layer {
    var generator = Generator(seed: 3)
    let first = try Linear(4, 8, from: &generator)
    let last = try Linear(8, 3, from: &generator)
    let middle: [any Layer] = [try BatchNorm1d(8)] + (onTape ? [Lambda("square") { x, _ in x.square() }] : [])
    return Sequential([first] + middle + [last])
  }

  @Test("a training that is stopped within a step goes on as if nothing had been", arguments: [false, true])
  func training(onTape: Bool) throws {
    let data = try iris()
    func weights(_ net: any Layer) -> [[Double]] { net.parameters.map(\.value.doubles) }
    func train(_ net: any Layer, _ optimizer: Optimiser, _ history: inout History) throws {
      try Engine.train(
        net, on: data, loss: CrossEntropy(), optimizer: optimizer, epochs: 2, batch: 50, seed: 5,
        validation: data,
        history: &history)
    }
    let undisturbed = try Self.network(onTape: onTape)
    var expected = History()
    try train(undisturbed, .adam(), &expected)

    let net = try Self.network(onTape: onTape)
    let optimizer = try Optimiser.adam()
    var history = History()
    var interruptions = 0
    for questions in 0..<100 {
      do {
        try Patience(questions % 4).whileItLasts { try train(net, optimizer, &history) }
        if history.steps == expected.steps { break }
      } catch {
        #expect(error as? EngineError == .interrupted)
        interruptions += 1
      }
    }
    try train(net, optimizer, &history)
    #expect(interruptions > 2)
    #expect(weights(net) == weights(undisturbed))
    #expect(history.losses == expected.losses)
    #expect(history.validationLosses == expected.validationLosses)
  }
}
