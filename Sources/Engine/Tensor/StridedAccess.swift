/// Numbers read at a start and at regular distances along each axis: a slice or a transposition.
struct Gathering: StorageComputation {
  /// The shape of what is read.
  let shape: [Int]
  /// The distance in the source between neighbours along each axis; negative to go backwards.
  let strides: [Int]
  /// Where the first number lies in the source.
  let offset: Int

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    .filled(shape.reduce(1, *)) { result in
      x.reading { x in
        forEachRow { source, target, count, stride in
          let (x, result) = (x + source, result + target)
          if stride == 1 {
            result.update(from: x, count: count)
          } else {
            for i in 0..<count { result[i] = x[i * stride] }
          }
        }
      }
    }
  }

  /// Calls `body` for each row along the last axis: where it begins in the source and in the result, how long
  /// it is, and the distance between its numbers in the source.
  @inline(__always)
  func forEachRow(_ body: (_ source: Int, _ target: Int, _ count: Int, _ stride: Int) -> Void) {
    guard !shape.contains(0) else { return }
    guard let count = shape.last, let stride = strides.last else { return body(offset, 0, 1, 1) }
    let outer = shape.count - 1
    var position = [Int](repeating: 0, count: outer)
    var (source, target) = (offset, 0)
    while true {
      body(source, target, count, stride)
      target += count
      var axis = outer - 1
      while axis >= 0 {
        position[axis] += 1
        source += strides[axis]
        if position[axis] < shape[axis] { break }
        source -= strides[axis] * shape[axis]
        position[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}

/// The counterpart of `Gathering`: a copy of the first operand, with the second written to the places that
/// the gathering reads.
struct Scattering: BinaryStorageComputation {
  let places: Gathering

  func callAsFunction<T: Scalar>(_ x: [T], _ values: [T]) -> [T] {
    var result = x
    write(values, into: &result)
    return result
  }

  /// The same in place, if nobody else holds the first operand.
  func write<T: Scalar>(_ values: [T], into x: inout [T]) {
    x.withUnsafeMutableBufferPointer { buffer in
      guard let result = buffer.baseAddress else { return }
      values.reading { values in
        places.forEachRow { place, source, count, stride in
          let (result, values) = (result + place, values + source)
          for i in 0..<count { result[i * stride] = values[i] }
        }
      }
    }
  }
}
