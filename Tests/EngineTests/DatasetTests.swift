import Testing

@testable import Engine

@Suite struct DatasetTests {
  @Test("a split keeps every row once, and follows from its seed")
  func split() throws {
    let data = try Dataset(.arange(to: 10).reshaped(to: [10, 1]), .arange(to: 10))
    let (train, test) = try data.split(test: 0.3, seed: 4)
    #expect(train.count == 7 && test.count == 3)
    #expect((train.targets.doubles + test.targets.doubles).sorted() == data.targets.doubles)
    #expect(train.features.doubles == train.targets.doubles)
    #expect(try data.split(test: 0.3, seed: 4).test.targets == test.targets)
    #expect(try data.split(test: 0.3, seed: 5).test.targets != test.targets)
  }

  @Test("a stratified split keeps each class's share")
  func stratified() throws {
    let (train, test) = try iris().split(test: 0.2, seed: 1, isStratified: true)
    for label in 0..<3 {
      #expect(test.targets.doubles.filter { $0 == Double(label) }.count == 10)
      #expect(train.targets.doubles.filter { $0 == Double(label) }.count == 40)
    }
  }

  @Test("standardised features have mean 0 and deviation 1, and constant ones become 0")
  func standardized() throws {
    let features = try Tensor([1, 7, 2, 7, 3, 7, 6, 7], shape: [4, 2])
    let data = try Dataset(features, .zeros([4]))
    let scaled = try data.standardized().features
    #expect(try scaled.mean(axis: 0).abs().max().item() < 1e-6)
    #expect(difference(try scaled.std(axis: 0, unbiased: false), Tensor([1, 0])) < 1e-6)
    let scaling = try Standardisation(fitting: data)
    #expect(difference(try scaling.inverse(scaling(features)), features) < 1e-6)
    // Other data, measured on the same scale.
    #expect(try data.standardized(by: scaling).features == scaled)
  }

  @Test("what makes no data set is refused")
  func refusals() throws {
    let x = try Tensor.zeros([3, 2])
    #expect(message { _ = try Dataset(x, .zeros([2])) }.contains("3 rows of features, but 2 targets"))
    #expect(message { _ = try Dataset(.zeros([0, 2]), .zeros([0])) }.contains("at least one row"))
    #expect(message { _ = try Dataset(x, Tensor(1)) }.contains("targets are a single number"))
    #expect(message { _ = try Dataset(x, Tensor([0, .nan, 1])) }.contains("targets of row 1 contain nan"))
    #expect(
      message { _ = try Dataset(Tensor([1, 2, .infinity, 4], shape: [2, 2]), .zeros([2])) }
        .contains("features of row 1 contain inf"))
    #expect(
      message { _ = try Dataset(x, .zeros([3]), featureNames: ["a"]) }.contains("1 names for rows of 2"))
    #expect(
      message { _ = try Dataset(x, Tensor([0, 1, 2]), classNames: ["a", "b"]) }
        .contains("Row 2 has the class 2, but there are 2 classes"))
    let data = try Dataset(x, .zeros([3]))
    #expect(message { _ = try data.split(test: 1.5) }.contains("between 0 and 1, but it is 1.5"))
    #expect(message { _ = try data.split(test: 0.01) }.contains("one part would be empty"))
    #expect(message { _ = try data.split(test: 0.5, isStratified: true) }.contains("no classes"))
    #expect(message { _ = try data.rows([]) }.contains("at least one row"))
  }

  @Test("the synthetic sets have their points, classes and places")
  func synthetic() throws {
    let spiral = try spirals(50, classes: 4, noise: 0)
    #expect(spiral.features.shape == [200, 2] && spiral.classNames?.count == 4)
    #expect(try spiral.features.norm(axis: 1).max().item() <= 1)
    let ring = try circles(20, factor: 0.3, noise: 0).features.norm(axis: 1).doubles
    #expect(ring.prefix(20).allSatisfy { abs($0 - 1) < 1e-6 })
    #expect(ring.suffix(20).allSatisfy { abs($0 - 0.3) < 1e-6 })
    let corners = try xor(8, noise: 0)
    for (point, label) in zip(0..<16, corners.targets.doubles) {
      let (x, y) = (corners.features.doubles[2 * point], corners.features.doubles[2 * point + 1])
      #expect((x * y < 0) == (label == 1))
    }
    #expect(try moons(5, seed: 3).features == moons(5, seed: 3).features)
    #expect(message { _ = try moons(0) }.contains("At least one point"))
    #expect(message { _ = try moons(5, noise: -1) }.contains("from 0 up"))
    #expect(message { _ = try spirals(.max, classes: 3) }.contains("too large"))
  }
}
