// Residual networks on a stream of one number, in which every block has a single unit: x ← x + c relu(x − θ). Such a
// block leaves what lies below θ alone and stretches, or turns over, what lies above.

extension ExactNetwork {
  /// N blocks of one unit that take given values at N given places. A plain network of width one is monotone, and so
  /// cannot do this for three values that go up and down.
  ///
  /// From the rightmost place on, each block moves its place to where it belongs, below all thresholds to come; at the
  /// end everything is lifted.
  ///
  /// Source: what residual connections add is due to Lin and Jegelka, "ResNet with one-neuron hidden layers is a
  /// universal approximator", 2018, arXiv:1806.10909; this construction is the project's own.
  /// - Throws: ``TheoryError`` unless there are places, all different, and not more than 100 000.
  public static func residualInterpolant(_ places: [PiecewiseLinear.Knot]) throws -> ExactNetwork {
    var stream = try ResidualStream(count: places.count)
    let places = places.sorted { $0.x < $1.x }
    for (place, next) in zip(places, places.dropFirst()) where place.x == next.x {
      throw TheoryError("Two values are asked for at the place \(place.x).")
    }
    stream.settle(places)
    return try stream.network()
  }

  /// A step function of one value for each of `count` equal parts of an interval, up to small gaps between them, by
  /// 3 count − 1 blocks of one unit: first the parts are made nearly flat (slope ε) and the gaps steep, then each
  /// flat part is moved to its value.
  ///
  /// - Parameters:
  ///   - values: one for each part.
  ///   - gap: the width of a gap as a part of a cell, between 0 and 1.
  ///   - flatness: ε, positive and less than 1.
  /// - Throws: ``TheoryError`` when a parameter is out of its range.
  public static func residualSteps(
    _ values: [Rational], from lower: Rational, to upper: Rational, gap: Rational, flatness: Rational
  ) throws -> ExactNetwork {
    guard lower < upper, gap > 0, gap < 1, flatness > 0, flatness < 1 else {
      throw TheoryError("The interval must not be empty, and the gap and the flatness lie between 0 and 1.")
    }
    var stream = try ResidualStream(count: values.count)
    let cell = (upper - lower).divided(byPositive: Rational(values.count))
    let wall = cell * gap
    // In the steep gaps the stream rises by one.
    let steep = Rational(1).divided(byPositive: wall)
    var flats: [(left: Rational, right: Rational)] = []
    var level = lower
    var slope = Rational(1)
    for index in values.indices {
      let start = lower + Rational(index) * cell
      if index > 0 {
        stream.add(threshold: level, factor: steep.divided(byPositive: slope) - 1)
        level += 1
        slope = steep
      }
      stream.add(threshold: level, factor: flatness.divided(byPositive: slope) - 1)
      slope = flatness
      let end = start + cell - (index == values.count - 1 ? 0 : wall)
      let width = end - start
      flats.append((level, level + width * flatness))
      level += width * flatness
    }
    stream.settle(zip(flats, values).map { .init($0.left, $1) }, below: flats.map(\.right))
    return try stream.network()
  }
}

/// Blocks in the order in which the stream passes them.
private struct ResidualStream {
  private var blocks: [(threshold: Rational, factor: Rational)] = []
  private var lift = Rational.zero

  init(count: Int) throws {
    guard (1...100_000).contains(count) else {
      throw TheoryError("A residual stream takes 1 to 100000 values, not \(count).")
    }
  }

  mutating func add(threshold: Rational, factor: Rational) { blocks.append((threshold, factor)) }

  /// Adds a block for each place, from the right, that moves it to its value. All values are lowered first, so that
  /// what has been moved lies below every threshold to come.
  ///
  /// - Parameter ends: where the stretch that belongs to each place ends; the place itself when left out.
  mutating func settle(_ places: [PiecewiseLinear.Knot], below ends: [Rational]? = nil) {
    let highest = places.map(\.y).max() ?? 0
    let lowering = highest - places[0].x + 2
    for index in places.indices.reversed() {
      let threshold = index > 0 ? ends?[index - 1] ?? places[index - 1].x : places[0].x - 1
      let (place, value) = (places[index].x, places[index].y - lowering)
      add(threshold: threshold, factor: (value - threshold).divided(byPositive: place - threshold) - 1)
    }
    lift = lowering
  }

  func network() throws -> ExactNetwork {
    var steps: [ExactNetwork.Step] = []
    for block in blocks {
      steps += [
        .remember(keeping: 0), .affine(try AffineMap(rows: [[1]], bias: [-block.threshold]), keeping: 1),
        .activation(.relu, keeping: 1), .affine(try AffineMap(rows: [[block.factor]], bias: [0]), keeping: 1),
        .addRemembered(keeping: 0, count: 1),
      ]
    }
    steps.append(.affine(try AffineMap(rows: [[1]], bias: [lift]), keeping: 0))
    return ExactNetwork(inputs: 1, outputs: 1, steps: steps)
  }
}
