extension Tensor {
  /// 1 where the numbers of both are equal, 0 elsewhere; with broadcasting.
  public static func equal(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: Equal(), named: "==")
  }

  /// 1 where the numbers of both differ, 0 elsewhere; with broadcasting.
  public static func notEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: NotEqual(), named: "!=")
  }

  /// 1 where the first is less than the second, 0 elsewhere; with broadcasting.
  public static func less(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: Less(), named: "<")
  }

  /// 1 where the first is less than or equal to the second, 0 elsewhere; with broadcasting.
  public static func lessOrEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(a, b, by: LessOrEqual(), named: "<=")
  }

  /// 1 where the first is greater than the second, 0 elsewhere; with broadcasting.
  public static func greater(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(b, a, by: Less(), named: ">")
  }

  /// 1 where the first is greater than or equal to the second, 0 elsewhere; with broadcasting.
  public static func greaterOrEqual(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try combined(b, a, by: LessOrEqual(), named: ">=")
  }

  /// A number of `a` where the condition is not 0, of `b` where it is; all three broadcast. Differentiable
  /// with respect to `a` and `b`.
  public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let chosen = try Shape.broadcast(
      condition.shape, Shape.broadcast(a.shape, b.shape, for: "where"), for: "where")
    let dtype = DType.promoted(a.dtype, b.dtype)
    let mask = try condition.detached.converted(to: dtype).broadcast(to: chosen)
    let first = try a.detached.converted(to: dtype).broadcast(to: chosen)
    let second = try b.detached.converted(to: dtype).broadcast(to: chosen)
    let storage: Storage
    switch (mask.storage, first.storage, second.storage) {
    case (.float32(let mask), .float32(let a), .float32(let b)): storage = .float32(selected(mask, a, b))
    default: storage = .float64(selected(mask.doubles, first.doubles, second.doubles))
    }
    return Tensor(storage, shape: chosen).recorded(from: a, b) { step in
      let zero = Tensor(0, dtype: dtype)
      return [
        step.needs(0) ? try Tensor.where(mask, step.gradient, zero).summed(to: step.shape(0)) : nil,
        step.needs(1) ? try Tensor.where(mask, zero, step.gradient).summed(to: step.shape(1)) : nil,
      ]
    }
  }
}

private func selected<T: Scalar>(_ mask: [T], _ a: [T], _ b: [T]) -> [T] {
  let count = mask.count
  return .filled(count) { result in
    mask.reading { mask in
      a.reading { a in
        b.reading { b in
          for i in 0..<count { result[i] = mask[i] != 0 ? a[i] : b[i] }
        }
      }
    }
  }
}

private struct Equal: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a == b ? 1 : 0 }
}

private struct NotEqual: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a != b ? 1 : 0 }
}

private struct Less: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a < b ? 1 : 0 }
}

private struct LessOrEqual: ElementwiseOperation {
  @inline(__always) func value<T: Scalar>(_ a: T, _ b: T) -> T { a <= b ? 1 : 0 }
}
