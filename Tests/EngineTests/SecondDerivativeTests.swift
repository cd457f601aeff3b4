import Testing

@testable import Engine

@Suite struct SecondDerivativeTests {
  private func scalar(_ x: Double) -> Tensor { Tensor(x, dtype: .float64) }

  /// From [3] to [2, 2], as in `golden/diagnostics.py`.
  private func curve(_ x: Tensor) throws -> Tensor {
    let (a, b, c) = try (x.selecting([.at(0)]), x.selecting([.at(1)]), x.selecting([.at(2)]))
    let numbers = try [a * b.sin(), c.exp() * a, x.tanh().sum(), x.square().prod()]
    return try Tensor.stack(numbers).reshaped(to: [2, 2])
  }

  /// From [2, 2] to a number, as in `golden/diagnostics.py`.
  private func surface(_ x: Tensor) throws -> Tensor {
    let product = try Tensor.matmul(x, x).tanh() * x
    let corner = try x.selecting([.at(0), .at(1)]) * x.selecting([.at(1), .at(0)])
    return try product.sum() + corner.exp()
  }

  @Test("a Jacobian is PyTorch's, in both types", arguments: [DType.float32, .float64])
  func goldenJacobian(dtype: DType) throws {
    let golden = try Golden.read("diagnostics", as: DiagnosticsGolden.self).jacobian
    let found = try jacobian(at: golden.at.tensor(dtype), of: curve)
    #expect(relativeError(found, golden.value) < tolerance(dtype))
  }

  @Test("a Hessian is PyTorch's, in both types", arguments: [DType.float32, .float64])
  func goldenHessian(dtype: DType) throws {
    let golden = try Golden.read("diagnostics", as: DiagnosticsGolden.self).hessian
    let found = try hessian(at: golden.at.tensor(dtype), of: surface)
    #expect(relativeError(found, golden.value) < tolerance(dtype))
  }

  @Test("the Jacobian of a linear map is its matrix, for each argument of several")
  func linearMaps() throws {
    let w = try Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3], dtype: .float64)
    let x = Tensor([1, -1, 2], dtype: .float64)
    #expect(try jacobian(at: x) { try Tensor.matmul(w, $0) } == w)
    let both = try jacobian(at: [w, x]) { try Tensor.matmul($0[0], $0[1]) }
    #expect(both[0].shape == [2, 2, 3] && both[1] == w)
    #expect(both[0].doubles == [1, -1, 2, 0, 0, 0, 0, 0, 0, 1, -1, 2])
  }

  @Test("a quadratic form has the Hessian A + Aᵀ, and a linear function zeros")
  func quadraticForm() throws {
    let a = try Tensor([1, 2, 5, 3], shape: [2, 2], dtype: .float64)
    let x = Tensor([0.3, -2], dtype: .float64)
    let form = try hessian(at: x) { x in try Tensor.matmul(x, Tensor.matmul(a, x)) }
    #expect(try form == (a + a.swappingAxes(0, 1)))
    #expect(try hessian(at: x) { try $0.sum() }.doubles == [0, 0, 0, 0])
    #expect(try hessian(at: x) { _ in self.scalar(1) }.doubles == [0, 0, 0, 0])
  }

  @Test("the second derivative of a number is a number")
  func ofNumbers() throws {
    #expect(try hessian(at: scalar(3)) { try $0 * $0 * $0 }.item() == 18)
    #expect(try jacobian(at: scalar(3)) { $0.square() }.item() == 6)
  }

  @Test("Jacobians and Hessians can be differentiated again")
  func nesting() throws {
    // d/dx of the second derivative 12 x² of x⁴.
    let third = try gradient(at: scalar(2)) { x in try hessian(at: x) { $0.square().square() } }
    #expect(try third.item() == 48)
    let second = try gradient(at: scalar(2)) { x in try jacobian(at: x) { try $0.square() * $0 } }
    #expect(try second.item() == 12)
  }

  @Test("a Hessian of what is not a single number says so, and work can be stopped")
  func messages() throws {
    let x = Tensor([1, 2], dtype: .float64)
    #expect(message { _ = try hessian(at: x) { $0.square() } }.contains("needs a single number"))
    struct Stop: Error {}
    var passes = 0
    #expect(throws: Stop.self) {
      try jacobian(
        at: x,
        beforeEachPass: {
          passes += 1
          if passes == 2 { throw Stop() }
        }
      ) { $0.square() }
    }
  }
}

/// What `golden/diagnostics.py` computed.
struct DiagnosticsGolden: Decodable {
  struct Derivative: Decodable {
    let at: Golden.Values
    let value: Golden.Values
  }
  struct OfParameter: Decodable {
    let value: Golden.Values
    let norm, mean, std, maximum, relative: Double
  }
  struct Network: Decodable {
    let x: Golden.Values
    let labels: [Int]
    let loss: Double
    let parameters: [String: OfParameter]
    let deltas, deltaMeans, deltaStds, deltaMaxima, means, variances, singularValues, norms: [Double]
    let jacobian: Golden.Values
  }

  let jacobian: Derivative
  let hessian: Derivative
  let network: Network
}
