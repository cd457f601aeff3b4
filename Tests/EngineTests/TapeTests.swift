import Testing

@testable import Engine

@Suite struct TapeTests {
  @Test("a chain of a hundred thousand operations is differentiated and freed without recursion")
  func longChain() throws {
    let slope = try gradient(at: Tensor(1, dtype: .float64)) { x in
      var y = x
      for _ in 0..<100_000 { y = y + 1 }
      return y
    }
    #expect(try slope.item() == 1)
  }

  @Test("a long chain that branches at every step is freed without recursion, too")
  func longLadder() throws {
    var y = Tensor(1, dtype: .float64).tracked()
    for _ in 0..<50_000 { y = try (y + y) * 0.5 }
    #expect(try y.item() == 1)
  }

  @Test("derivatives nest to any order")
  func nested() throws {
    // x⁴: 4 x³, 12 x², 24 x, 24.
    func derivative(_ order: Int, _ x: Tensor) throws -> Tensor {
      guard order > 0 else { return try x ** Tensor(4, dtype: .float64) }
      return try gradient(at: x) { try derivative(order - 1, $0) }
    }
    let x = Tensor(3, dtype: .float64)
    #expect(try (0...4).map { try derivative($0, x).item() } == [81, 108, 108, 72, 24])
  }

  @Test("an inner derivative by one variable can be differentiated by another")
  func mixed() throws {
    // ∂/∂x ∂/∂y x² y³ = 6 x y².
    let (x, y) = (Tensor(2, dtype: .float64), Tensor(5, dtype: .float64))
    let mixed = try gradient(at: x) { x in
      try gradient(at: y) { y in try x.square() * y * y * y }
    }
    #expect(try mixed.item() == 6 * 2 * 25)
  }

  @Test("the value inside an outer derivative stays differentiable")
  func nestedValue() throws {
    let slope = try gradient(at: Tensor(3, dtype: .float64)) { x in
      let y = Tensor(2, dtype: .float64)
      return try valueAndGradient(at: [y]) { try x.square() + $0[0] }.value
    }
    #expect(try slope.item() == 6)
  }

  @Test("what is not used gets zeros of its shape, and results outside of derivatives are not tracked")
  func unused() throws {
    let (x, unused) = (Tensor([1, 2]), try Tensor.ones([2, 3]))
    let (value, gradients) = try valueAndGradient(at: [x, unused]) { try $0[0].sum() }
    #expect(gradients == [try .ones([2]), try .zeros([2, 3])])
    #expect(!value.isTracked && !gradients.contains(where: \.isTracked))
    // A constant function depends on nothing.
    #expect(try gradient(at: x) { _ in Tensor(4) } == .zeros([2]))
  }

  @Test("only a single number can be differentiated, and only for what is tracked")
  func errors() throws {
    let x = Tensor([1, 2, 3])
    #expect(
      message { _ = try gradient(at: x) { $0.square() } }
        == "A gradient needs a single number to differentiate, but the function gives a tensor of shape [3].\nReduce it first, for instance with `sum` or `mean`."
    )
    #expect(message { _ = try Tensor(1).gradients(for: [x]) }.contains("not tracked"))
  }

  @Test("a tensor used several times gets the sum of its gradients")
  func reuse() throws {
    let x = Tensor([2, 3], dtype: .float64)
    let result = try gradient(at: x) { x in try (x * x + x).sum() }
    #expect(result.doubles == [5, 7])
  }

  @Test("an assignment to a part differentiates what stays and what is put there")
  func assignment() throws {
    let (x, v) = (Tensor([1, 2, 3], dtype: .float64), Tensor(5, dtype: .float64))
    let gradients = try gradient(at: [x, v]) { inputs in
      var y = inputs[0]
      try y.assign(inputs[1], to: [.range(from: 1, to: nil, step: 1)])
      return try y.square().sum()
    }
    #expect(gradients[0].doubles == [2, 0, 0])
    #expect(try gradients[1].item() == 20)
  }
}
