/// A row of exact numbers over one common denominator: mapping it and going along a line costs no division.
struct HomogeneousPoint: Sendable {
  /// The numbers, times `weight`.
  var coordinates: [Integer]
  /// The common denominator, positive.
  var weight: Integer

  init(_ numbers: [Rational]) {
    weight = numbers.reduce(1) { weight, number in
      let denominator = number.denominator
      return weight * denominator.dividedExactly(by: weight.greatestCommonDivisor(with: denominator))
    }
    let weight = weight
    coordinates = numbers.map { $0.numerator * weight.dividedExactly(by: $0.denominator) }
  }

  /// The numbers as fractions.
  var rationals: [Rational] { coordinates.indices.map { self[$0] } }

  subscript(index: Int) -> Rational { Rational(reducing: coordinates[index], over: weight) }

  /// The place between two points where something is zero that is `a` (times its weight) here and `b` there, with
  /// opposite signs.
  init(between p: HomogeneousPoint, _ a: Integer, _ q: HomogeneousPoint, _ b: Integer) {
    let (s, t) = (b.magnitude, a.magnitude)
    coordinates = zip(p.coordinates, q.coordinates).map { $0 * s + $1 * t }
    weight = p.weight * s + q.weight * t
    reduce()
  }

  /// Takes a step of a network with all but the first `own` numbers.
  mutating func apply(_ step: ExactNetwork.Step) { apply(step, after: 0) {} }

  /// The same for the numbers behind the first `own`, which stay.
  ///
  /// - Parameter progress: called for each number that is computed from all; what it throws ends the work.
  mutating func apply(
    _ step: ExactNetwork.Step, after own: Int, progress: () throws -> Void
  ) rethrows {
    switch step {
    case .affine(let map, let kept): try apply(map, keeping: own + kept, progress)
    case .activation(let activation, let kept): apply(activation, keeping: own + kept)
    case .remember(let kept): coordinates += coordinates[(own + kept)...]
    case .addRemembered(let kept, let count):
      for index in own + kept..<own + kept + count { coordinates[index] += coordinates[index + count] }
      coordinates.removeLast(count)
    }
  }

  private mutating func apply(_ map: AffineMap, keeping kept: Int, _ progress: () throws -> Void) rethrows {
    var outputs: [Integer] = []
    outputs.reserveCapacity(kept + map.outputs)
    for index in 0..<kept { outputs.append(coordinates[index] * map.scale) }
    for output in 0..<map.outputs {
      try progress()
      outputs.append(map.output(output, of: coordinates[kept...], over: weight))
    }
    coordinates = outputs
    if map.scale != 1 { weight *= map.scale }
    reduceBinary()
  }

  private mutating func apply(_ activation: PiecewiseActivation, keeping kept: Int) {
    let scale = activation.scale
    for index in coordinates.indices {
      guard index >= kept else {
        if scale != 1 { coordinates[index] *= scale }
        continue
      }
      coordinates[index] = activation.image(of: coordinates[index], over: weight)
    }
    if scale != 1 { weight *= scale }
    reduceBinary()
  }

  /// Takes common factors of two out, which is cheap.
  mutating func reduceBinary() {
    var shift = weight.trailingZeroBitCount
    for number in coordinates where shift > 0 && !number.isZero {
      shift = min(shift, number.trailingZeroBitCount)
    }
    guard shift > 0 else { return }
    weight = weight >> shift
    for index in coordinates.indices { coordinates[index] = coordinates[index] >> shift }
  }

  /// Brings the numbers to lowest terms, together.
  mutating func reduce() {
    reduceBinary()
    var common = weight
    for number in coordinates where !number.isZero {
      if common == 1 { return }
      common = common.greatestCommonDivisor(with: number)
    }
    guard common != 1 else { return }
    weight = weight.dividedExactly(by: common)
    for index in coordinates.indices { coordinates[index] = coordinates[index].dividedExactly(by: common) }
  }
}
