/// A function of one number, applied to each number of a tensor.
///
/// A type per function, because it is needed generically for both kinds of number, and because the compiler
/// then inlines it into the loop.
protocol ElementwiseFunction: Sendable {
  func value<T: Scalar>(_ x: T) -> T
  /// Turns arguments into values, in place. Functions for which there is a kernel use that instead of `value`.
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int)
}

extension ElementwiseFunction {
  @inline(__always)
  func apply<T: Scalar>(to x: UnsafeMutablePointer<T>, count: Int) {
    for i in 0..<count { x[i] = value(x[i]) }
  }
}

/// A function of one number with its derivative. What is only an `ElementwiseFunction` is constant between
/// jumps, and nothing flows back through it.
protocol DifferentiableFunction: ElementwiseFunction {
  /// The derivative, from arguments and values, in operations that can be differentiated again.
  func derivative(at x: Tensor, value y: Tensor) throws -> Tensor
}

/// A function of two numbers, applied with broadcasting.
protocol ElementwiseOperation: Sendable {
  func value<T: Scalar>(_ a: T, _ b: T) -> T
}

extension Tensor {
  /// Applies a differentiable function to each number.
  func applying<F: DifferentiableFunction>(_ function: F) -> Tensor {
    mapped(function).recorded(from: self) { step in
      try step.gradient * function.derivative(at: step.input(), value: step.output)
    }
  }

  /// Applies a function to each number, without a record.
  func mapped<F: ElementwiseFunction>(_ function: F) -> Tensor {
    Tensor(storage.transformed(by: Mapping(function: function)), shape: shape)
  }
}

/// A function applied to each number of an array.
private struct Mapping<F: ElementwiseFunction>: StorageComputation {
  let function: F

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    let count = x.count
    return .filled(count) { result in
      x.reading { x in
        Interruption.forEachPiece(of: count) { piece in
          let part = result + piece.lowerBound
          part.update(from: x + piece.lowerBound, count: piece.count)
          function.apply(to: part, count: piece.count)
        }
      }
    }
  }
}
