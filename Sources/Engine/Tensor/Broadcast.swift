/// How two operands line up with the result of an element-wise operation: the nested loops to run.
///
/// Neighbouring axes along which both operands advance alike are merged, so that equal shapes, a scalar, and
/// a row against a matrix become one or two plain loops that the compiler vectorises.
struct BroadcastLoops {
  /// One loop, with the distance that each operand moves per turn: 0 where it is stretched.
  struct Loop {
    var count: Int
    var strideA: Int
    var strideB: Int
  }

  /// All loops but the innermost, outermost first.
  private(set) var outer: [Loop] = []
  private(set) var inner = Loop(count: 1, strideA: 1, strideB: 1)

  /// Lines up two shapes with the shape that they broadcast to.
  init(_ a: [Int], _ b: [Int], result: [Int]) {
    let stridesA = BroadcastLoops.strides(of: a, in: result)
    let stridesB = BroadcastLoops.strides(of: b, in: result)
    var loops: [Loop] = []
    for i in result.indices where result[i] != 1 {
      let loop = Loop(count: result[i], strideA: stridesA[i], strideB: stridesB[i])
      if let last = loops.last, last.strideA == loop.strideA * loop.count,
        last.strideB == loop.strideB * loop.count
      {
        loops[loops.count - 1] = Loop(
          count: last.count * loop.count, strideA: loop.strideA, strideB: loop.strideB)
      } else {
        loops.append(loop)
      }
    }
    if let last = loops.popLast() { inner = last }
    outer = loops
  }

  private static func strides(of shape: [Int], in result: [Int]) -> [Int] {
    var strides = [Int](repeating: 0, count: result.count)
    let offset = result.count - shape.count
    var stride = 1
    for i in shape.indices.reversed() {
      if shape[i] != 1 { strides[offset + i] = stride }
      stride *= shape[i]
    }
    return strides
  }

  /// Calls `body` once per run of the innermost loop with the offsets into both operands and the result, until the work
  /// is to stop.
  @inline(__always)
  func forEachRun(_ body: (_ a: Int, _ b: Int, _ result: Int) -> Void) {
    if outer.isEmpty { return body(0, 0, 0) }
    var position = [Int](repeating: 0, count: outer.count)
    var (a, b, result) = (0, 0, 0)
    var nextQuestion = Interruption.pieceLength
    while true {
      body(a, b, result)
      result += inner.count
      if result >= nextQuestion {
        if Interruption.isDue { return }
        nextQuestion = result + Interruption.pieceLength
      }
      var axis = outer.count - 1
      while true {
        let loop = outer[axis]
        position[axis] += 1
        a += loop.strideA
        b += loop.strideB
        if position[axis] < loop.count { break }
        a -= loop.strideA * loop.count
        b -= loop.strideB * loop.count
        position[axis] = 0
        if axis == 0 { return }
        axis -= 1
      }
    }
  }
}

/// An operation applied to two operands, lined up by broadcasting.
struct Broadcasting<F: ElementwiseOperation>: BinaryStorageComputation {
  let operation: F
  let loops: BroadcastLoops
  let count: Int

  func callAsFunction<T: Scalar>(_ a: [T], _ b: [T]) -> [T] {
    let n = loops.inner.count
    let (strideA, strideB) = (loops.inner.strideA, loops.inner.strideB)
    return .filled(count) { result in
      a.reading { a in
        b.reading { b in
          loops.forEachRun { startA, startB, start in
            let (a, b, result) = (a + startA, b + startB, result + start)
            Interruption.forEachPiece(of: n) { piece in
              // Four plain loops, so that each is vectorised.
              switch (strideA == 0, strideB == 0) {
              case (false, false): for i in piece { result[i] = operation.value(a[i], b[i]) }
              case (false, true):
                let b = b[0]
                for i in piece { result[i] = operation.value(a[i], b) }
              case (true, false):
                let a = a[0]
                for i in piece { result[i] = operation.value(a, b[i]) }
              case (true, true):
                let value = operation.value(a[0], b[0])
                for i in piece { result[i] = value }
              }
            }
          }
        }
      }
    }
  }
}

extension Tensor {
  /// Applies an operation with broadcasting and promotion, without a record.
  static func combined<F: ElementwiseOperation>(
    _ a: Tensor, _ b: Tensor, by operation: F, named name: String
  ) throws -> Tensor {
    let shape = try Shape.broadcast(a.shape, b.shape, for: name)
    let count = try Shape.count(of: shape, dtype: .promoted(a.dtype, b.dtype))
    let loops = BroadcastLoops(a.shape, b.shape, result: shape)
    return Tensor(
      Storage.combined(
        a.storage, b.storage, by: Broadcasting(operation: operation, loops: loops, count: count)),
      shape: shape)
  }

  /// This tensor stretched to a shape that it broadcasts to. Differentiable.
  public func broadcast(to target: [Int]) throws -> Tensor {
    if shape == target { return self }
    guard try Shape.broadcast(shape, target, for: "broadcast") == target else {
      throw EngineError(.shape, "Shape \(shape) does not broadcast to \(target).")
    }
    let count = try Shape.count(of: target, dtype: dtype)
    // A scalar as the second operand, which is read but plays no part.
    let loops = BroadcastLoops(shape, [], result: target)
    let stretched = Storage.combined(
      storage, Storage(repeating: 0, count: 1, dtype: dtype),
      by: Broadcasting(operation: First(), loops: loops, count: count))
    return Tensor(stretched, shape: target).recorded(from: self) { step in
      try step.gradient.summed(to: step.shape())
    }
  }

  /// This tensor summed over the axes along which `target` was stretched to its shape. Differentiable.
  func summed(to target: [Int]) throws -> Tensor {
    if shape == target { return self }
    let offset = rank - target.count
    let axes = shape.indices.filter { $0 < offset || (target[$0 - offset] == 1 && shape[$0] != 1) }
    return try sum(axes: axes, keepDims: true).reshaped(to: target)
  }
}

/// The first of two numbers, as an operation.
private struct First: ElementwiseOperation {
  func value<T: Scalar>(_ a: T, _ b: T) -> T { a }
}
