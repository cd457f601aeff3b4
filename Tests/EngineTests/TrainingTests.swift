import Testing

@testable import Engine

@Suite struct TrainingTests {
  @Test("a small network learns the digits")
  func learnsDigits() throws {
    let (train, test) = try digits().standardized().split(test: 0.2, seed: 1)
    var generator = Generator(seed: 1)
    let net = Sequential([
      try Linear(64, 32, from: &generator), ReLU(), try Linear(32, 10, from: &generator),
    ])
    let history = try Engine.train(
      net, on: train, loss: CrossEntropy(), optimizer: .adam(lr: 0.01), epochs: 3, batch: 64, validation: test)
    #expect(history.epochs == 3)
    #expect(history.isComplete)
    #expect(history.validationAccuracies[2] > 0.93)
    #expect(try accuracy(net, on: test) == history.validationAccuracies[2])
  }
}
