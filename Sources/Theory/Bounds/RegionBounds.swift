/// What is known of the number of linear regions of ReLU networks of a given shape, before any weight is known.
///
/// A lower bound says that some weights make at least as many regions; an upper bound holds for all weights. Each
/// counts the regions of the whole input space, so a count inside of a box may lie below the lower bounds.
public struct RegionBounds: Hashable, Sendable {
  /// How many numbers the network takes; at least 1.
  public let inputs: Int
  /// How many units each hidden layer has; at least one layer, with at least one unit each.
  public let widths: [Int]

  /// More bits than this are not spent on the intermediate numbers of one bound: some fifty megabytes.
  private static let mostBits = 400_000_000

  /// The bounds have about as many bits as there are units; showing more digits than this takes too long.
  private static let mostUnits = 200_000

  /// - Throws: ``TheoryError`` for a shape without hidden layers, for sizes below 1, and for shapes so large that the
  ///   bounds would not fit into memory.
  public init(inputs: Int, widths: [Int]) throws {
    guard !widths.isEmpty else {
      throw TheoryError("A network without hidden layers is one affine map, and has one region.")
    }
    for size in [inputs] + widths where size < 1 {
      throw TheoryError(
        "A layer cannot have \(size) units.", hint: "Give numbers from 1 up, as in [2, 8, 8].")
    }
    let dimension = min(inputs, widths.max() ?? 1)
    var room = min(Self.mostUnits, Self.mostBits / dimension)
    for width in widths { room -= min(width, room) }
    guard room > 0, inputs <= Self.mostUnits else {
      throw TheoryError(
        "The bounds for \(inputs) inputs and \(widths.count) layers of up to \(widths.max() ?? 0) units are too large to compute.",
        hint: "Take fewer or narrower layers.")
    }
    self.inputs = inputs
    self.widths = widths
  }

  /// The bounds for the shape of a network.
  ///
  /// - Throws: ``TheoryError`` unless it is a plain chain of affine maps and ReLUs: the bounds are proved for these.
  public init(_ network: ExactNetwork) throws {
    for step in network.steps {
      switch step {
      case .affine: continue
      case .activation(.relu, _): continue
      case .activation(let activation, _):
        throw TheoryError("The bounds are proved for ReLU networks, but this one has \(activation.name).")
      case .remember, .addRemembered:
        throw TheoryError(
          "The bounds are proved for plain chains of layers, but this network has a residual block.")
      }
    }
    try self.init(inputs: network.inputs, widths: network.widths)
  }

  /// How many hidden units there are.
  public var units: Int { widths.reduce(0, +) }

  /// 2 to the number of units: each is active or not.
  public var patterns: Integer { Integer(1) << units }

  /// Upper bound: the product over the layers of the regions that they can make of the smallest dimension so far.
  ///
  /// Source: Montúfar 2017, Notes on the number of linear regions of deep neural networks.
  public var montufarUpper: Integer {
    var dimension = inputs
    return widths.reduce(Integer(1)) { product, width in
      dimension = min(dimension, width)
      return product * arrangementRegions(hyperplanes: width, dimension: dimension)
    }
  }

  /// Upper bound: as Montúfar's, but a region where j units are active passes on at most j dimensions.
  ///
  /// Source: Serra, Tjandraatmadja, Ramalingam 2018 (arXiv 1711.02114), theorem 1: the sum of ∏ C(n_l, j_l) over all
  /// j_l from 0 to min(n_0, n_1 − j_1, …, n_(l−1) − j_(l−1), n_l).
  public var serraUpper: Integer {
    // `regions[m]`: the sum over this layer and those behind it, where m dimensions come in. More dimensions than
    // units come to the same as just as many.
    var regions = [Integer(1)]
    for (layer, width) in widths.enumerated().reversed() {
      let dimension = widths[..<layer].reduce(min(inputs, width), min)
      let choices = binomials(width, through: dimension)
      func next(_ m: Int) -> Integer { regions[min(m, regions.count - 1)] }
      // Sums of C(n, j), and of C(n, k) · next(k), before each index.
      var sums = [Integer(0)]
      var weighted = [Integer(0)]
      for index in 0...dimension {
        sums.append(sums[index] + choices[index])
        weighted.append(weighted[index] + choices[index] * next(index))
      }
      regions = (0...dimension).map { m in
        // Up to j = n − m all m dimensions stay; for larger j there are k = n − j < m.
        let whole = sums[min(m, width - m) + 1] * next(m)
        return width - m < m ? whole + weighted[m] - weighted[width - m] : whole
      }
    }
    return regions[regions.count - 1]
  }

  /// Lower bound on the maximum: ∏ ⌊n_l / n_0⌋ over all layers but the last, times the last one's arrangement.
  ///
  /// Nil where a layer is narrower than the input: nothing is said then. Source: Pascanu, Montúfar, Bengio 2013 (arXiv
  /// 1312.6098).
  public var pascanuLower: Integer? { lower(least: inputs) { Integer($0 / inputs) } }

  /// Lower bound on the maximum: ∏ ⌊n_l / n_0⌋^n_0 over all layers but the last, times the last one's arrangement.
  ///
  /// Nil where a layer is narrower than the input. Source: Montúfar, Pascanu, Cho, Bengio 2014 (arXiv 1402.1869);
  /// attained by ``folds(inputs:widths:)``.
  public var montufarLower: Integer? { lower(least: inputs) { Integer($0 / inputs).power(inputs) } }

  /// Lower bound on the maximum: ∏ (⌊n_l / n_0⌋ + 1)^n_0 over all layers but the last, times the last one's arrangement.
  ///
  /// Nil where a layer has fewer than 3 n_0 units. Source: Serra, Tjandraatmadja, Ramalingam 2018.
  public var serraLower: Integer? {
    inputs <= Int.max / 3 ? lower(least: 3 * inputs) { Integer($0 / inputs + 1).power(inputs) } : nil
  }

  private func lower(least: Int, factor: (Int) -> Integer) -> Integer? {
    guard widths.allSatisfy({ $0 >= least }), let last = widths.last else { return nil }
    return widths.dropLast().reduce(arrangementRegions(hyperplanes: last, dimension: inputs)) {
      $0 * factor($1)
    }
  }

  /// What random networks have on average, in order of magnitude: N^d / d! for N units and d inputs, whatever the
  /// depth; 2^N where there are no more units than inputs.
  ///
  /// Source: Hanin, Rolnick 2019 (arXiv 1906.00904), without the constant and the volume of ``averageUpper(volume:constant:)``.
  public var typical: Rational {
    units <= inputs ? Rational(patterns) : averageUpper(volume: 1, constant: 1)
  }

  /// Upper bound on the average number of regions of random networks in a large enough cube: vol · (T N)^d / d!.
  ///
  /// T depends on how large gradients are and how densely biases lie. Source: Hanin, Rolnick 2019.
  public func averageUpper(volume: Rational, constant: Rational) -> Rational {
    let base = constant * Rational(units)
    let factorial = (1...inputs).reduce(Integer(1)) { $0 * Integer($1) }
    return volume
      * Rational(
        reducing: base.numerator.power(inputs), over: base.denominator.power(inputs) * factorial)
  }

  /// The product of the widths (W^L for L layers of W units), which is often quoted: neither an upper nor, in
  /// general, a lower bound. For one input it has the order of what can be attained.
  public var productOfWidths: Integer { widths.reduce(Integer(1)) { $0 * Integer($1) } }
}
