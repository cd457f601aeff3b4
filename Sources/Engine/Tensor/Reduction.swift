/// A tensor seen along one axis: `outer` blocks of `length` rows of `inner` numbers.
struct AxisView: Sendable {
  let outer: Int
  let length: Int
  let inner: Int

  init(_ shape: [Int], axis: Int) {
    outer = shape[..<axis].reduce(1, *)
    length = shape[axis]
    inner = shape[(axis + 1)...].reduce(1, *)
  }
}

/// A way to reduce many numbers to one, by taking them in one after another.
protocol ReductionStep: Sendable {
  func start<T: Scalar>(_ type: T.Type) -> T
  func next<T: Scalar>(_ sum: T, _ x: T) -> T
}

/// The reduction of an array along an axis.
struct Reduction<Step: ReductionStep>: StorageComputation {
  let step: Step
  let view: AxisView
  /// How many numbers lie between two looks whether the work is to stop: a multiple of `run`'s blocks.
  private static var piece: Int { 1 << 18 }

  func callAsFunction<T: Scalar>(_ x: [T]) -> [T] {
    let (outer, length, inner) = (view.outer, view.length, view.inner)
    let step = step
    return .filled(outer * inner) { result in
      let start = step.start(T.self)
      for i in 0..<outer * inner { result[i] = start }
      x.reading { x in
        Interruption.forEachPiece(of: outer, length: Self.piece / max(1, length * inner) + 1) { piece in
          for i in piece {
            if inner == 1 {
              result[i] = run(x + i * length, length)
            } else {
              let row = result + i * inner
              Interruption.forEachPiece(of: length, length: Self.piece / inner + 1) { piece in
                for j in piece {
                  let next = x + (i * length + j) * inner
                  for k in 0..<inner { row[k] = step.next(row[k], next[k]) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Reduces neighbours: in eight lanes, which the compiler can keep in vectors, and in blocks whose results
  /// are then reduced in double precision, so that a long sum of `Float` keeps its digits.
  private func run<T: Scalar>(_ x: UnsafePointer<T>, _ count: Int) -> T {
    let step = step
    if count < 32 {
      var result = step.start(T.self)
      for i in 0..<count { result = step.next(result, x[i]) }
      return result
    }
    var total = step.start(Double.self)
    var begin = 0
    while begin < count {
      if begin > 0, begin.isMultiple(of: Self.piece), Interruption.isDue { break }
      let end = min(begin + 256, count)
      let start = step.start(T.self)
      var (a, b, c, d, e, f, g, h) = (start, start, start, start, start, start, start, start)
      var i = begin
      while i + 8 <= end {
        a = step.next(a, x[i])
        b = step.next(b, x[i + 1])
        c = step.next(c, x[i + 2])
        d = step.next(d, x[i + 3])
        e = step.next(e, x[i + 4])
        f = step.next(f, x[i + 5])
        g = step.next(g, x[i + 6])
        h = step.next(h, x[i + 7])
        i += 8
      }
      while i < end {
        a = step.next(a, x[i])
        i += 1
      }
      let pairs = (step.next(a, b), step.next(c, d), step.next(e, f), step.next(g, h))
      let block = step.next(step.next(pairs.0, pairs.1), step.next(pairs.2, pairs.3))
      total = step.next(total, Double(block))
      begin = end
    }
    return T(total)
  }
}

extension Tensor {
  /// This tensor reduced along an axis counted from the left, which keeps length 1. Without a record.
  func reduced<Step: ReductionStep>(along axis: Int, by step: Step) -> Tensor {
    var shape = shape
    let view = AxisView(shape, axis: axis)
    shape[axis] = 1
    return Tensor(storage.transformed(by: Reduction(step: step, view: view)), shape: shape)
  }

  /// The axes to reduce: those given, or all.
  func axesToReduce(_ axes: [Int]?) throws -> [Int] {
    try axes.map { try Shape.axes($0, rank: rank) } ?? Array(0..<rank)
  }

  /// This tensor, which has length 1 along axes that were reduced, with or without those axes.
  func droppingReduced(_ axes: [Int], unless keepDims: Bool) throws -> Tensor {
    if keepDims || axes.isEmpty { return self }
    return try reshaped(to: shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
  }

  /// Throws unless there is a number to reduce along each of the axes.
  func requireNumbers(along axes: [Int], for name: String) throws {
    guard count > 0 || axes.allSatisfy({ shape[$0] > 0 }) else {
      throw EngineError(.shape, "`\(name)` of no numbers is not defined: the shape is \(shape).")
    }
  }
}
