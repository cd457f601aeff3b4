import Foundation

@testable import Engine

/// Values that PyTorch computed, read from the files that `golden/generate.py` wrote.
enum Golden {
  /// A tensor as the files hold it.
  struct Values: Decodable {
    let shape: [Int]
    let values: [Double]

    func tensor(_ dtype: DType) throws -> Tensor { try Tensor(values, shape: shape, dtype: dtype) }
  }

  /// A function of some inputs, with the gradients of its numbers weighted by cos 0, cos 1, …
  struct Case: Decodable {
    let inputs: [Values]
    let output: Values
    let gradients: [Values]
    let target: Values?
  }

  struct Network: Decodable {
    let input: Values
    let target: Values
    let output: Values
    let parameters: [String: Values]
    let gradients: [String: Values]
  }

  struct Normalisation: Decodable {
    let inputs: [Values]
    let parameters: [String: Values]
    let output: Values
    let gradients: [String: Values]
    let buffers: [String: Values]
    let evaluated: Values
  }

  struct Optimisers: Decodable {
    let start: Values
    let ends: [String: Values]
  }

  static func read<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("golden/\(name).json")
    return try JSONDecoder().decode(T.self, from: Data(contentsOf: file))
  }
}

/// How far a tensor is from expected values, relative to the largest of them (or to 1e-3, if all are smaller).
/// Infinite if the shape differs.
func relativeError(_ found: Tensor, _ expected: Golden.Values) -> Double {
  guard found.shape == expected.shape else { return .infinity }
  let scale = max(1e-3, expected.values.map(abs).max() ?? 1)
  return zip(found.doubles, expected.values).map { abs($0 - $1) / scale }.max() ?? 0
}

/// How far two tensors are from each other; infinite if their shapes differ.
func difference(_ a: Tensor, _ b: Tensor) -> Double {
  relativeError(a, Golden.Values(shape: b.shape, values: b.doubles))
}

/// The agreement with PyTorch that each type has to reach.
func tolerance(_ dtype: DType) -> Double { dtype == .float32 ? 1e-5 : 1e-10 }

/// The sum of a tensor's numbers weighted by cos 0, cos 1, …
func weightedSum(_ y: Tensor) throws -> Tensor {
  let weights = try Tensor((0..<y.count).map { cos(Double($0)) }, shape: y.shape, dtype: y.dtype)
  return try (y * weights).sum()
}

/// The message of the error that an expression throws; empty if it throws none.
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return ""
  } catch {
    return "\(error)"
  }
}
