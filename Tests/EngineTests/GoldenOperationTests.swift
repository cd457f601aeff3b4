import Testing

@testable import Engine

@Suite struct GoldenOperationTests {
  static let cases: [String: Golden.Case] = (try? Golden.read("operations")) ?? [:]

  @Test("values and gradients agree with PyTorch", arguments: Operation.all, DType.allCases)
  func agrees(_ operation: Operation, _ dtype: DType) throws {
    let golden = try #require(Self.cases[operation.name])
    let inputs = try golden.inputs.map { try $0.tensor(dtype) }
    let output = try operation.apply(inputs)
    #expect(output.dtype == dtype)
    #expect(relativeError(output, golden.output) < tolerance(dtype))
    let gradients = try gradient(at: inputs) { try weightedSum(operation.apply($0)) }
    for (found, expected) in zip(gradients, golden.gradients) {
      #expect(relativeError(found, expected) < tolerance(dtype))
      #expect(!found.isTracked)
    }
  }

  @Test("a choice by a condition agrees with PyTorch", arguments: DType.allCases)
  func whereAgrees(_ dtype: DType) throws {
    let golden = try #require(Self.cases["where"])
    let x = try #require(Self.cases["exp"]).inputs[0].tensor(dtype)
    let condition = try Tensor.greater(x, Tensor(0, dtype: dtype))
    let inputs = try golden.inputs.map { try $0.tensor(dtype) }
    #expect(try relativeError(Tensor.where(condition, inputs[0], inputs[1]), golden.output) == 0)
    let gradients = try gradient(at: inputs) { try weightedSum(Tensor.where(condition, $0[0], $0[1])) }
    for (found, expected) in zip(gradients, golden.gradients) {
      #expect(relativeError(found, expected) < tolerance(dtype))
    }
  }

  @Test("every golden value is used")
  func complete() {
    #expect(Set(Self.cases.keys) == Set(Operation.all.map(\.name) + ["where"]))
  }
}
