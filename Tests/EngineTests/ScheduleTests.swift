import Testing

@testable import Engine

@Suite struct ScheduleTests {
  @Test("twenty epochs of every schedule agree with PyTorch")
  func agrees() throws {
    let golden: [String: [Double]] = try Golden.read("schedules")
    let schedules: [String: Schedule] = [
      "step": try .step(size: 3, gamma: 0.5),
      "multiStep": try .multiStep(milestones: [2, 7, 7, 11], gamma: 0.5),
      "exponential": try .exponential(gamma: 0.9), "cosine": try .cosine(period: 8, minimum: 0.01),
      "cosineWarmRestarts": try .cosineWarmRestarts(period: 3, factor: 2, minimum: 0.01),
      "restartsEvenly": try .cosineWarmRestarts(period: 4),
      "warmUp": try .warmUp(steps: 5, start: 0.25, then: .exponential(gamma: 0.8)),
    ]
    #expect(Set(schedules.keys) == Set(golden.keys))
    for (name, schedule) in schedules {
      let rates = (0..<20).map { schedule.rate(epoch: $0, initial: 0.1) }
      for (found, expected) in zip(rates, golden[name] ?? []) {
        #expect(abs(found - expected) < 1e-12, "\(schedule)")
      }
    }
  }

  @Test("a training follows its schedule, also when it is continued")
  func training() throws {
    let data = try Dataset(Tensor([1], shape: [1, 1]), Tensor([0], shape: [1, 1]))
    let optimizer = try Optimiser.sgd(lr: 0.1)
    let net = try Linear(weight: Tensor([1], shape: [1, 1]))
    var rates: [Double] = []
    var history = History()
    for epochs in [2, 4] {
      try train(
        net, on: data, loss: MeanSquaredError(), optimizer: optimizer, epochs: epochs,
        schedule: .step(size: 1, gamma: 0.5), history: &history
      ) { _ in rates.append(optimizer.learningRate) }
    }
    #expect(rates == [0.1, 0.05, 0.025, 0.0125])
    #expect(message { _ = try Schedule.step(size: 0) }.contains("at least 1, but it is 0"))
  }
}
