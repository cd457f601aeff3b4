import Testing

@testable import Engine

@Suite struct LossTests {
  @Test("a column of predictions fits a vector of targets, number by number")
  func column() throws {
    let loss = try MeanSquaredError()(Tensor([1, 2], shape: [2, 1]), Tensor([1, 4]))
    #expect(try loss.item() == 2)
  }

  @Test("shapes that cannot be compared are named")
  func shapes() throws {
    #expect(
      message { _ = try MeanSquaredError()(.zeros([4, 2]), .zeros([4])) }
        .contains("`mse` compares like with like, but the prediction has shape [4, 2] and the target [4]"))
    #expect(message { _ = try CrossEntropy()(.zeros([4]), .zeros([4])) }.contains("[rows, classes]"))
    let oneHot = message { _ = try CrossEntropy()(.zeros([4, 3]), .zeros([4, 3])) }
    #expect(oneHot.contains("one class number per row, [4]") && oneHot.contains("argmax(y, axis: 1)"))
    #expect(message { _ = try CrossEntropy()(.zeros([0, 3]), .zeros([0])) }.contains("no rows"))
  }

  @Test("labels out of range, fractional or NaN are named with their row", arguments: [3, -1, 0.5, .nan])
  func labels(_ label: Double) throws {
    let text = message { _ = try CrossEntropy()(.zeros([2, 3]), Tensor([0, label])) }
    #expect(text.contains("Row 1 has the class") && text.contains("classes 0 to 2"))
    #expect(message { _ = try Tensor.oneHot([5], classes: 3) }.contains("Label 5 in row 0"))
  }

  @Test("binary targets lie between 0 and 1")
  func binary() throws {
    #expect(
      message { _ = try BinaryCrossEntropy()(.zeros([2]), Tensor([1, 2])) }
        .contains("between 0 and 1, but number 1 is 2"))
    // Large logits neither overflow nor lose the gradient.
    #expect(try BinaryCrossEntropy()(Tensor([1000, -1000]), Tensor([1, 0])).item() == 0)
  }

  @Test("the settings of cross-entropies are checked, and their weights against the classes")
  func weights() throws {
    #expect(message { _ = try CrossEntropy(labelSmoothing: 1.5) }.contains("between 0 and 1, but it is 1.5"))
    #expect(
      message { _ = try CrossEntropy(labelSmoothing: 0, weight: [1, -1]) }.contains("of class 1 is -1.0"))
    #expect(message { _ = try CrossEntropy(labelSmoothing: 0, weight: [0, 0]) }.contains("above 0"))
    let loss = try CrossEntropy(labelSmoothing: 0, weight: [0, 1])
    #expect(message { _ = try loss(.zeros([2, 3]), .zeros([2])) }.contains("has 2 weights"))
    #expect(message { _ = try loss(.zeros([2, 2]), .zeros([2])) }.contains("these 2 rows has the weight 0"))
    #expect(message { _ = try BinaryCrossEntropy(positiveWeight: []) }.contains("`posWeight`"))
    let binary = try BinaryCrossEntropy(positiveWeight: [1, 2])
    #expect(message { _ = try binary(.zeros([2, 3]), .zeros([2, 3])) }.contains("2 weights"))
    // Neither end of the logits overflows.
    #expect(try binary(Tensor([1000, -1000]), Tensor([1, 0])).item() == 0)
  }

  @Test("every loss but a function has a form for plans")
  func plans() throws {
    #expect(planLoss(try HuberLoss(delta: 2)) is HuberPieces)
    #expect(planLoss(try CrossEntropy(labelSmoothing: 0.1)) is SmoothedLabels)
    #expect(planLoss(FunctionLoss("own") { prediction, _ in try prediction.mean() }) == nil)
  }

  @Test("settings of losses and optimisers are checked")
  func settings() throws {
    #expect(message { _ = try HuberLoss(delta: 0) }.contains("positive delta"))
    #expect(message { _ = try Optimiser.sgd(lr: -1) }.contains("from 0 up, but this one is -1"))
    #expect(message { _ = try Optimiser.sgd(lr: .nan) }.contains("learning rate"))
    #expect(message { _ = try Optimiser.sgd(lr: 1, momentum: 1) }.contains("`momentum` lies between"))
    #expect(message { _ = try Optimiser.sgd(lr: 1, nesterov: true) }.contains("the momentum is 0"))
    #expect(message { _ = try Optimiser.adam(betas: (0.9, 1)) }.contains("`betas.1`"))
    #expect(message { _ = try Optimiser.adamW(weightDecay: -1) }.contains("`weightDecay`"))
    let parameter = Parameter("w", Tensor([1, 2]))
    let optimiser = try Optimiser.adam()
    #expect(message { try optimiser.step([parameter], gradients: []) }.contains("1 parameters, but 0"))
    #expect(message { try optimiser.step([parameter], gradients: [Tensor(1)]) }.contains("its gradient []"))
  }
}
